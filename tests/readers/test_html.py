from __future__ import annotations

import warnings

import pytest

from fic2book.build import build
from fic2book.model import Image, Job, Run, Settings, SourceFile
from fic2book.readers import read
from fic2book.readers.sniff import find_media
from tests.readers.tiling import assert_tiles

GIF = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


def page(markup, name="x.html"):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        manuscript = read(name, markup.encode(), media="html")
    assert_tiles(manuscript)
    return manuscript


def shapes(markup):
    return [(block.kind, block.text) for block in page(markup).blocks]


def marked(markup):
    return [
        (inline.text, inline.marks)
        for block in page(markup).blocks
        for inline in block.inlines
        if isinstance(inline, Run) and inline.text
    ]


def codes(manuscript):
    return [notice.code for notice in manuscript.notices]


# ---------------------------------------------------------------- what must not happen


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d",
        "I <3 you",
        "x <<< y",
        "1<2>3",
        "-> <- <-- -->",
        "AT&T and R&D",
        "<grin> and <eg>",
        "<I can't believe it>",
    ],
)
def test_words_in_angle_brackets_are_not_lost(text):
    printed = page(f"<p>so {text} she said</p>").blocks[0].text.lower()
    assert [letter for letter in printed if letter.isalnum()] == [
        letter for letter in f"so{text}shesaid".lower() if letter.isalnum()
    ]


def test_programs_and_styles_are_no_text_and_the_user_is_told():
    manuscript = page(
        "<p onclick='x()'>One.</p><script>alert('no')</script><style>p{}</style><template><p>t</p></template><object>o</object>"
    )
    assert manuscript.source.text == "One."
    assert codes(manuscript) == ["active-content"]
    assert "script" in manuscript.notices[0].message


def test_a_script_in_a_link_is_no_link():
    runs = (
        page(
            "<p><a href=' JavaScript:x()'>bad</a> <a href='http://example.org/'>good</a> <a href='file:///etc/passwd'>worse</a></p>"
        )
        .blocks[0]
        .inlines
    )
    assert {run.href for run in runs if isinstance(run, Run)} == {"", "http://example.org/"}


def test_nothing_is_fetched_and_the_address_is_kept():
    manuscript = page(
        "<p><img src='http://example.org/a.png' alt='A lamp'></p><img src='b.png'><img src='//example.org/c.png'>"
    )
    images = [inline for block in manuscript.blocks for inline in block.inlines if isinstance(inline, Image)]
    assert [(image.resource, image.alt, image.source) for image in images] == [
        ("", "A lamp", "http://example.org/a.png"), ("", "", "b.png"), ("", "", "//example.org/c.png"),
    ]  # fmt: skip
    assert codes(manuscript) == ["remote-image", "remote-image", "missing-image"]


def test_what_a_book_cannot_hold_is_dropped_from_the_words_of_a_picture():
    manuscript = page("<p>One.<img src='http://example.org/&#1;a.png' alt='A&#xFFFE; lamp&#x1;'></p>")
    (image,) = [inline for block in manuscript.blocks for inline in block.inlines if isinstance(inline, Image)]
    assert (image.alt, image.source) == ("A lamp", "http://example.org/a.png")


def test_counting_pixels_are_no_pictures():
    assert shapes("<p>One.<img src='http://example.org/t.gif' width=1 height=1></p>") == [("paragraph", "One.")]


@pytest.mark.parametrize("tag", ["i", "em", "b", "strong", "u"])
def test_emphasis_that_is_never_closed_ends_with_its_paragraph(tag):
    manuscript = page(f"<p>One <{tag}>two<p>Three.<p>Four.")
    assert [run.marks != () for block in manuscript.blocks for run in block.inlines] == [False, True, False, False]
    assert "unclosed-markup" in codes(manuscript)


def test_an_empty_title_in_xhtml_does_not_swallow_the_page():
    markup = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script src='x'/></head><body><a id='y'/><p>One<i/> two.</p></body></html>"
    assert marked(markup) == [("One two.", ())]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>One.</p></body></html><p>Two.</p>",
        "<html><body><p>One.</p></body></html><html><body><p>Two.</p></body></html>",
    ],
)
def test_text_after_the_end_of_the_page_is_kept(markup):
    assert shapes(markup) == [("paragraph", "One."), ("paragraph", "Two.")]


def test_numbers_outside_unicode_do_not_stop_the_reader():
    assert page("<p>a&#x110000;b&#0;c&#xD800;d&#146;s&bogus;</p>").blocks[0].text.endswith("d’s&bogus;")


# ---------------------------------------------------------------- paragraphs


def test_white_space_collapses_by_rule():
    block = page("<p>\n  One\n  two   <b> three</b> \n</p>").blocks[0]
    assert block.text == "One two three"
    assert {inline.rule for inline in block.inlines} == {"", "whitespace"}


