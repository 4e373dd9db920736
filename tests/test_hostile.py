"""Texts made to break a program: each becomes a book that passes the proofs or is refused in words, and longer ones cost in proportion.

Nothing is timed against a clock: the CPU time of a text is set against that of one a quarter as long. Quadratic work makes it sixteenfold.
"""

from __future__ import annotations

import io
import time
import zipfile
from xml.etree import ElementTree

import pytest

from fic2book.build import build
from fic2book.model import Failure, Job, Metadata, Settings, SourceFile
from tests.invariants import PAGES_ONLY, assert_built, assert_everything, assert_helpful

GROWTH = 9
"""Times the CPU time for four times the text: 4 when all is in proportion; a doubling may triple it, and chance may add something."""

SPARE = 0.4  # CPU seconds that no verdict is passed on

STORY = "The lamp was out, and she lit it again and sat down beside it to wait.\n\n"
PAGE = "<html><body><p>The lamp was out.</p>"
EPUB = Settings(formats=("epub",), cover="none")


def cpu(name: str, text: str) -> float:
    item = SourceFile(name, text.encode("utf-8", "surrogatepass"))
    start = time.process_time()
    assert_built(item)
    return time.process_time() - start


def assert_in_proportion(name: str, head: str, unit: str, tail: str, size: int) -> None:
    """`unit` repeated to `size` characters costs in proportion to the same repeated to a quarter of it."""
    few, many = (head + unit * (length // len(unit)) + tail for length in (size // 4, size))
    cpu(name, head + unit + tail)  # imports are paid for before the measuring
    short = cpu(name, few)
    long = cpu(name, many)
    if long > GROWTH * short + SPARE:  # a busy machine may have disturbed the one or the other
        short, long = max(short, cpu(name, few)), min(long, cpu(name, many))
    assert long <= GROWTH * short + SPARE, f"{short:.2f} s became {long:.2f} s"


FLOODS = [
    "<a ", "*", "_a ", "*a ", "/a ", "_a_", "Part ", "(", "((((a", "[a", "a.", '"', "'", '"a ', "'a ", "“", "‘a", "''", "``", " \n", "\n", " ", "\t", "\r", "A/N:", "&", "&#", "<", ">", "</", "<p>", "-", "--", "a-", "—a",
    ". . . ", "...", "!?", "~*", "=", "#", "xX", "oO", "1", "1/", "1.", "I", "IV ", "a/b, ", "a: ", ":", ";", "http://", "www.", "a@b.", "J.R.", "5'10\" ", "'90s ", "rock 'n' ", "I don't own ", "Disclaimer: ", "Title: ",
    "by ", "Chapter ", "Rated: R ", "2008-10-", "12:00 ", "Later ", "Oct ", "POV ", "The End ", "â€", "Ãƒ", "РЎ", "\\", "a_", "*_", "漢", "a", "\N{COMBINING ACUTE ACCENT}", "\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}",
    "\N{ZERO WIDTH NO-BREAK SPACE}", "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{NO-BREAK SPACE}", "\x85", "\N{LINE SEPARATOR}", "\x1c", "\ufffe", "\N{REPLACEMENT CHARACTER}", "\N{ZERO WIDTH JOINER}", "\N{MAN}\N{ZERO WIDTH JOINER}",
    "\N{FAMILY}", "\N{HEBREW LETTER ALEF} ", "\N{ARABIC LETTER ALEF}\N{ZERO WIDTH NON-JOINER}", "«a", "„a", "> ",
]  # fmt: skip
"""What makes long lines and floods of signs; a few characters, again and again."""

ROWS = [
    "Chapter 1\n\n", "Chapter One: Salt\n", "Prologue\n", "1.\n", "1. a\n", "1) a\n", "I\n", "Day 1\n", "Part 1\n", "* * *\n\n", "***\n\na\n\n", "~*~\n", "---\n", "\na\n\n\n", "a\n", "a\n\n", "A/N: a\n\n", "(A/N: a)\n", "TBC\n", "The End\n",
    "Title: a\n", "a: b\n", "Rating: PG\n", "Disclaimer: a\n", "by A\n", "London, 1945\n\n", "Two hours later\n\n", "Clark's POV\n\n", "2008-10-24\n", "12 comments\n", "Previous | Next\n", "a ... 1\n", "Salt\n\n", '"a\n\n', '"a," b.\n', "> a\n",
    "- a\n", "  a\n", "\x0c\n", "word word word word word word word word word word word word word word word\n", "For A\n", "1/2\n", "Contents\n", "Thank you\n\n", "[a]\n", "_a_\n\n",
]  # fmt: skip
"""Lines that a detector looks at, each among thousands of its like."""


@pytest.mark.parametrize("unit", FLOODS, ids=ascii)
def test_a_flood_of_signs_costs_in_proportion(unit):
    assert_in_proportion("story.txt", STORY, unit, f"\n\n{STORY}", 100_000)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ROWS, ids=ascii)
def test_thousands_of_lines_of_one_kind_cost_in_proportion(unit):
    assert_in_proportion("story.txt", STORY, unit, f"\n\n{STORY}", 24_000)


LEADS = ["Title: ", "Chapter 1: ", "A/N: ", "Disclaimer: ", "Summary: ", '"', "(", "[", "*", "12 October ", "Fandom: "]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("unit", ["a ", "* ", "-", ", gen", "(a", "a, ", "a/", "“a", ". "], ids=ascii)
def test_an_endless_header_line_costs_in_proportion(lead, unit):
    assert_in_proportion("story.txt", lead, unit, f"\n\n{STORY}", 100_000)


ELEMENTS = [
    "<div>", "<span>", "<blockquote>a", "<ul><li>a", "<ol>", "<i>", "<i>a<b>b", "<em><strong>", "<a href=x>", "<p>", "<p><i>", "<br>", "<table><tr><td>", "<td>a</td>", "<font>", "<q>", "<h2>a</h2>", "<sup>", "<img src=x alt=y>", "<pre>", "<dl><dt>a<dd>b",
    "<i>a</i>", "<i>a</i> ", "<b><i>a</i></b>", "<p>a</p>", "<p align=center>*</p>", "<hr>", "<div>a</div>", "</p>", "</i><i>", "<grin>", "<x y z>", "<a", "<!--", "<!-- a -->", "<![CDATA[", "<?", "<style>p{}</style>", "<script>", "<svg>", "<title>a</title>", "<wbr>",
    "<span lang=fr>a</span>", "<span style='font-style:italic'>a", "<tr><td>a</td><td>b</td></tr>", "<ul><li>a</li></ul>", "<dl class=tags><dt>Rating:</dt><dd>a</dd></dl>", "&amp;", "&#146;", "&#xD800;", "&#x110000;", "&#0;", "&nbsp;", "&#xFFFE;", "&lt;", "\x00",
]  # fmt: skip


@pytest.mark.parametrize("unit", ELEMENTS, ids=ascii)
def test_a_flood_of_markup_costs_in_proportion(unit):
    assert_in_proportion("story.html", PAGE, unit, "<p>She lit it.</p>", 32_000)


ATTRIBUTES = [
    ('<p class="', "a ", '">b</p>'), ('<p style="', "a:b;", '">b</p>'), ("<p ", "a=b ", ">c</p>"), ("<i ", 'class="b" ', ">c</i>"), ("<a href='", "x", "'>b</a>"), ("<img src='data:image/gif;base64,", "A", "'>"), ("<img src=x alt='", "a ", "'>"),
    ("<style>", "p{a:b}", "</style>"), ("<style>", "p{", "</style>"), ("<style>", "/*", "</style>"), ("<style>", ".a,", "</style>"), ("<title>", "a ", "</title>"), ("<", "a", ">"), ("<", "a:", ">"), ("<!--", "-- ", "-->"), ("<!DOCTYPE ", "a ", ">"), ("<h1>", "a ", "</h1>"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "unit", "tail"), ATTRIBUTES, ids=ascii)
def test_an_endless_attribute_costs_in_proportion(head, unit, tail):
    assert_in_proportion("story.html", PAGE + head, unit, f"{tail}<p>She lit it.</p>", 100_000)


@pytest.mark.parametrize(
    "unit",
    [
        "# ",
        "#",
        "* ",
        "> ",
        "[",
        "[a](",
        "![",
        "`",
        "|",
        "- ",
        "**a",
        "_a",
        "<a ",
        "\\",
        "[a]: ",
        "a\n===\n",
        "|a|b|\n",
        "```\n",
        "a*",
        "***a**",
        "1. a\n",
    ],
    ids=ascii,
)
def test_a_flood_of_markdown_costs_in_proportion(unit):
    assert_in_proportion("story.md", STORY, unit, f"\n\n{STORY}", 24_000)


@pytest.mark.parametrize(
    "unit",
    [
        "{",
        "}",
        "\\par ",
        "\\'92",
        "\\u8217?",
        "{\\b ",
        "\\bin9 ",
        "\\u-10179 ?",
        "\\pict ",
        "{\\*\\x ",
        "\\cell ",
        "{\\footnote ",
        "\\",
        '{\\field{\\fldinst HYPERLINK "x"}{\\fldrslt a}}',
    ],
    ids=ascii,
)
def test_a_flood_of_rich_text_costs_in_proportion(unit):
    assert_in_proportion("story.rtf", "{\\rtf1\\ansi The lamp was out.\\par ", unit, "}", 24_000)


# ---------------------------------------------------------------- sheer size


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        STORY * 14_000,
        STORY.strip() * 14_000,
        "a" * 1_000_000,
        "\n" * 1_000_000 + STORY,
        f"{STORY}{' ' * 1_000_000}{STORY}",
    ],
    ids=[
        "a long novel",
        "one line of a megabyte",
        "one word of a megabyte",
        "a million blank lines",
        "a megabyte of blanks",
    ],
)
def test_size_alone_is_no_reason_to_refuse(text):
    assert assert_built(SourceFile("story.txt", text.encode())) is not None


