from __future__ import annotations

import textwrap

import pytest

from fic2book.model import Run
from fic2book.readers import read
from fic2book.readers.shapes import list_start
from tests.readers.tiling import assert_tiles

PROSE = (
    """\
The harbour lay under fog until noon, and then the fog lifted all at once, as if somebody had thought better of it. Mara counted the boats. There were eleven, which was right, and a twelfth, which was not, and it was some time before she understood what she saw.
“You are early,” said the man in the stern, who wore a coat too heavy for the season. He did not get up.
She told him that she was never early, that the tide was late, and that he would do well to learn the difference before the winter taught it to him; and since he did not answer she went down the steps, one hand on the chain, and took the rope he threw.
Afterwards nobody could say who had lit the lamp. It burned through the night and through the whole of the following day, and when the keeper climbed the tower to put it out he found the door locked, the window open and the stool still warm.
""".splitlines()
    * 4
)


def blocks_of(text):
    manuscript = read("x.txt", text.encode())
    assert_tiles(manuscript)
    return manuscript.blocks


def texts_of(text):
    return [block.text for block in blocks_of(text)]


def wrapped(paragraph, width=72, **options):
    return textwrap.fill(paragraph, width, break_long_words=False, **options)


# ---------------------------------------------------------------- what must not be joined, split or taken for something else


@pytest.mark.parametrize(
    "lines",
    [
        ["“You came.”", "“I said I would.”", "“You say a great many things.”"],
        ["- Oui, dit-il.", "- Non.", "- Si !"],
        ["— Да.", "— Нет.", "— Да!"],
        ["Title: Salt", "Fandom: Tidewatch", "Rating: PG"],
        ["<Mara> are you there", "<Ilse> no", "<Mara> good"],
        ["[12:30] Mara: hello", "[12:31] Ilse: hello", "[12:40] Mara: well"],
        ["Dear Mara,", "I am not coming back.", "Ilse"],
        ["* * *", "***", "~*~"],
        ["One.", "Two.", "Three."],
        ["1984", "1985", "1986"],
    ],
)
def test_consecutive_lines_that_are_no_verse_are_paragraphs_of_their_own(lines):
    blocks = blocks_of("Something before.\n\n" + "\n".join(lines) + "\n\nSomething after.\n")
    assert [block.text for block in blocks[1:-1]] == lines
    assert {block.kind for block in blocks} == {"paragraph"}
    assert [block.blanks for block in blocks[1:-1]] == [1] + [0] * (len(lines) - 1)


@pytest.mark.parametrize(
    "line", ["1. The Beginning", "2) What Followed", "- a dash", "> an arrow", ">>>>", ">.>", "* a star", "a) first"]
)
def test_a_single_line_is_no_list_and_no_quotation(line):
    blocks = blocks_of(f"Before it.\n\n{line}\n\nAfter it.")
    assert [block.kind for block in blocks] == ["paragraph"] * 3
    assert blocks[1].text == line


def test_dividers_of_arrows_stay_in_the_text():
    assert texts_of("a\n\n>>>>\n\nb\n\n> > <\n\nc")[1::2] == [">>>>", "> > <"]


@pytest.mark.parametrize("width", [40, 43, 46, 65, 72, 80, 100])
@pytest.mark.parametrize("parted", ["\n\n", "\n"])
def test_wrapped_prose_is_joined_and_nothing_else_is(width, parted):
    source = parted.join(
        wrapped(paragraph, width, initial_indent="" if parted == "\n\n" else "    ") for paragraph in PROSE
    )
    manuscript = read("x.txt", source.encode())
    assert_tiles(manuscript)
    assert manuscript.layout == "hard-wrapped"
    assert [block.text for block in manuscript.blocks] == PROSE
    assert manuscript.blocks[0].wrapped