def test_empty_paragraphs_count_as_blank_lines():
    blocks = page(
        "<p>One.</p><p>&nbsp;</p><p></p><p><br></p><p>Two.</p><div></div><p>Three.</p><div>&nbsp;</div><br><br>Four."
    ).blocks
    assert [(block.text, block.blanks) for block in blocks] == [("One.", 0), ("Two.", 3), ("Three.", 0), ("Four.", 3)]


def test_doubled_line_breaks_part_paragraphs():
    blocks = page("<div>One.<br><br>Two.<br>\n<br/><br>Three.<br>“Four.”<br>“Five.”</div>").blocks
    assert [(block.text, block.blanks) for block in blocks] == [
        ("One.", 0),
        ("Two.", 1),
        ("Three.", 2),
        ("“Four.”", 0),
        ("“Five.”", 0),
    ]


def test_header_lines_within_one_paragraph_stand_alone():
    markup = "<p><b>Title:</b> Salt<br><b>Fandom:</b> Tidewatch<br /><b>Rating:</b> PG</p>"
    assert [text for _, text in shapes(markup)] == ["Title: Salt", "Fandom: Tidewatch", "Rating: PG"]


def test_verse_keeps_its_lines():
    assert shapes("<p>The sea is deep,<br>the sea is wide,<br>the sea has nothing more to hide</p>") == [
        ("verse", "The sea is deep,\nthe sea is wide,\nthe sea has nothing more to hide")
    ]


def test_the_close_of_a_letter_stays_together():
    assert shapes("<p style='text-align: right'>Yours,<br>Mara</p>") == [("paragraph", "Yours,\nMara")]
    assert page("<p style='text-align: right'>Yours,<br>Mara</p>").blocks[0].align == "right"


def test_lines_wrapped_with_breaks_are_joined():
    lines = [
        "The harbour lay under fog until noon, and then the fog lifted all", "at once, as if somebody had thought better of it. Mara counted the",
        "boats. There were eleven, which was right, and a twelfth, which was", "not, and it was some time before she understood what she saw there.",
    ]  # fmt: skip
    assert (
        shapes("<div>" + "<br>\n".join(lines) + "<br><br>\n" + "<br>\n".join(lines) + "</div>")
        == [("paragraph", " ".join(lines))] * 2
    )


def test_plain_text_within_markup_keeps_its_paragraphs():
    text = "The rain began at midnight and did not stop until the <i>morning</i>.\n\nShe waited at the window.\n\nNobody came, which was what she had expected, and yet she minded it more than she could say, and said so to the lamp.\n"
    assert len(page(text).blocks) == 3


def test_a_story_in_a_pre_element_is_read_as_text():
    text = "\n\n".join(
        [
            "The harbour lay under fog until noon, and then the fog lifted all\nat once, as if somebody had thought better of it. Mara counted."
        ]
        * 4
    )
    assert {(block.kind, block.text.count("\n")) for block in page(f"<pre>{text}</pre>").blocks} == {("paragraph", 0)}


def test_a_drawing_in_a_pre_element_is_kept_as_it_is():
    assert shapes("<pre>  /\\_/\\\n ( o.o )\n</pre>") == [("preformatted", "  /\\_/\\\n ( o.o )")]


# ---------------------------------------------------------------- marks and kinds


@pytest.mark.parametrize(
    ("markup", "mark"),
    [
        ("<i>x</i>", "em"), ("<em>x</em>", "em"), ("<b>x</b>", "b"), ("<strong>x</strong>", "strong"), ("<u>x</u>", "u"), ("<s>x</s>", "s"),
        ("<del>x</del>", "s"), ("<code>x</code>", "code"), ("<small>x</small>", "small"), ("<sub>x</sub>", "sub"), ("<sup>x</sup>", "sup"),
        ("<span style='font-style: italic'>x</span>", "em"), ("<span style='font-weight:700'>x</span>", "b"),
        ("<span style='font-variant: small-caps'>x</span>", "smallcaps"), ("<span style='text-decoration: underline'>x</span>", "u"),
        ("<style>.c3 { font-style: italic; }</style><span class='c3'>x</span>", "em"),
    ],
)  # fmt: skip
def test_marks_are_kept(markup, mark):
    assert marked(f"<p>a {markup} b</p>") == [("a ", ()), ("x", (mark,)), (" b", ())]


@pytest.mark.parametrize("tag", ["i", "em", "b", "u", "strong"])
def test_emphasis_across_paragraphs_is_kept(tag):
    expected = {"i": "em", "em": "em"}.get(tag, tag)
    assert marked(f"<p>a <{tag}>b</p><p>c</{tag}> d</p>") == [
        ("a ", ()),
        ("b", (expected,)),
        ("c", (expected,)),
        (" d", ()),
    ]
    assert marked(f"<{tag}><p>a</p><p>b</p></{tag}><p>c</p>") == [("a", (expected,)), ("b", (expected,)), ("c", ())]


