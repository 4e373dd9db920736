"""The linter: silent on our own books, clear on broken ones, unharmed by hostile ones."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from pathlib import Path

import pytest

from fic2book.devices import DEVICES, QUIRKS
from fic2book.errors import UsageError
from fic2book.exporters import find_exporter
from fic2book.linter import check
from fic2book.linter.container import MOST_BYTES
from fic2book.model import Cover, Settings
from fic2book.render import render
from tests.builders import anthology, picture, rich_book

COVER = Cover(picture("c", "JPEG", (16, 26)).data, 16, 26, "The Lamp")


def ours(device: str = "generic", made=None) -> bytes:
    settings = Settings(device=device)
    made = made or rich_book()
    (file,) = find_exporter("epub")(made, render(made, settings), COVER, settings)
    return file.data


def changed(data: bytes, *changes: tuple[str, str, str], drop: str = "", add: dict[str, bytes] | None = None) -> bytes:
    """The same EPUB with replacements (file, from, to), without the entry `drop`, with more entries."""
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stored, "w") as new:
        for entry in old.infolist():
            if entry.filename == drop:
                continue
            content = old.read(entry)
            for file, before, after in changes:
                if entry.filename == f"EPUB/{file}":
                    assert before.encode() in content, before
                    content = content.replace(before.encode(), after.encode())
            new.writestr(entry, content)
        for name, content in (add or {}).items():
            new.writestr(name, content)
    return stored.getvalue()


def codes(data: bytes, device: str = "generic", name: str = "") -> set[str]:
    return {remark.code for remark in check(data, device=device, name=name, validate=False)}


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("made", [rich_book(), anthology()], ids=["rich", "anthology"])
def test_our_own_books_give_no_reason_to_complain(device, made):
    name = f"lamp{DEVICES[device].suffix}"
    assert check(ours(device, made), device=device, name=name, validate=False) == []


def test_an_unknown_device_is_an_error_of_the_user():
    with pytest.raises(UsageError):
        check(b"", device="kindel")


@pytest.mark.parametrize(
    ("expected", "change"),
    [
        ("bad-language", ("content.opf", "<dc:language>en</dc:language>", "<dc:language> English </dc:language>")),
        ("bad-language", ("content.opf", "<dc:language>en</dc:language>", "")),
        ("no-title", ("chapter-001.xhtml", "<title>Prologue</title>", "<title/>")),
        ("no-creator", ("content.opf", "dc:creator", "dc:x-creator")),
        ("no-modified", ("content.opf", "dcterms:modified", "dcterms:created")),
        ("no-cover-property", ("content.opf", 'properties="cover-image"', "")),
        ("cover-not-jpeg", ("content.opf", 'media-type="image/jpeg"', 'media-type="image/png"')),
        ("missing-file", ("content.opf", 'href="chapter-001.xhtml"', 'href="chapter-0.xhtml"')),
        ("unlisted", ("content.opf", 'href="chapter-001.xhtml"', 'href="chapter-0.xhtml"')),
        ("twice", ("content.opf", 'id="chapter-002"', 'id="chapter-001"')),
        ("broken-spine", ("content.opf", 'idref="chapter-001"', 'idref="chapter-0"')),
        ("no-spine", ("content.opf", "itemref", "itemless")),
        ("no-nav", ("content.opf", 'properties="nav"', "")),
        ("no-nav", ("nav.xhtml", 'epub:type="toc"', 'epub:type="lot"')),
        ("no-landmarks", ("nav.xhtml", 'epub:type="landmarks"', 'epub:type="lot"')),
        ("no-ncx", ("content.opf", "application/x-dtbncx+xml", "application/xml")),
        ("not-well-formed", ("chapter-001.xhtml", "</section>", "")),
        ("twice", ("chapter-001.xhtml", 'id="chapter-001-heading"', 'id="chapter-001"')),
        ("no-alt", ("chapter-003.xhtml", "alt=", "title=")),
        ("broken-link", ("nav.xhtml", "chapter-001.xhtml", "chapter-9.xhtml")),
        ("broken-link", ("chapter-003.xhtml", "#chapter-003-note-1", "#nowhere")),
        ("no-accessibility", ("content.opf", "schema:accessModeSufficient", "schema:other")),
        ("no-declaration", ("chapter-001.xhtml", '<?xml version="1.0" encoding="utf-8"?>\n', "")),
        ("no-page-language", ("chapter-001.xhtml", ' lang="en" xml:lang="en"', "")),
        ("colon-in-id", ("chapter-001.xhtml", 'id="chapter-001-heading"', 'id="a:b"')),
        ("hard-colour", ("style.css", "p.first", "p{color:black}p.first")),
        ("hard-colour", ("chapter-001.xhtml", "<h1 ", '<h1 style="background: #fff" ')),
        ("remote-resource", ("style.css", "p.first", "@import 'https://x.example/a.css';p.first")),
        ("remote-resource", ("chapter-003.xhtml", 'src="images/picture-001.png"', 'src="https://x.example/p.png"')),
        ("script", ("chapter-001.xhtml", "</section>\n</body>", "<script/></section></body>")),
        ("script", ("chapter-001.xhtml", "<h1 ", '<h1 onclick="x()" ')),
        ("script", ("chapter-003.xhtml", 'href="https://example.org/', 'href="javascript:x(1)/')),
    ],
)
def test_each_fault_is_found_by_its_code(expected, change):
    assert expected in codes(changed(ours(), change))


@pytest.mark.parametrize(
    "css",
    [
        "p{color:inherit}",
        "p{ background-color : transparent }",
        "/* color: red; */",
        "p{border-color:red}",
        "a{color:var(--x)}",
        ".color:hover{margin:0}",
    ],
)
def test_a_style_that_leaves_colours_alone_is_not_blamed(css):
    assert "hard-colour" not in codes(changed(ours(), ("style.css", "p.first", f"{css} p.first")))


def test_a_book_without_a_cover_is_told():
    bare = ("content.opf", 'properties="cover-image"', ""), ("content.opf", 'name="cover"', 'name="lid"')
    assert codes(changed(ours(), *bare)) == {"no-cover"}


def test_devices_are_only_told_what_concerns_them():
    data = ours()
    assert codes(data, "kobo") == {"no-kobo-spans"}
    assert codes(data, "kindle") == {"cover-page"}
    assert codes(data, "apple") == set()
    assert codes(ours("kobo"), "kobo", "book.epub") == {"kepub-name"}
    assert codes(changed(data, ("style.css", "p.first", "@font-face{src:url(a.ttf)} p.first")), "apple") == {
        "no-specified-fonts"
    }


def test_a_name_with_blanks_and_one_that_climbs_out_are_told():
    assert "unsafe-name" in codes(changed(ours(), add={"EPUB/my file.txt": b"x"}))
    assert "outside" in codes(changed(ours(), add={"../../etc/x": b"x"}))


def test_the_mimetype_must_come_first():
    assert "mimetype" in codes(changed(ours(), drop="mimetype", add={"mimetype": b"application/epub+zip"}))


def test_a_book_too_big_for_its_device_is_told(monkeypatch):
    data = ours("kindle") + b""
    padded = changed(data, add={"EPUB/big.bin": b"\0" * 51_000_000})
    assert "too-big" in codes(padded, "kindle")
    assert "too-big" not in codes(padded, "generic")


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_epub_is_one_clear_error(data):
    (remark,) = check(data, validate=False)
    assert remark.severity == "error"
    assert remark.remedy


def test_a_truncated_book_is_one_clear_error():
    data = ours()
    for length in (len(data) // 2, len(data) - 30):
        assert [remark.severity for remark in check(data[:length], validate=False)] == ["error"]


def test_a_damaged_entry_is_told_and_the_rest_is_still_looked_at():
    data = bytearray(ours())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        entry = archive.getinfo("EPUB/chapter-001.xhtml")
    start = entry.header_offset + 30 + len(entry.filename)
    data[start : start + 20] = b"\xff" * 20
    assert "not-well-formed" in codes(bytes(data))


def test_an_archive_that_unpacks_to_more_than_any_book_is_not_opened():
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("META-INF/container.xml", b"x")
    data = bytearray(stored.getvalue())
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", MOST_BYTES + 1)
    assert codes(bytes(data)) == {"bomb"}


def test_an_encrypted_archive_is_told():
    data = bytearray(ours())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert codes(bytes(data)) == {"encrypted"}


def test_entities_are_not_expanded():
    lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    bomb = changed(
        ours(),
        ("chapter-001.xhtml", "<!DOCTYPE html>", lol + "]>"),
        ("chapter-001.xhtml", "<title>Prologue", "<title>&j;"),
    )
    assert check(bomb, validate=False) is not None


def test_a_file_named_by_an_entity_is_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("do not read")
    spied = changed(
        ours(),
        ("content.opf", "<package ", f'<!DOCTYPE package [<!ENTITY e SYSTEM "{secret.as_uri()}">]><package '),
        ("content.opf", "<dc:language>en</dc:language>", "<dc:language>&e;</dc:language>"),
    )
    assert not any("do not read" in str(remark) for remark in check(spied, validate=False))


def test_absurd_nesting_is_refused_and_not_followed():
    deep = "<div>" * 5000 + "</div>" * 5000
    assert "not-well-formed" in codes(
        changed(ours(), ("chapter-001.xhtml", "</section>\n</body>", f"</section>{deep}</body>"))
    )


@pytest.mark.parametrize(
    "css", ["/*" * 200_000, "color" * 200_000, "{ " * 200_000, "color:" + " " * 400_000, "url(" * 200_000]
)
def test_hostile_styles_cost_little(css):
    assert codes(changed(ours(), ("style.css", "p.first", f"{css} p.first"))) <= {"hard-colour"}


def test_every_quirk_is_complete_and_used():
    package = Path(__file__).parents[2] / "fic2book"
    used = "".join(file.read_text("utf-8") for file in sorted((package / "linter").glob("*.py")))
    for quirk in QUIRKS:
        assert quirk.trouble.endswith(".")
        assert quirk.remedy.endswith(".")
        assert quirk.source
        assert set(quirk.devices) <= set(DEVICES)
        assert f'"{quirk.code}"' in used, quirk.code
    assert len({quirk.code for quirk in QUIRKS}) == len(QUIRKS)
    assert all(re.fullmatch(r"[a-z-]+", quirk.code) for quirk in QUIRKS)


@pytest.mark.slow
def test_epubcheck_is_asked_when_it_is_there(monkeypatch):
    remarks = check(changed(ours(), ("content.opf", 'idref="chapter-001"', 'idref="chapter-0"')))
    assert any(remark.code.startswith("epubcheck-") and remark.severity == "error" for remark in remarks)
    assert [remark.severity for remark in remarks] == sorted(
        (r.severity for r in remarks), key=["error", "warning", "info"].index
    )


def test_without_java_the_linter_says_that_it_did_not_ask(monkeypatch):
    monkeypatch.setenv("PATH", "")
    (remark,) = check(ours())
    assert (remark.code, remark.severity) == ("no-epubcheck", "info")