@pytest.mark.parametrize("opening", ["<div>", "<blockquote>", "<ul><li>", "<i>", "<span>", "<table><tr><td>", "<b><i>"])
def test_tens_of_thousands_of_elements_within_each_other_are_read_or_refused(opening):
    assert_built(SourceFile("story.html", (PAGE + opening * 30_000 + "She lit it.").encode()))


# ---------------------------------------------------------------- what no EPUB may hold


UNPRINTABLE = "\x00\x01\x08\x0b\x0c\x1b\x7f\x80\x9f\ufffe\uffff\N{REPLACEMENT CHARACTER}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\U0001fffe"
BIDI = "\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}\N{ARABIC LETTER MARK}"


def epub_of(*items: SourceFile, metadata: Metadata = Metadata(), name: str = "story") -> dict[str, bytes]:
    """The files within the EPUB of a job; fails unless there is one and all its markup is XML."""
    outcome = build(Job(name, items, EPUB, metadata))
    assert outcome.error is None, outcome.error
    (made,) = outcome.files
    with zipfile.ZipFile(io.BytesIO(made.data)) as book:
        files = {entry: book.read(entry) for entry in book.namelist()}
    for entry, data in files.items():
        assert ".." not in entry.split("/")
        assert not entry.startswith("/")
        if entry.endswith((".xhtml", ".opf", ".ncx", ".xml")):
            ElementTree.fromstring(data)
    return files


