"""The language is found where the text tells, and only plain passages in another one are marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fic2book.cleaner.text.function_words import FUNCTION_WORDS, LETTERS
from fic2book.cleaner.text.language import find_language, mark_languages
from fic2book.model import Block, Run
from tests.cleaner.reading import CASES, assert_tiled, paragraph


def read_languages() -> list[tuple[str, str]]:
    records = (CASES / "languages.txt").read_text("utf-8").split("\n\n")[1:]
    pairs = [record.strip().split("\n", 1) for record in records]
    return [(tag.strip('"'), text) for tag, text in pairs]


SENTENCES = read_languages()


def marked(text: str, language: str) -> list[tuple[str, str]]:
    before = paragraph(text)
    (after,) = mark_languages([before], language)
    assert_tiled(before, after)
    return [(run.text, run.lang) for run in after.inlines if isinstance(run, Run) and run.lang]


@pytest.mark.parametrize(("tag", "text"), SENTENCES)
def test_a_sentence_tells_its_language(tag: str, text: str):
    assert find_language(text)[0] == tag


@pytest.mark.parametrize(("tag", "text"), [pair for pair in SENTENCES if pair[0]])
def test_a_long_text_is_certain(tag: str, text: str):
    found, confidence = find_language("\n".join([text] * 20))
    assert found == tag
    assert confidence > 0.6


def test_nothing_is_said_of_nothing():
    assert find_language("") == ("", 0.0)


def test_a_short_text_is_less_certain_than_a_long_one():
    short = "He was not there, and she was glad of it."
    assert find_language(short)[1] < find_language(short * 30)[1]


def test_a_header_in_english_does_not_hide_a_russian_story():
    story = next(text for tag, text in SENTENCES if tag == "ru")
    assert find_language("Title: The Keeper\nRating: PG-13\n\n" + (story + "\n") * 40)[0] == "ru"


def test_foreign_names_do_not_hide_an_english_story():
    text = "Señor Núñez and Frau Müller had dinner with Jean-François, and they were late for it because of the rain. "
    assert find_language(text * 10)[0] == "en"


def test_real_stories_are_in_english(shared_stories: tuple[Path, ...]):
    for story in shared_stories:
        tag, confidence = find_language(story.read_text("utf-8"))
        assert tag == "en"
        assert confidence > 0.9


@given(st.text(max_size=200))
def test_any_text_gets_an_answer_within_bounds(text: str):
    tag, confidence = find_language(text)
    assert 0.0 <= confidence <= 1.0
    assert (tag == "") == (confidence == 0.0)


def test_every_language_with_letters_of_its_own_has_function_words():
    assert set(LETTERS) <= set(FUNCTION_WORDS)


# ---------------------------------------------------------------- passages


@pytest.mark.parametrize(
    "text",
    [
        "He ate a croissant at the café and said merci, then adiós, mon ami.",
        "She met Ludwig van der Berg and the Comte de la Fère in Rio de Janeiro.",
        "El Niño y La Niña.",
        "Que será, será.",
        "The α and the Ω were lost.",
        "Die, die, die! he cried, and the man in the hat ran.",
        "He said it was as good a den as any man had, and so on.",
    ],
)
def test_a_foreign_word_in_a_sentence_is_not_marked(text: str):
    assert marked(text, "en") == []


def test_a_whole_sentence_in_another_language_is_marked():
    text = "He smiled. “Ich weiß nicht, was du von mir willst, aber es ist gut.” She nodded at that."
    assert marked(text, "en") == [("“Ich weiß nicht, was du von mir willst, aber es ist gut.”", "de")]


def test_an_english_sentence_in_a_german_story_is_marked():
    text = "Er lachte. “I do not know what you want from me.” Dann ging er."
    assert marked(text, "de") == [("“I do not know what you want from me.”", "en")]


def test_words_in_another_script_are_marked():
    assert marked("She said привет, друзья, and left; he said 你好吗.", "en") == [
        ("привет, друзья", "ru"),
        ("你好吗", "zh"),
    ]
    assert marked("He wrote こんにちは on the wall and שלום below it.", "en") == [("こんにちは", "ja"), ("שלום", "he")]


def test_ukrainian_letters_tell_it_from_russian():
    assert marked("She said їжачок and left.", "en") == [("їжачок", "uk")]


@pytest.mark.parametrize(
    ("text", "language"), [("Није знао шта да каже.", "sr"), ("او نمی‌دانست", "fa"), ("他不知道。", "ja")]
)
def test_a_language_is_not_foreign_in_its_own_script(text: str, language: str):
    assert marked(text, language) == []


def test_latin_words_in_a_russian_story_are_left_alone():
    assert marked("Он сказал hello и ушёл.", "ru") == []


def test_without_a_language_nothing_is_marked():
    block = paragraph("Он сказал hello.")
    assert mark_languages([block], "") == (block,)


def test_an_unmarked_block_is_the_same_object():
    block: Block = paragraph("He walked to the barn, and nobody followed him.")
    assert mark_languages([block], "en")[0] is block


@given(st.text(alphabet="ab deriя.ж«»あ\n", max_size=60), st.sampled_from(["en", "ru", "ja", "de"]))
def test_any_text_can_be_marked(text: str, language: str):
    marked(text, language)
