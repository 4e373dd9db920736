"""Where a paragraph stands decides with what it says whether it is a note; each place is a reason of its own."""

from __future__ import annotations

import pytest

from fic2book.cleaner import clean
from fic2book.cleaner.detectors.note_looks import like_title, signature
from fic2book.model import Decision, Finding
from fic2book.readers import read
from tests.cleaner.cases import FILLER

TALK = "Hope you enjoyed this chapter, let me know what you think!"
FAINT = "It has been a strange year for all of us."


def decided(paragraphs: list[str], words: str) -> Decision:
    """The decision on the paragraph that begins with `words`."""
    story = clean(read("story1.txt", "\n\n".join(paragraphs).encode()))
    index = next(at for at, block in enumerate(story.manuscript.blocks) if block.text.startswith(words[:20]))
    return next(item for item in story.decisions if item.first <= index <= item.last)


def reasons(paragraphs: list[str], words: str) -> set[str]:
    """The names of the reasons for its being a note, taken or not."""
    decision = decided(paragraphs, words)
    findings: list[Decision | Finding] = [decision, *decision.rivals]
    return {item.pattern for found in findings if found.role == "note" for item in found.evidence}


def test_talk_amid_a_chapter_is_left_alone():
    assert decided([*FILLER * 4, TALK, *FILLER * 4], TALK).role == "story"


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        ([TALK, "My mother says that it rains too much in this.", *FILLER * 3], "My mother says"),
        ([*FILLER, "[a/n i KNOW there were no trams in that year]", *FILLER * 3], "[a/n i KNOW"),
        (["Sorry, it has been a bad week and I have a cold.", *FILLER * 3], "Sorry, it has"),
        pytest.param(
            ["Sorry, it has been a bad week and the cat was sick.", *FILLER * 3],
            "Sorry, it has",
            marks=pytest.mark.xfail(
                strict=True, reason="told in the past, with a cat: narrators' words outweigh the excuse"
            ),
        ),
    ],
)
def test_what_may_be_a_note_is_listed_for_review(paragraphs: list[str], words: str):
    decision = decided(paragraphs, words)
    assert (decision.role, decision.review) == ("story", True)


def test_what_tells_a_story_is_not_listed_for_review():
    assert not any(item.review for item in clean(read("story1.txt", "\n\n".join(FILLER * 3).encode())).decisions)


def test_what_tells_of_others_does_not_go_on_with_a_note():
    told = "Ron had been so cold that he shouted at the cat!"
    assert "talk.goes-on" not in reasons([TALK, told, *FILLER * 3], told)


@pytest.mark.parametrize(
    ("paragraphs", "reason"),
    [
        ([TALK, *FILLER * 3], "talk.first"),
        ([*FILLER * 3, TALK], "talk.last"),
        ([*FILLER * 3, "The End", TALK], "talk.after-end"),
        ([TALK, "***", *FILLER * 3], "talk.parted"),
        ([*FILLER * 3, "Thanks for reading and reviewing this story, everyone!", TALK], "talk.note-follows"),
        (["Thanks for reading and reviewing this story, everyone!", TALK, *FILLER * 3], "talk.beside-note"),
        (["Thanks for reading and reviewing this story, everyone!", TALK, *FILLER * 3], "talk.goes-on"),
        ([FILLER[0], TALK, *FILLER * 3], "talk.cut-off"),
        ([f"Sorry, everyone! {TALK}", *FILLER * 3], "talk.apologises"),
    ],
)
def test_each_place_is_a_reason(paragraphs: list[str], reason: str):
    assert reason in reasons(paragraphs, next(text for text in reversed(paragraphs) if TALK in text))


def test_the_same_words_weigh_less_behind_a_paragraph_of_story():
    first = decided([TALK, *FILLER * 3], TALK)
    behind = decided([FILLER[0], TALK, *FILLER * 3], TALK)
    assert first.role == "note"
    assert behind.role == "story" or behind.confidence < first.confidence


def test_a_line_beside_those_of_a_site_is_doubted():
    page = ["Previous post", "Next post", "Print this story!", *FILLER * 3]
    assert decided(page, "Print this story!").role != "note"


@pytest.mark.parametrize(
    "line", ["The Reading of the Will", "February", "iv.", "12", "Harrowgate", "The Ground Still Warm"]
)
def test_what_could_be_a_title_does_not_go_on_with_a_note(line: str):
    assert like_title(line)
    assert decided(["A/N: Short and angry, sorry.", line, *FILLER * 3], line).role != "note"


@pytest.mark.parametrize("line", ["I love it!", "Please review", "(sorry)", "What do you think?", "You know the drill"])
def test_what_is_said_to_somebody_is_no_title(line: str):
    assert not like_title(line)


@pytest.mark.parametrize(
    ("line", "signs"), [("~ Merrow", True), ("Love, Anna", True), ("- Quill", True), ("He left.", False)]
)
def test_signatures_are_known(line: str, signs: bool):
    assert signature(line) == signs


def test_a_signature_in_two_lines_goes_with_its_note():
    paragraphs = [*FILLER * 3, "Thank you all so much for every review of this story!", "Love,", "Merrow"]
    assert decided(paragraphs, "Merrow").role == "note"
    assert decided([*FILLER * 3, "Love,", "Merrow"], "Merrow").role != "note"


def test_a_faint_paragraph_between_two_notes_is_weighed_with_them():
    between = reasons([TALK, FAINT, "Please leave a comment, I read every review!", "***", *FILLER * 3], FAINT)
    assert {"talk.between-notes", "talk.parted"} <= between