@pytest.mark.parametrize("name", ["story.txt", "story.html", "story.md"])
@pytest.mark.parametrize("character", [*UNPRINTABLE, *BIDI], ids=ascii)
def test_a_character_that_markup_cannot_hold_breaks_no_epub(name, character):
    text = f"Title: The{character}Lamp\nAuthor: A.{character}Nonymous\nSummary: A{character}lamp\n\nChapter 1: Sa{character}lt\n\n{character}The la{character}mp was out.{character}\n\n"
    text = text.replace("\n\n", "<p>").replace("\n", "<br>") if name.endswith("html") else text
    item = SourceFile(name, (text + STORY * 30).encode())
    assert_everything(item.name, item.data)
    epub_of(item)


@pytest.mark.parametrize(
    "entity",
    [
        "&#xD800;",
        "&#xDFFF;",
        "&#0;",
        "&#x1;",
        "&#xFFFE;",
        "&#x1FFFF;",
        "&#x110000;",
        "&#99999999999;",
        "&#x202E;",
        "&#x;",
        "&#",
        "&nosuch;",
        "&amp;lt;",
        "&lt;script&gt;",
    ],
)
def test_an_entity_that_means_nothing_breaks_no_epub(entity):
    data = f"<title>T{entity}</title><h2>Chapter 1{entity}</h2><p>The lamp{entity} was out.<img src='{entity}' alt='{entity}'><a href='{entity}'>{entity}</a>{f'<p>{STORY}' * 9}".encode()
    assert_everything("story.html", data)
    epub_of(SourceFile("story.html", data))