def test_a_wrapped_text_keeps_header_verse_list_letter_and_signature():
    header = "Title: The Twelfth Boat\nAuthor: A. Quill\nRating: PG-13\nSummary: A boat too many, a lamp that nobody lit and the\nkeeper who climbs the tower all the same.\nDisclaimer: Mine."
    verse = "The tide goes out, the tide comes in,\nAnd what it takes it keeps,\nAnd what it brings is cold and thin,\nAnd nobody here sleeps"
    letter = "Dear Ilse,\nThe lamp is out.\nYours,\nMara"
    ending = "-- \nA. Quill\nhttp://example.org/quill"
    prose = [wrapped(paragraph) for paragraph in PROSE]
    blocks = blocks_of("\n\n".join([header, *prose[:6], verse, "* * *", *prose[6:10], letter, *prose[10:], ending]))
    assert [block.text for block in blocks[:5]] == [
        "Title: The Twelfth Boat", "Author: A. Quill", "Rating: PG-13",
        "Summary: A boat too many, a lamp that nobody lit and the keeper who climbs the tower all the same.", "Disclaimer: Mine.",
    ]  # fmt: skip
    assert [block.text for block in blocks if block.kind == "verse"] == [verse]
    texts = [block.text for block in blocks]
    assert texts[texts.index("Dear Ilse,") :][:4] == letter.split("\n")
    assert texts[-3:] == ["--", "A. Quill", "http://example.org/quill"]
    assert [text for text in texts if text in PROSE] == PROSE


def test_paragraphs_on_single_lines_are_not_joined():
    manuscript = read("x.txt", "\n".join(PROSE).encode())
    assert manuscript.layout == "single-lines"
    assert [block.text for block in manuscript.blocks] == PROSE


def test_short_paragraphs_of_about_one_length_are_not_joined():
    lines = [
        "The lamp burned and the keeper slept.",
        "The tide came in without a sound.",
        "Nobody was there to see it come.",
        "Nobody ever is, at such an hour.",
    ] * 6
    assert texts_of("\n".join(lines)) == lines


def test_parts_wrapped_at_different_columns_are_each_joined():
    first = "\n\n".join(wrapped(paragraph, 60) for paragraph in PROSE * 4)
    second = "\n\n".join(wrapped(paragraph, 78) for paragraph in PROSE * 4)
    assert texts_of(first + "\n\n" + second) == PROSE * 8


def test_a_text_whose_line_ends_were_doubled_is_joined_as_well():
    source = "\n\n\n\n".join(wrapped(paragraph).replace("\n", "\n\n") for paragraph in PROSE)
    assert texts_of(source) == PROSE


def test_line_ends_with_two_carriage_returns_are_one_line_end():
    blocks = blocks_of("One.\r\r\n\r\r\nTwo.\r\r\nThree.")
    assert [(block.text, block.blanks) for block in blocks] == [("One.", 0), ("Two.", 1), ("Three.", 0)]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("well-", "known", "well-known"),
        ("it was -", "and is", "it was - and is"),
        ("said Anna-", "Maria", "said Anna- Maria"),
        ("漢字", "漢字", "漢字漢字"),
    ],
)
def test_words_parted_at_a_hyphen_come_together_and_the_hyphen_stays(before, after, joined):
    from fic2book.readers.groups import Paragraph
    from fic2book.readers.lines import split_lines
    from fic2book.readers.text import build_block

    text = f"{before}\n{after}"
    block = build_block(text, split_lines(text), Paragraph("paragraph", 0, 1))
    assert block.text == joined


# ---------------------------------------------------------------- what must be recognised


def test_blank_lines_are_counted():
    blocks = blocks_of("\n\nOne.\n\n\nTwo.\n \t\n\u3000\nThree.\nFour.\n\n\n")
    assert [(block.text, block.blanks) for block in blocks] == [("One.", 2), ("Two.", 2), ("Three.", 2), ("Four.", 0)]


@pytest.mark.parametrize("indent", ["    ", "\t", "\N{NO-BREAK SPACE}" * 3, "\u3000", " \N{NO-BREAK SPACE}\t"])
def test_indents_are_layout(indent):
    assert texts_of("".join(f"{indent}{paragraph}\n" for paragraph in PROSE)) == PROSE


