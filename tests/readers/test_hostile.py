"""Files made to hurt: bombs, loops, absurd nesting. Each is read or refused in words, in bounded work; nothing leaves the job."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from fic2book.errors import SourceError
from fic2book.model import Image
from fic2book.readers import archive as archive_module
from fic2book.readers import read
from tests.readers.archives import PNG, WORD, docx, epub, odt, packed, word_paragraph
from tests.readers.tiling import assert_tiles

MARKUP = {
    "open tags": "<p>x</p><p>" + "<a " * 21_000,
    "comments": "<p>x</p><p>" + "<!--" * 16_000,
    "declarations": "<p>x</p><p>" + "<!" * 32_000,
    "end tags": "<p>x</p><p>" + "</" * 32_000,
    "ampersands": "<p>x</p><p>" + "&" * 64_000,
    "deep blocks": "<p>x</p><p>" + "<div>" * 6_000 + "y",
    "deep quotations": "<p>x</p><p>" + "<blockquote>" * 4_000 + "y",
    "deep lists": "<p>x</p><p>" + "<ul><li>" * 4_000 + "y",
    "deep tables": "<p>x</p><p>" + "<table><tr><td>a<td>b" * 1_000,
    "deep emphasis": "<p>x</p><p>" + "<b><i>" * 4_000 + "y",
    "attributes": "<p>x</p><p " + "a=b " * 16_000 + ">y</p>",
    "line breaks": "<p>x</p><p>" + "<br>" * 16_000 + "y</p>",
    "styles": "<p>x</p></p><style>" + "{" * 64_000 + "</style>y",
    "selectors": "<p>x</p></p><style>" + ".a," * 8_000 + "{font-style:italic}</style>y",
    "data addresses": "<p>x</p></p><img src='data:" + ";a=" * 8_000 + "'>",
    "self-closed": "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>x</p></p>" + "<a/" * 8_000,
    "entities": '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>x</p></p>&b;&b;',
    "external": '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>x</p></p>&a;',
}


@pytest.mark.parametrize("name", MARKUP)
def test_hostile_markup_is_read_or_refused(name):
    manuscript = read("x.html", MARKUP[name].encode())
    assert_tiles(manuscript)
    assert "root:" not in manuscript.source.text
    assert "x" in manuscript.source.text


TEXTS = {
    "blank lines": "a\n" + "\n" * 300_000 + "b",
    "one line": "word " * 300_000,
    "arrows": ">\n" * 8_000 + "> a\n> b",
    "labels": "Title: x\n" * 8_000,
    "numbers": "".join(f"{number}. x\n" for number in range(8_000)),
    "dashes": "- a\n" * 8_000,
    "verse": "roses are red,\n" * 8_000,
    "spaces": " " * 300_000 + "x",
    "controls": "a\N{ZERO WIDTH SPACE}" * 8_000,
    "code points": "\x92a" * 8_000,
    "words of one line each": "word\n" * 8_000,
    "brackets": "[" * 8_000 + "\n" + "<" * 8_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_read(name):
    assert_tiles(read("x.txt", TEXTS[name].encode()))


# ---------------------------------------------------------------- archives


def test_a_file_that_unpacks_to_far_more_than_it_packs_is_refused():
    bomb = packed({"1.txt": b"a" * 3_000_000})
    assert len(read("x.zip", bomb).source.text) == 3_000_000  # long, but no bomb
    forged = bytearray(bomb)
    place = forged.rfind(b"PK\x01\x02")
    forged[place + 24 : place + 28] = struct.pack("<I", 0xFFFFFF0)
    with pytest.raises(SourceError, match="zip bomb"):
        read("x.zip", bytes(forged))


def test_an_archive_may_not_unpack_to_more_than_its_bounds(monkeypatch):
    monkeypatch.setattr(archive_module, "TOTAL", 1000)
    with pytest.raises(SourceError, match="unpacks to more than is allowed"):
        read("x.zip", packed({f"{number}.txt": "words " * 50 for number in range(9)}))


def test_an_archive_may_not_hold_endless_files(monkeypatch):
    monkeypatch.setattr(archive_module, "MEMBERS", 10)
    with pytest.raises(SourceError, match="files; 10 are allowed"):
        read("x.zip", packed({f"{number}.txt": "x" for number in range(11)}))


@pytest.mark.parametrize(
    "path", ["../../../etc/passwd", "/etc/passwd", "..\\..\\x.png", "file:///etc/passwd", "%2e%2e/%2e%2e/etc/passwd"]
)
def test_no_path_leads_out_of_an_archive(path):
    manuscript = read(
        "x.epub", epub({"1.xhtml": f"<p>One.</p><p><img src='{path}'/></p>"}, extra={"etc/passwd": "secret"})
    )
    assert not manuscript.resources
    assert [
        inline.resource for block in manuscript.blocks for inline in block.inlines if isinstance(inline, Image)
    ] == [""]


@pytest.mark.parametrize(
    "make",
    [
        lambda: packed({"1.txt": "words " * 500}),
        lambda: epub({"1.xhtml": "<p>One.</p>"}),
        lambda: docx(word_paragraph("x")),
        lambda: odt("<text:p>x</text:p>"),
    ],
)
@pytest.mark.parametrize("damage", ["cut", "flipped"])
def test_a_damaged_archive_is_refused_or_read_never_half_told(make, damage):
    data = bytearray(make())
    if damage == "cut":
        data = data[: len(data) // 2]
    else:
        for place in range(60, len(data) - 200, 97):
            data[place] ^= 0x55
    try:
        assert_tiles(read("x", bytes(data)))
    except SourceError as error:
        told = str(error)
    else:
        told = "x" * 41
    assert len(told) > 40


def test_an_encrypted_archive_is_refused_with_what_to_do():
    data = bytearray(packed({"1.txt": "x"}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(magic) + offset] |= 1
    with pytest.raises(SourceError, match=r"encrypted.*password"):
        read("x.zip", bytes(data))


def test_a_packing_nobody_here_can_unpack_is_refused():
    data = bytearray(packed({"1.txt": "x"}))
    for magic, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.find(magic) + offset] = 97
    with pytest.raises(SourceError, match="packed in a way"):
        read("x.zip", bytes(data))


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    + "]>"
)


def test_entities_in_a_word_document_are_refused():
    document = f'<?xml version="1.0"?>{BOMB}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
    with pytest.raises(SourceError, match="entities"):
        read("x.docx", docx("", **{"word/document.xml": document}))


@pytest.mark.parametrize("name", ["OPS/book.opf", "OPS/toc.ncx", "META-INF/container.xml"])
def test_entities_in_an_epub_are_never_expanded(name):
    plain = zipfile.ZipFile(io.BytesIO(epub({"1.xhtml": "<p>One.</p>"}))).read(name).decode()
    try:
        manuscript = read("x.epub", epub({"1.xhtml": "<p>One.</p>"}, extra={name: BOMB + plain.replace("Salt", "&j;")}))
    except SourceError:
        return
    assert len(repr(manuscript)) < 10_000


def test_entities_in_an_opendocument_text_are_never_expanded():
    content = zipfile.ZipFile(io.BytesIO(odt("<text:p>x &amp;</text:p>"))).read("content.xml").decode().split("?>")[1]
    manuscript = read("x.odt", odt("", **{"content.xml": BOMB + content.replace("&amp;", "&j;")}))
    assert len(manuscript.source.text) < 100


def test_a_word_document_nested_without_end_is_refused():
    body = "<w:tbl><w:tr><w:tc>" * 200 + word_paragraph("x") + "</w:tc></w:tr></w:tbl>" * 200
    with pytest.raises(SourceError, match="levels deep"):
        read("x.docx", docx(body))


def test_an_opendocument_text_nested_deeply_is_read():
    depth = 80
    manuscript = read(
        "x.odt",
        odt("<text:list><text:list-item>" * depth + "<text:p>x</text:p>" + "</text:list-item></text:list>" * depth),
    )
    assert manuscript.blocks[0].text == "x"


@pytest.mark.parametrize(
    "data",
    [
        "{\\rtf1" + "{" * 60_000,
        "{\\rtf1" + "}" * 60_000 + "x\\par",
        "{\\rtf1\\bin99999999 x}",
        "{\\rtf1 " + "\\'e9" * 8_000 + "}",
        "{\\rtf1 \\u99999999 ?\\uc9999 x}",
    ],
)
def test_hostile_rich_text_is_read_or_refused(data):
    try:
        assert_tiles(read("x.rtf", data.encode()))
    except SourceError as error:
        told = str(error)
    else:
        told = "x.rtf"
    assert "x.rtf" in told


def test_markdown_nested_deeply_is_read():
    for text in (
        "- " * 120 + "x",
        "[" * 5_000 + "x",
        "*" * 5_000 + "x",
        "> - " * 120 + "x",
        "`" * 5_000 + "x",
        "<" * 5_000 + "x",
    ):
        assert_tiles(read("x.md", f"start\n\n{text}\n".encode()))


def test_pictures_beyond_the_bound_are_left_out(monkeypatch):
    from fic2book.readers import pictures

    monkeypatch.setattr(pictures, "LIMIT", len(PNG) + 3)
    manuscript = read(
        "x.epub",
        epub(
            {"1.xhtml": "<p>x<img src='a.png'/><img src='b.png'/></p>"},
            extra={"OPS/a.png": PNG, "OPS/b.png": PNG + b"\0"},
        ),
    )
    assert len(manuscript.resources) == 1
    assert [notice.code for notice in manuscript.notices] == ["missing-image"]


def test_an_archive_of_air_is_refused_before_anything_is_unpacked(monkeypatch):
    monkeypatch.setattr(archive_module, "TOTAL", 2_000_000)
    monkeypatch.setattr(archive_module.Archive, "read", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(SourceError, match="zip bomb"):
        read("x.zip", packed({f"{number}.txt": b"a" * 500_000 for number in range(5)}))


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY e "word">',
        "<!ENTITY e SYSTEM 'file:///etc/passwd'>",
        '<!ENTITY a "]>"><!ENTITY b "&a;&a;">',
        "<!ELEMENT x (y)>",
    ],
)
def test_definitions_in_a_document_type_are_no_words_of_the_story(subset):
    page = f'<?xml version="1.0"?><!DOCTYPE html [{subset}]><html><body><p>It rained.</p></body></html>'
    assert [block.text for block in read("x.xhtml", page.encode()).blocks] == ["It rained."]


def test_a_flood_of_document_types_is_read_in_bounded_time():
    assert read("x.html", b"<!DOCTYPE x [" + b"<!a '\"" * 50_000 + b"<p>It rained.</p>").blocks