def test_headings_rules_lists_quotations_and_tables_have_their_kinds():
    markup = "<h2>One</h2><hr><ul><li>a<ol start=3><li>b<li>c</ol></ul><blockquote><p>q</p><blockquote>r</blockquote></blockquote><table><tr><td>1<td>2</table>"
    assert [(block.kind, block.text, block.level, block.marker) for block in page(markup).blocks] == [
        ("heading", "One", 2, ""), ("rule", "", 0, ""), ("item", "a", 1, "•"), ("item", "b", 2, "3."), ("item", "c", 2, "4."),
        ("quote", "q", 1, ""), ("quote", "r", 2, ""), ("table", "1\t2", 0, ""),
    ]  # fmt: skip


def test_a_table_that_lays_out_a_page_is_text():
    assert shapes("<table><tr><td><p>One.</p><p>Two.</p></td><td><p>Three.</p></td></tr></table>") == [
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("paragraph", "Three."),
    ]


def test_a_page_that_is_one_quotation_is_not_quoted():
    assert {kind for kind, _ in shapes("<blockquote>" + "<p>Something happened.</p>" * 20 + "</blockquote>")} == {
        "paragraph"
    }


@pytest.mark.parametrize(
    "markup",
    [
        "<center>x</center>",
        "<p align=center>x</p>",
        "<div style='text-align:center'><p>x</p></div>",
        "<style>p.c{text-align:center}</style><p class=c>x",
    ],
)
def test_alignment_is_kept(markup):
    assert page(markup).blocks[0].align == "center"


def test_classes_and_ids_become_hints_the_nearest_first():
    assert (
        page("<div id=Chapter class='Body Text'><p class=first>x</p></div>").blocks[0].hint == "first body text chapter"
    )


def test_pictures_within_the_page_become_resources_once():
    manuscript = page(f"<p>a <img src='{GIF}' alt='dot'> b</p><img src='{GIF}'>")
    assert len(manuscript.resources) == 1
    assert manuscript.resources[0].media_type == "image/gif"
    assert [block.kind for block in manuscript.blocks] == ["paragraph", "image"]


def test_the_pages_title_and_language_are_metadata():
    manuscript = page(
        "<html lang='de'><head><title>Salz &amp; Seil</title></head><body><p>Eins <span lang='fr'>deux</span></p></body></html>"
    )
    assert manuscript.metadata is not None
    assert (manuscript.metadata.title, manuscript.metadata.language) == ("Salz & Seil", "de")
    assert [run.lang for run in manuscript.blocks[0].inlines if isinstance(run, Run)] == ["", "fr"]
    assert manuscript.removed[0].why == "markup"


def test_quotation_elements_print_their_marks():
    assert page("<p>He said <q>late</q>.</p>").blocks[0].text == "He said “late”."


# ---------------------------------------------------------------- which reader


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("x.txt", b"a < b", "text"), ("x.html", b"plain words", "text"), ("x.txt", b"<!DOCTYPE html><p>x", "html"),
        ("x.txt", b"  <?xml version='1.0'?>\n<html>", "html"), ("x", b"one <i>two</i> three <b>four</b>", "html"),
        ("x.txt", b"she <3 him </3 <grin> and <i>once</i>", "text"), ("x.md", b"# One\n<b>x</b> <i>y</i>", "markdown"),
        ("x.html", b"{\\rtf1 x}", "rtf"), ("x.txt", "<p>é</p><p>x</p>".encode("utf-16"), "html"), ("x.htm", b"<p>x", "html"),
        ("x.html", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "mhtml"),
    ],
)  # fmt: skip
def test_the_format_is_found_by_content_before_the_name(name, data, media):
    assert find_media(name, data) == media


def test_buttons_within_a_paragraph_are_left_out_and_told_and_the_book_is_made():
    markup = (
        "<h1>Lamp</h1><p>She waited.<button>Like this</button> Nobody came.</p>"
        "<p> <select><option>one</option><option>two</option></select>In the morning it rained.</p>"
    )
    manuscript = page(markup)
    assert [block.text for block in manuscript.blocks] == [
        "Lamp",
        "She waited. Nobody came.",
        "In the morning it rained.",
    ]
    assert codes(manuscript) == ["controls"]
    assert "“Like this”" in manuscript.notices[0].message
    settings = Settings(formats=("epub",), cover="none", chrome="appendix")
    assert build(Job("x", (SourceFile("x.html", markup.encode()),), settings)).error is None


def test_many_buttons_are_counted():
    manuscript = page("<p>She waited." + "".join(f"<button>No {number}</button>" for number in range(9)) + "</p>")
    assert manuscript.notices[0].message.endswith("and 4 more.")


def test_a_link_to_a_place_within_the_page_is_no_link():
    assert all(not run.href for run in page("<p>Go <a href='#top'>up</a>.</p>").blocks[0].inlines)