def test_verse_keeps_its_lines_and_their_breaks_are_verbatim():
    block = blocks_of("Before.\n\nThe sea is deep,\n  the sea is wide,\nthe sea has nothing more to hide\n\nAfter.")[1]
    assert block.kind == "verse"
    assert block.text == "The sea is deep,\nthe sea is wide,\nthe sea has nothing more to hide"
    assert {inline.rule for inline in block.inlines if isinstance(inline, Run)} == {"", "indent"}


@pytest.mark.parametrize(
    ("source", "markers", "texts"),
    [
        ("1. salt\n2. rope\n3. a lamp", ["1.", "2.", "3."], ["salt", "rope", "a lamp"]),
        ("* salt\n* rope", ["*", "*"], ["salt", "rope"]),
        ("• salt\n• rope", ["•", "•"], ["salt", "rope"]),
        ("- salt\n- rope\n- a lamp", ["-", "-", "-"], ["salt", "rope", "a lamp"]),
    ],
)
def test_plain_lists_are_items_with_their_markers(source, markers, texts):
    blocks = blocks_of(f"She bought:\n\n{source}\n\nThat was all.")[1:-1]
    assert [block.kind for block in blocks] == ["item"] * len(texts)
    assert [block.marker for block in blocks] == markers
    assert [block.text for block in blocks] == texts


def test_quoted_mail_is_quoted_and_unwrapped():
    quoted = "> " + wrapped(PROSE[0], 60).replace("\n", "\n> ") + "\n>\n> Yes.\n>> Deeper, she wrote.\n"
    blocks = blocks_of(f"She wrote:\n\n{quoted}\nNo.")
    assert [(block.kind, block.level, block.text) for block in blocks[1:-1]] == [
        ("quote", 1, PROSE[0]), ("quote", 1, "Yes."), ("quote", 2, "Deeper, she wrote."),
    ]  # fmt: skip


def test_control_codes_and_tabs_leave_by_a_named_rule():
    block = blocks_of("a\tb\x07c \x92tis â\x80\x99" + " and so on" * 30)[0]
    assert block.text.startswith("a bc ’tis ’ and")
    assert {inline.rule for inline in block.inlines if isinstance(inline, Run)} == {
        "",
        "whitespace",
        "control",
        "mojibake",
    }


def test_form_feeds_and_line_separators_part_paragraphs():
    assert texts_of("One.\fTwo.\u2028Three.\u2029Four.") == ["One.", "Two.", "Three.", "Four."]


@pytest.mark.parametrize("divider", ["*", "***", "/~/~*", "-", "---", "o0o", "#", "<>", "~", "• • •"])
def test_a_divider_between_wrapped_paragraphs_without_blank_lines_stands_alone(divider):
    source = f"\n{divider}\n".join(wrapped(paragraph, 60, initial_indent="    ") for paragraph in PROSE)
    texts = texts_of(source)
    assert texts[0::2] == PROSE
    assert set(texts[1::2]) == {divider}


@pytest.mark.parametrize(
    "line", ["Chapter Two", "[Line Break]", "(scene change)", "PART ONE", "o0o", "xXx", "The Twelfth Boat"]
)
@pytest.mark.parametrize("width", range(56, 76))
def test_a_heading_below_a_full_line_stands_alone(line, width):
    source = f"\n{line}\n".join(wrapped(paragraph, width, initial_indent="    ") for paragraph in PROSE)
    assert texts_of(source)[1::2] == [line] * (len(PROSE) - 1)


@pytest.mark.parametrize(
    ("lines", "begin"),
    [
        (["1. a", "1. b", "2. c"], 1),
        (["1. a", "2. b", "4. c"], -1),
        (["* a", "- b", "- c", "- d"], 1),
        (["- a.", "- b.", "- c."], -1),
        (["- a", "- b"], -1),
        (["* a", "* b"], 0),
        (["* a *", "* b"], -1),
    ],
)
def test_a_list_begins_where_all_that_follows_is_of_its_kind(lines, begin):
    assert list_start(lines) == begin
