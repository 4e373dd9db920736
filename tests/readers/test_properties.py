"""Whatever the input, nothing is lost: blocks and removals tile the text, and a reader refuses in words or reads."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fic2book.errors import SourceError
from fic2book.readers import read
from tests.readers.tiling import assert_tiles

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "", "", " ", "* * *", "Title: Salt", "- one", "- two", "- three", "1. one", "2. two", "> quoted", ">", ">> deep", "\t", "\xa0\xa0In",
                "<nick> hello", "--", "word-", "The rain went on and on over the harbour until nobody could remember when it had begun to fall",
                "and the lamp burned low,", "“Late,” she said.", "\x92tis \x85", "â\x80\x99", "\x0c", "a\tb", "\ufeff", "\u2028", "漢字漢字",
            ]
        ),
        st.text(max_size=100),
    ),
    max_size=30,
)  # fmt: skip

PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<p>", "</p>", "<br>", "<br/><br>", "<i>", "</i>", "<em class=x>", "</em>", "<b>", "</b>", "<div class='a b' align=center>", "</div>", "<ul>",
                "<li>", "</ul>", "<ol start=3>", "</ol>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<hr>", "<table>", "<tr>", "<td>",
                "</table>", "<img src=x alt=y>", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "<a href='http://x/'>", "</a>", "<grin>",
                "<I am lost>", "<!-- c -->", "<script>x</script>", "<style>p{}</style>", "<title>T</title>", "<h2>", "</h2>", "&nbsp;", "&amp;", "&#146;",
                "&#0;", "<q>", "</q>", "<button>B</button>", "<center>", "</center>", " ", "\n", "\n\n", "  a  b ", "word ", "roses are red,\n", "<![CDATA[x]]>",
                "<svg><title>s</title></svg>", "<dl><dt>Rating:</dt><dd>", "</dl>", "<p id=preface class=message>Posted originally on the", "\x85", "\x00",
            ]
        ),
        st.text(max_size=20),
    ),
    max_size=40,
)  # fmt: skip


def read_or_refuse(name: str, data: bytes, media: str = "") -> None:
    try:
        assert_tiles(read(name, data, media=media))
    except SourceError as error:
        told = str(error)
    else:
        told = "nothing to tell, it was read"
    assert len(told) > 20


@FEW
@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_any_text_is_tiled(lines, end):
    read_or_refuse("x.txt", end.join(lines).encode("utf-8", "surrogatepass"), "text")


def ascii_letters(text: str) -> str:
    return "".join(character for character in text if character.isascii() and character.isalpha())


@FEW
@given(LINES)
def test_every_letter_of_a_text_stands_in_a_block_in_its_order(lines):
    text = "\n".join(line for line in lines if "\x00" not in line)
    try:
        manuscript = read("x.txt", text.encode("utf-8", "replace"), media="text")
    except SourceError:
        return
    assert ascii_letters("".join(block.text for block in manuscript.blocks)) == ascii_letters(manuscript.source.text)


@FEW
@given(PIECES)
def test_any_markup_is_tiled(pieces):
    read_or_refuse("x.html", "".join(pieces).encode("utf-8", "surrogatepass"), "html")


@FEW
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_words(data):
    read_or_refuse("x.txt", data)


@pytest.mark.parametrize("media", ["rtf", "mhtml", "epub", "docx", "odt", "zip"])
@settings(max_examples=25, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_given_as_a_format_are_read_or_refused_in_words(media, data):
    read_or_refuse("x", data, media)


@FEW
@given(LINES)
def test_any_text_given_as_markdown_is_tiled(lines):
    read_or_refuse("x.md", "\n".join(lines).encode("utf-8", "replace"), "markdown")


RTF = st.lists(
    st.sampled_from(
        ["{", "}", "\\par ", "\\b ", "\\b0 ", "\\i", "\\'92", "\\u8217?", "\\uc2", "\\u-10179 ?\\u-8694 ?", "\\*\\x ", "\\pict 00ff", "\\line", "text ", "\\~", "\\bin3 ab",
         "\\footnote ", "\\cell", "\\row", "\\fonttbl\\f0\\fcharset204 x;", "\\v hid", "\\qc ", "\\", "\r\n", "\\outlinelevel0 "]
    ),
    max_size=40,
)  # fmt: skip


@FEW
@given(RTF)
def test_any_rich_text_is_tiled(tokens):
    read_or_refuse("x.rtf", ("{\\rtf1\\ansi " + "".join(tokens)).encode("ascii"))