NASTY = [
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=a>',
    "'; DROP TABLE",
    "a & b < c > d",
    "]]>",
    "<!--",
    "&amp;&lt;",
    "\\u0000",
    "{{x}}",
    "../../etc/passwd",
    "\N{RIGHT-TO-LEFT OVERRIDE}evil",
    "a" * 4000,
    "Lamp\n# [[mark]]\nquote = 'x'",
]


@pytest.mark.parametrize("words", NASTY, ids=lambda words: words[:20])
def test_markup_in_metadata_is_words(words):
    metadata = Metadata(
        title=words,
        authors=(words,),
        series=words,
        series_index="1",
        summary=words,
        tags=(words,),
        publisher=words,
        rights=words,
        source=words,
        date="2008-10-24",
    )
    files = epub_of(SourceFile("story.txt", STORY.encode()), metadata=metadata)
    assert not any(b"<script>alert" in data or b"onerror=a>" in data for data in files.values())


@pytest.mark.parametrize("words", NASTY, ids=lambda words: words[:20])
def test_markup_in_header_lines_is_words(words):
    line = " ".join(words.split())
    item = SourceFile(
        "story.txt",
        f"Title: {line}\nAuthor: {line}\nRating: {line}\nSummary: {line}\n\nChapter 1: {line}\n\n{STORY}".encode(),
    )
    assert_everything(item.name, item.data)
    files = epub_of(item)
    assert not any(b"<script>alert" in data or b"onerror=a>" in data for data in files.values())


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.txt",
        "/etc/passwd.txt",
        "a/b\\c.txt",
        "con.txt",
        ".txt",
        "",
        "a\x00b.txt",
        "\N{RIGHT-TO-LEFT OVERRIDE}txt.exe",
        "<b>.txt",
        "a" * 400 + ".txt",
        "“quotes” & 'more'.txt",
    ],
)
def test_the_name_of_a_file_cannot_leave_its_place(name):
    files = epub_of(SourceFile(name, STORY.encode()), name="story")
    assert "mimetype" in files


def refusal(data: bytes, name: str = "story.txt") -> Failure:
    outcome = build(Job("story", (SourceFile(name, data),), PAGES_ONLY))
    assert outcome.error is not None
    assert_helpful(outcome.error.message, name)
    return outcome.error


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t" * 999,
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x00" * 999,
        bytes(range(256)) * 40,
        b"PK\x03\x04" + b"\x00" * 99,
        b"{\\rtf1}",
        b"<html></html>",
        b"<html><!--",
        "\N{ZERO WIDTH SPACE}".encode() * 99,
    ],
)
def test_what_holds_no_story_is_refused_in_words(data):
    assert refusal(data).exit_code == 3
