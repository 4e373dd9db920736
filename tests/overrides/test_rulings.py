"""The sidecar: what it names, what it changes, and how it fails."""

from __future__ import annotations

import pytest

from fic2book.errors import SidecarError
from fic2book.overrides.parsing import parse_sidecar
from tests.manuscripts import manuscript

STORY = manuscript(
    "The lamp was out.\n\n“Who's there?” she said -- softly...\n\nThe lamp was out.\n\nShe ran. “No,” he said."
)


def failure(sidecar: str, resolve: bool = True) -> str:
    with pytest.raises(SidecarError) as caught:
        _obey(sidecar, resolve)
    return str(caught.value)


def _obey(sidecar: str, resolve: bool) -> None:
    overrides = parse_sidecar(sidecar, "story.fic.toml")
    if resolve:
        overrides.resolve(overrides.reshape(STORY))


def test_words_that_stand_nowhere_are_an_error_that_names_them() -> None:
    assert "“The moon was out.” are nowhere" in failure('[[mark]]\nquote = "The moon was out."\nrole = "note"')


def test_words_that_stand_twice_need_an_occurrence() -> None:
    message = failure('[[mark]]\nquote = "The lamp was out."\nrole = "note"')
    assert "2 times" in message
    assert "occurrence" in message


def test_an_occurrence_beyond_the_last_is_an_error() -> None:
    assert "2 time" in failure('[[mark]]\nquote = "The lamp was out."\noccurrence = 3\nrole = "note"')


@pytest.mark.parametrize(
    ("sidecar", "hint"),
    [
        ('[metadata]\ntitel = "x"', "“title”"),
        ('[[mark]]\nquote = "x"\nroll = "note"', "“role”"),
        ('[[mark]]\nquote = "x"\nrole = "notes"', "“note”"),
        ('[[mark]]\nrole = "note"', "quote"),
        ('[[mark]]\nquote = " "\nrole = "note"', "words of the story"),
        ('[mark]\nquote = "x"', "[[mark]]"),
        ('[[mark]]\nquote = "x"\nrole = "note"\nplace = "bak"', "“back”"),
        ('[[break]]\nbefore = "x"\nstrength = "strong"', "hard, soft"),
        ("[breaks]\naccept = 4", "0 to 1"),
        ('[[mark]]\nquote = "x"\noccurrence = 0\nrole = "note"', "whole number"),
        ("[[mark", "not valid TOML"),
        ("[metadata]\ntitle = true", "must be text"),
        ("[extra]\na = 1", "unknown table"),
    ],
)
def test_a_broken_sidecar_says_what_to_write_instead(sidecar: str, hint: str) -> None:
    message = failure(sidecar, resolve=False)
    assert "story.fic.toml" in message
    assert hint in message


def test_a_quotation_matches_whatever_the_typography_and_line_breaks() -> None:
    overrides = parse_sidecar(
        '[[mark]]\nquote = \'"Who’s there?"  she\nsaid — softly…\'\nrole = "note"'.replace("\n said", " said").replace(
            "she\nsaid", "she said"
        ),
        "s",
    )
    (decision,) = overrides.resolve(STORY)
    assert (decision.first, decision.last, decision.by) == (1, 1, "user")


def test_a_passage_may_run_through_several_paragraphs() -> None:
    overrides = parse_sidecar(
        '[[mark]]\nquote = "Who\'s there"\nthrough = "She ran."\nrole = "note"\nplace = "back"', "s"
    )
    (decision,) = overrides.resolve(STORY)
    assert (decision.first, decision.last, decision.place) == (1, 3, "back")


def test_a_passage_that_ends_before_it_begins_is_an_error() -> None:
    assert "Swap" in failure('[[mark]]\nquote = "She ran."\nthrough = "Who\'s there"\nrole = "note"')


def test_a_break_can_be_marked_where_none_stands() -> None:
    overrides = parse_sidecar('[[break]]\nbefore = "She ran."\nstrength = "soft"', "s")
    (decision,) = overrides.resolve(STORY)
    assert (decision.role, decision.first, decision.value) == ("pause", 3, "soft")


def test_splitting_and_joining_keep_every_character() -> None:
    overrides = parse_sidecar('[[split]]\nbefore = "“No,” he"\n[[join]]\nat = "Who\'s there"', "s")
    reshaped = overrides.reshape(STORY)
    assert [block.text for block in reshaped.blocks] == [
        "The lamp was out.",
        "“Who's there?” she said -- softly... The lamp was out.",
        "She ran. ",
        "“No,” he said.",
    ]
    spans = sorted([b.span for b in reshaped.blocks] + [r.span for r in reshaped.removed])
    assert [span.start for span in spans[1:]] == [span.stop for span in spans[:-1]]
    assert (spans[0].start, spans[-1].stop) == (0, len(STORY.source.text))


def test_splitting_at_the_start_of_a_paragraph_is_an_error() -> None:
    assert "already begins" in failure('[[split]]\nbefore = "She ran."')


def test_joining_the_last_paragraph_is_an_error() -> None:
    assert "nothing follows" in failure('[[join]]\nat = "She ran."')


def test_one_author_or_several_may_be_given() -> None:
    assert parse_sidecar('[metadata]\nauthor = "Ann"', "s").metadata.authors == ("Ann",)
    assert parse_sidecar('[metadata]\nauthors = ["Ann", "Bo"]', "s").metadata.authors == ("Ann", "Bo")
