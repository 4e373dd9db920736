"""The EPUB as a file: what is in it, and that it is the same every time."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from fic2book.errors import UsageError
from fic2book.exporters import EXPORTERS, find_exporter
from fic2book.exporters.epub.kobo import with_spans
from fic2book.model import Cover, Metadata, Settings
from fic2book.render import render
from fic2book.styles import style_names
from tests.builders import anthology, block, book, chapter, image, metadata, picture, rich_book, scene, story

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
OPS = "{http://www.idpf.org/2007/ops}"
XHTML = "{http://www.w3.org/1999/xhtml}"
COVER = Cover(picture("c", "JPEG", (16, 26)).data, 16, 26, "The Lamp — A. Nonny")


def exported(made, cover: Cover | None = COVER, **settings) -> bytes:
    chosen = Settings(**settings)
    (file,) = find_exporter("epub")(made, render(made, chosen), cover, chosen)
    return file.data


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def parsed(markup: str | bytes) -> Any:
    return etree.fromstring(markup)


def package(data: bytes):
    return parsed(opened(data).read("EPUB/content.opf"))


def statements(data: bytes, name: str) -> list[str]:
    root = package(data)
    if ":" not in name:
        return [element.text for element in root.iter(DC + name)]
    told = [element.text for element in root.iter(f"{OPF}meta") if element.get("property") == name]
    return told or [element.get("content") for element in root.iter(f"{OPF}meta") if element.get("name") == name]


def spine(data: bytes) -> list[str]:
    return [element.get("idref") for element in package(data).iter(f"{OPF}itemref")]


def links(data: bytes, kind: str) -> list[tuple[int, str, str]]:
    """Depth, title and address of each entry of one nav."""
    root = parsed(opened(data).read("EPUB/nav.xhtml"))
    nav = next(element for element in root.iter(f"{XHTML}nav") if element.get(f"{OPS}type") == kind)
    return [
        (sum(1 for _ in link.iterancestors(f"{XHTML}ol")), "".join(link.itertext()), link.get("href"))
        for link in nav.iter(f"{XHTML}a")
    ]


# ---------------------------------------------------------------- the table of formats


def test_an_unknown_format_names_the_nearest():
    with pytest.raises(UsageError, match="Did you mean “epub”"):
        find_exporter("epubs")


def test_an_unknown_device_names_the_nearest():
    with pytest.raises(UsageError, match="Did you mean “kindle”"):
        exported(rich_book(), device="kindel")


def test_finding_exporters_imports_no_heavy_library():
    code = (
        "import sys; import fic2book.exporters, fic2book.render, fic2book.devices;"
        "print([name for name in ('ebooklib', 'PIL', 'lxml', 'weasyprint', 'zipfile') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert list(EXPORTERS) == ["epub", "pdf"]


# ---------------------------------------------------------------- the zip


def test_the_same_book_gives_the_same_bytes():
    assert exported(rich_book()) == exported(rich_book())


def test_the_same_book_gives_the_same_bytes_in_another_place_and_time():
    code = (
        "import sys, hashlib; sys.path.insert(0, '.');"
        "from tests.exporters.test_epub import exported; from tests.builders import rich_book;"
        "print(hashlib.sha256(exported(rich_book())).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PATH": ""},
        ).stdout
        for zone, seed in (("Asia/Tokyo", "1"), ("America/New_York", "2"))
    }
    assert len(digests) == 1


def test_the_mimetype_is_first_and_stored_and_no_entry_knows_the_time():
    entries = opened(exported(rich_book())).infolist()
    first = entries[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}


def test_pictures_are_not_deflated_twice_and_text_is_deflated():
    kinds = {entry.filename: entry.compress_type for entry in opened(exported(rich_book())).infolist()}
    assert kinds["EPUB/images/cover.jpg"] == zipfile.ZIP_STORED
    assert kinds["EPUB/chapter-001.xhtml"] == zipfile.ZIP_DEFLATED


def test_every_xml_file_is_declared_and_named_plainly():
    archive = opened(exported(anthology()))
    for name in archive.namelist():
        assert name.isascii()
        assert " " not in name
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
            assert archive.read(name).startswith((b'<?xml version="1.0"', b"<?xml version='1.0'"))


def test_only_pictures_that_a_page_shows_are_packed():
    part = story(
        chapter("", scene(block("image", image("a", "A")))),
        resources=(picture("a"), picture("b"), picture("c", role="cover")),
    )
    names = [name for name in opened(exported(book(part))).namelist() if "picture" in name]
    assert names == ["EPUB/images/picture-001.png"]


# ---------------------------------------------------------------- metadata


def test_the_package_says_all_that_is_known():
    data = exported(rich_book())
    assert statements(data, "title") == ["The Lamp & the Key", "A Tale"]
    assert statements(data, "creator") == ["A. Nonny", "B. Moose"]
    assert statements(data, "language") == ["en"]
    assert statements(data, "identifier") == ["urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8"]
    assert statements(data, "description") == ["A lamp is <lit>."]
    assert statements(data, "source") == ["https://example.org/works/1?a=1&b=2"]
    assert statements(data, "date") == ["2008-10-24"]
    assert statements(data, "publisher") == ["Archive"]
    assert statements(data, "rights") == ["Free to read"]
    assert statements(data, "subject") == ["Lampworld", "Ann/Bob", "Ann", "Bob", "Fluff", "Angst & Hope", "No Warnings"]
    assert statements(data, "dcterms:modified") == ["2008-10-24T00:00:00Z"]
    assert statements(data, "calibre:series") == ["Lights"]
    assert statements(data, "calibre:series_index") == ["2.5"]
    assert statements(data, "schema:contentRating") == ["Teen"]
    assert statements(data, "schema:creativeWorkStatus") == ["complete"]
    assert package(data).get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_the_series_is_a_collection_with_a_position():
    refined = {
        (element.get("property"), element.text)
        for element in package(exported(rich_book())).iter(f"{OPF}meta")
        if element.get("refines") == "#series"
    }
    assert refined == {("collection-type", "series"), ("group-position", "2.5")}


def test_nothing_is_claimed_that_is_not_known():
    data = exported(book(chapter("", "x"), about=Metadata()), cover=None)
    for name in ("description", "publisher", "date", "subject", "calibre:series", "schema:contentRating", "cover"):
        assert statements(data, name) == []
    assert statements(data, "language") == ["und"]
    assert statements(data, "creator") == ["Unknown author"]
    assert statements(data, "schema:accessMode") == ["textual"]


def test_an_editor_is_named_as_such():
    root = package(exported(anthology()))
    assert [element.text for element in root.iter(f"{DC}contributor")] == ["E. Ditor"]
    alone = replace(anthology(), metadata=Metadata(title="Lamps", editor="E. Ditor", language="en"))
    roles = [
        element.text for element in package(exported(alone)).iter(f"{OPF}meta") if element.get("property") == "role"
    ]
    assert roles == ["edt"]


def test_a_date_that_is_none_is_left_out():
    assert statements(exported(book(chapter("", "x"), about=metadata(date="last winter"))), "date") == []


def test_blanks_and_control_characters_in_metadata_do_not_lose_the_statement():
    data = exported(book(chapter("", "x"), about=metadata("A\n  B", "C\x0bD")), cover=None)
    assert statements(data, "title") == ["A B"]


@pytest.mark.parametrize(("alt", "sufficient", "feature"), [("A lamp", "textual", True), ("", "textual,visual", False)])
def test_pictures_are_called_described_only_when_all_are(alt, sufficient, feature):
    part = story(chapter("", scene(block("image", image("a", alt)))), resources=(picture("a"),))
    data = exported(book(part))
    assert statements(data, "schema:accessModeSufficient") == [sufficient]
    assert ("alternativeText" in statements(data, "schema:accessibilityFeature")) is feature


def test_accessibility_is_stated():
    data = exported(rich_book())
    assert statements(data, "schema:accessMode") == ["textual", "visual"]
    assert statements(data, "schema:accessibilityHazard") == ["none"]
    assert statements(data, "schema:accessibilitySummary")


# ---------------------------------------------------------------- navigation


def test_the_contents_nest_as_the_book_does():
    entries = [(depth, title) for depth, title, _ in links(exported(rich_book()), "toc")]
    assert entries == [
        (1, "About this story"),
        (1, "Prologue"),
        (1, "Part One"),
        (2, "Chapter 1 In Which a Lamp Is Lit"),
        (2, "Chapter 2"),
        (1, "Epilogue"),
        (1, "Notes"),
        (1, "Appendix"),
        (1, "Colophon"),
    ]


def test_the_ncx_has_the_same_tree_as_the_nav():
    for made in (rich_book(), anthology()):
        data = exported(made)
        ncx = parsed(opened(data).read("EPUB/toc.ncx"))
        points = [
            (
                sum(1 for _ in point.iterancestors("{*}navPoint")) + 1,
                point.findtext("{*}navLabel/{*}text"),
                point.find("{*}content").get("src"),
            )
            for point in ncx.iter("{*}navPoint")
        ]
        assert points == links(data, "toc")
        assert ncx.find("{*}head/{*}meta[@name='dtb:uid']").get("content") == made.identifier


def test_landmarks_lead_to_cover_title_contents_and_text():
    marks = {title: href for _, title, href in links(exported(rich_book()), "landmarks")}
    assert marks == {
        "Cover": "cover.xhtml",
        "Title page": "title.xhtml",
        "Contents": "nav.xhtml#contents",
        "Beginning": "chapter-001.xhtml",
    }


def test_the_spine_has_every_page_once_and_contents_only_where_they_help():
    order = spine(exported(rich_book()))
    assert order[:4] == ["cover", "title", "nav", "about"]
    assert len(order) == len(set(order))
    assert "nav" not in spine(exported(book(chapter("", "x"))))


def test_a_title_with_markup_in_it_is_text_everywhere():
    data = exported(book(chapter("A & <b>", "x"), chapter("2", "y"), about=metadata("<T> & T")))
    assert statements(data, "title") == ["<T> & T"]
    assert "A & <b>" in [title for _, title, _ in links(data, "toc")]


# ---------------------------------------------------------------- devices


def test_a_kobo_book_is_a_kepub_with_every_sentence_in_a_span():
    settings = Settings(device="kobo")
    made = rich_book()
    (file,) = find_exporter("epub")(made, render(made, settings), COVER, settings)
    assert file.name == ".kepub.epub"
    page = opened(file.data).read("EPUB/chapter-003.xhtml").decode()
    root = parsed(page.encode())
    identities = [element.get("id") for element in root.iter(f"{XHTML}span") if element.get("class") == "koboSpan"]
    assert len(identities) == len(set(identities)) > 20
    assert all(identity.startswith("kobo.") for identity in identities)
    assert [element.get("id") for element in root.iter(f"{XHTML}div")][:2] == ["book-columns", "book-inner"]


def test_spans_cut_at_sentences_and_change_no_word():
    body = "<p>“One.” Two! 3.14 is not cut… <em>Four?</em> Five.</p>"
    spanned = with_spans(body)
    assert spanned.count("koboSpan") == 5
    assert "".join(parsed(spanned).itertext()) == "".join(parsed(body).itertext())
    for page in render(rich_book(), Settings()):
        before, after = (parsed(f'<b xmlns:epub="x">{text}</b>') for text in (page.body, with_spans(page.body)))
        assert "".join(before.itertext()) == "".join(after.itertext())


def test_kindle_gets_no_second_cover_and_never_an_unknown_language():
    data = exported(book(chapter("", "x"), about=Metadata()), device="kindle")
    assert "cover" not in spine(data)
    assert statements(data, "language") == ["en"]


def test_the_cover_is_named_for_new_and_old_readers():
    root = package(exported(rich_book()))
    (item,) = [element for element in root.iter(f"{OPF}item") if element.get("properties") == "cover-image"]
    assert item.get("media-type") == "image/jpeg"
    (legacy,) = [element for element in root.iter(f"{OPF}meta") if element.get("name") == "cover"]
    assert legacy.get("content") == item.get("id")


def test_a_book_in_hebrew_runs_from_right_to_left():
    data = exported(book(chapter("", "שלום"), about=metadata(language="he")))
    assert package(data).find(f"{OPF}spine").get("page-progression-direction") == "rtl"
    assert b'dir="rtl"' in opened(data).read("EPUB/chapter-001.xhtml")


@pytest.mark.parametrize("style", style_names())
def test_the_stylesheet_leaves_the_colours_of_text_to_the_reader(style):
    css = opened(exported(rich_book(), style=style)).read("EPUB/style.css").decode()
    assert set(re.findall(r"\bcolor\s*:\s*([^;}]+)", css)) <= {"inherit"}
    assert "background" not in css
    assert "hr.soft" in css
