"""Each format through its reader: words in order, marks kept, metadata found; with files made on the spot."""

from __future__ import annotations

import builtins

import pytest

from fic2book.errors import DependencyError, SourceError
from fic2book.model import Image, Run
from fic2book.readers import read
from fic2book.readers.chapters import natural_order
from tests.readers import archives
from tests.readers.archives import ODF, PNG, docx, epub, odt, packed, word_paragraph
from tests.readers.tiling import assert_tiles


def manuscript_of(data, name="story"):
    manuscript = read(name, data if isinstance(data, bytes) else data.encode())
    assert_tiles(manuscript)
    return manuscript


def shapes(data, name="story"):
    return [(block.kind, block.text) for block in manuscript_of(data, name).blocks]


def marked(data, name="story"):
    return [
        (run.text, run.marks)
        for block in manuscript_of(data, name).blocks
        for run in block.inlines
        if isinstance(run, Run) and run.text
    ]


@pytest.mark.parametrize(
    ("name", "data", "library"), [("x.md", b"# x", "markdown_it"), ("x.docx", docx(word_paragraph("x")), "mammoth")]
)
def test_a_missing_library_is_named_with_the_command_that_installs_it(monkeypatch, name, data, library):
    real = builtins.__import__

    def refuse(module, *arguments, **options):
        if module.split(".")[0] == library:
            raise ImportError(module)
        return real(module, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(DependencyError, match=r'pip install "fic2book\[formats\]"'):
        read(name, data)


# ---------------------------------------------------------------- Markdown


def test_markdown_has_its_marks_and_kinds():
    text = "# Salt\n\nShe *was* **late**,\nand ~~so~~ was `he`.\n\n> Quoted.\n\n* * *\n\n1. rope\n2. lamp\n\n[link](http://example.org/)\n"
    assert shapes(text, "x.md") == [
        ("heading", "Salt"), ("paragraph", "She was late, and so was he."), ("quote", "Quoted."), ("rule", ""), ("item", "rope"), ("item", "lamp"), ("paragraph", "link"),
    ]  # fmt: skip
    assert {mark for _, marks in marked(text, "x.md") for mark in marks} == {"em", "strong", "s", "code"}


def test_the_front_matter_of_markdown_is_read_as_fields():
    text = "---\ntitle: Salt\nfandom: 'Tidewatch'\ntags:\n  - rain\n  - boats\n---\nIt rained.\n"
    assert [text for _, text in shapes(text, "x.md")] == [
        "title: Salt",
        "fandom: Tidewatch",
        "tags: rain, boats",
        "It rained.",
    ]


def test_quotations_within_quotations_lose_no_words_however_deep():
    assert "deep" in manuscript_of("> " * 300 + "deep\n\nEnd.", "x.md").source.text


# ---------------------------------------------------------------- Word


def test_a_word_document_keeps_marks_headings_and_alignment():
    body = (
        word_paragraph("Salt", style="T") + word_paragraph("Chapter 1", style="H1") + word_paragraph("It rained ") + word_paragraph("hard", "<w:i/>")
        + '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>***</w:t></w:r></w:p>' + word_paragraph("End", "<w:b/><w:u w:val='single'/>")
    )  # fmt: skip
    manuscript = manuscript_of(docx(body))
    assert [(block.kind, block.text, block.align) for block in manuscript.blocks] == [
        ("heading", "Salt", ""), ("heading", "Chapter 1", ""), ("paragraph", "It rained", ""), ("paragraph", "hard", ""), ("paragraph", "***", "center"), ("paragraph", "End", ""),
    ]  # fmt: skip
    assert marked(docx(body))[-1] == ("End", ("strong", "u"))


@pytest.mark.parametrize(
    "line",
    [
        '<w:p><w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r></w:p>',
        '<w:p><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr></w:p>',
        '<w:p><w:pPr><w:pBdr><w:top w:val="single"/></w:pBdr></w:pPr></w:p>',
    ],
)
def test_lines_drawn_by_word_are_rules(line):
    assert [kind for kind, _ in shapes(docx(word_paragraph("One.") + line + word_paragraph("Two.")))] == [
        "paragraph",
        "rule",
        "paragraph",
    ]


def test_a_border_below_a_paragraph_is_a_rule_after_it():
    bordered = '<w:p><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr><w:r><w:t>One.</w:t></w:r></w:p>'
    assert shapes(docx(bordered + word_paragraph("Two."))) == [
        ("paragraph", "One."),
        ("rule", ""),
        ("paragraph", "Two."),
    ]


def test_deleted_words_of_a_word_document_are_not_printed():
    body = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>kept</w:t></w:r></w:ins></w:p>"
    assert shapes(docx(body)) == [("paragraph", "kept")]


def test_empty_paragraphs_of_a_word_document_count_as_blank_lines():
    assert [
        block.blanks
        for block in manuscript_of(docx(word_paragraph("One.") + "<w:p/><w:p/>" + word_paragraph("Two."))).blocks
    ] == [0, 2]


# ---------------------------------------------------------------- OpenDocument


def test_an_opendocument_text_keeps_marks_headings_notes_and_pictures():
    body = (
        "<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>"
        '<text:p text:style-name="Title">Salt</text:p><text:h text:outline-level="2">Chapter 1</text:h>'
        '<text:p>It <text:span text:style-name="I">rained</text:span><text:s text:c="2"/>hard<text:line-break/>and long.'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Truly.</text:p></text:note-body></text:note></text:p>"
        '<text:p text:style-name="C">***</text:p><text:list><text:list-item><text:p>rope</text:p></text:list-item></text:list>'
        '<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>'
    )
    manuscript = manuscript_of(odt(body, **{"Pictures/a.png": PNG}))
    assert [block.kind for block in manuscript.blocks] == [
        "heading",
        "heading",
        "paragraph",
        "paragraph",
        "item",
        "image",
    ]
    assert "rained" in [run.text for run in manuscript.blocks[2].inlines if isinstance(run, Run) and "em" in run.marks]
    assert [block.text for block in manuscript.blocks if block.align == "center"] == ["***"]
    assert "gone" not in manuscript.source.text
    assert "Truly." in manuscript.source.text
    assert manuscript.resources[0].data == PNG


def test_a_protected_opendocument_text_is_refused():
    with pytest.raises(SourceError, match="password"):
        read("x.odt", odt("<text:p>x</text:p>", **{"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}))


# ---------------------------------------------------------------- rich text


def test_rich_text_keeps_marks_alignment_and_characters():
    data = (
        r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Arial;}}{\stylesheet{\s1 Heading;}}{\info{\title Salt}{\author Ada}}"
        r"\pard\qc\b Salt\b0\par\pard It {\i rained} hard, she\rquote s \u8212? late \'96 \f1\'c4\'e0\f0 .\line And \{long\}.\par"
        r"\pard\outlinelevel0 Chapter 1\par{\*\hidden secret}{\v unseen}\pard\'93Yes\'94\~\emdash\u-10179 ?\u-8694 ?{\pict\pngblip " + PNG.hex() + r"}\par}"
    )  # fmt: skip
    manuscript = manuscript_of(data)
    assert [(block.kind, block.text, block.align) for block in manuscript.blocks] == [
        ("paragraph", "Salt", "center"), ("paragraph", "It rained hard, she’s — late – Да.\nAnd {long}.", ""), ("heading", "Chapter 1", ""),
        ("paragraph", "“Yes”\N{NO-BREAK SPACE}—\N{SMILING FACE WITH SMILING EYES}", ""),
    ]  # fmt: skip
    assert ("rained", ("em",)) in marked(data)
    assert ("Salt", ("b",)) in marked(data)
    assert manuscript.metadata is not None
    assert manuscript.metadata.title == "Salt"
    assert manuscript.resources[0].data == PNG


def test_rich_text_that_ends_too_early_is_read_and_the_user_is_told():
    assert [notice.code for notice in manuscript_of(r"{\rtf1 One.\par{\b Two").notices] == ["truncated"]


# ---------------------------------------------------------------- web archives


def test_a_web_archive_is_read_with_its_pictures():
    import base64

    data = (
        'From: <Saved by Blink>\r\nSubject: Salt\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
        "--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: http://example.org/salt.html\r\n\r\n"
        '<html><body><p>Caf=C3=A9 =3D open.</p><img src=3D"a.png"><img src=3D"cid:b@x"></body></html>\r\n'
        "--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://example.org/a.png\r\n\r\n"
        f"{base64.b64encode(PNG).decode()}\r\n--B\r\nContent-Type: image/gif\r\nContent-ID: <b@x>\r\n\r\nGIF89a\r\n--B--\r\n"
    )
    manuscript = manuscript_of(data, "x.mhtml")
    assert manuscript.source.media == "mhtml"
    assert manuscript.blocks[0].text == "Café = open."
    assert len(manuscript.resources) == 2
    assert not manuscript.notices


def test_a_web_archive_without_a_page_is_refused():
    with pytest.raises(SourceError, match="without a page"):
        read(
            "x.mht",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/css\r\n\r\np{}\r\n--B--\r\n",
        )


# ---------------------------------------------------------------- zips of chapters


def test_chapters_stand_in_the_order_a_person_would_sort_them():
    assert natural_order(["c10.txt", "C2.txt", "c1.txt", "b/1.txt", "c2b.txt"]) == [
        "b/1.txt",
        "c1.txt",
        "C2.txt",
        "c2b.txt",
        "c10.txt",
    ]


def test_a_zip_of_chapters_becomes_one_manuscript():
    data = packed({
        "salt/10.txt": "Chapter 10\n\nThe end.", "salt/2.html": "<h2>Two</h2><p>It <i>rained</i>.<img src='a.png'></p>", "salt/1.txt": "Chapter 1\n\nIt began.",
        "salt/a.png": PNG, "salt/cover.png": PNG, "__MACOSX/salt/._1.txt": "x", "salt/.hidden.txt": "x", "salt/empty.txt": "",
    })  # fmt: skip
    manuscript = manuscript_of(data, "salt.zip")
    assert manuscript.source.media == "zip"
    assert [block.text for block in manuscript.blocks] == [
        "Chapter 1",
        "It began.",
        "Two",
        "It rained.",
        "Chapter 10",
        "The end.",
    ]
    assert [finding.first for finding in manuscript.findings if finding.role == "pause"] == [4]
    assert sorted(resource.role for resource in manuscript.resources) == ["cover", "image"]


@pytest.mark.parametrize(
    ("files", "words"),
    [({"a.png": PNG}, "holds no story"), ({}, "without files"), ({"a.txt": packed({"b.txt": "x"})}, "archive within")],
)
def test_a_zip_without_a_story_is_refused(files, words):
    with pytest.raises(SourceError, match=words):
        read("x.zip", packed(files))


# ---------------------------------------------------------------- EPUB


def test_an_epub_is_read_in_the_order_of_its_spine():
    data = epub(
        {"b.xhtml": "<h1>One</h1><p>It <i>rained</i>.</p>", "a.xhtml": "<p>It stopped.</p>"},
        nav=[("b.xhtml", "One"), ("a.xhtml", "The Second"), ("c.xhtml", "Three")],
    )
    manuscript = manuscript_of(data)
    assert [(block.kind, block.text) for block in manuscript.blocks] == [
        ("heading", "One"), ("paragraph", "It rained."), ("heading", "The Second"), ("paragraph", "It stopped."),
    ]  # fmt: skip
    assert [(finding.role, finding.first) for finding in manuscript.findings] == [("heading", 0), ("heading", 2)]


def test_the_metadata_cover_and_pictures_of_an_epub_are_taken_over():
    data = epub(
        {
            "cover.xhtml": "<img src='c.png'/>",
            "1.xhtml": "<p class='i'>x</p><p><img src='pics/a%20b.PNG' alt='A lamp'/></p>",
        },
        "<dc:title id='t'>Salt</dc:title><dc:title id='s'>A Tale</dc:title><meta refines='#s' property='title-type'>subtitle</meta>"
        "<dc:creator id='c'>Ada Q</dc:creator><dc:creator opf:role='edt'>Ed</dc:creator><dc:language>fr</dc:language><dc:description>&lt;p&gt;Rain.&lt;/p&gt;</dc:description>"
        "<dc:subject>boats</dc:subject><dc:subject>rain</dc:subject><dc:date>2020-02-03T00:00:00Z</dc:date><dc:source>http://example.org/1</dc:source>"
        "<meta name='calibre:series' content='Lights'/><meta name='calibre:series_index' content='2.0'/><meta name='cover' content='pic'/>",
        {"OPS/c.png": PNG, "OPS/Pics/a b.png": PNG, "OPS/style.css": ".i { font-style: italic }"},
        manifest="<item id='pic' href='c.png' media-type='image/png'/><item id='css' href='style.css' media-type='text/css'/>",
    )
    manuscript = manuscript_of(data)
    metadata = manuscript.metadata
    assert metadata is not None
    assert (metadata.title, metadata.subtitle, metadata.authors, metadata.editor) == (
        "Salt",
        "A Tale",
        ("Ada Q",),
        "Ed",
    )
    assert (metadata.language, metadata.summary, metadata.tags, metadata.date) == (
        "fr",
        "Rain.",
        ("boats", "rain"),
        "2020-02-03",
    )
    assert (metadata.series, metadata.series_index, metadata.source) == ("Lights", "2", "http://example.org/1")
    assert [(resource.role, resource.name[:5]) for resource in manuscript.resources] == [
        ("image", "image"),
        ("cover", "cover"),
    ]
    assert [block.kind for block in manuscript.blocks] == ["paragraph", "image"]
    assert manuscript.blocks[0].inlines[0].marks == ("em",)
    picture = manuscript.blocks[1].inlines[0]
    assert isinstance(picture, Image)
    assert (picture.alt, bool(picture.resource)) == ("A lamp", True)


def test_a_missing_chapter_of_an_epub_is_told_and_the_rest_is_read():
    with_hole = epub({"1.xhtml": "<p>One.</p>", "2.xhtml": "<p>Two.</p>"}, extra={"OPS/2.xhtml": ""})
    assert [notice.code for notice in manuscript_of(with_hole).notices] == ["missing-file"]


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ({"OPS/book.opf": "<package/>"}, "spine is empty"),
        ({"OPS/book.opf": "this is no XML"}, "not valid XML"),
        (
            {
                "META-INF/encryption.xml": "<encryption><EncryptedData><EncryptionMethod Algorithm='aes'/><CipherData><CipherReference URI='OPS/1.xhtml'/></CipherData></EncryptedData></encryption>"
            },
            "DRM",
        ),
    ],
)
def test_an_epub_that_cannot_be_read_is_refused(extra, words):
    with pytest.raises(SourceError, match=words):
        read("x.epub", epub({"1.xhtml": "<p>One.</p>"}, extra=extra))


def test_a_book_with_scrambled_fonts_is_not_protected():
    listing = "<encryption><EncryptedData><EncryptionMethod Algorithm='http://www.idpf.org/2008/embedding'/><CipherReference URI='OPS/f.otf'/></EncryptedData></encryption>"
    assert shapes(epub({"1.xhtml": "<p>One.</p>"}, extra={"META-INF/encryption.xml": listing})) == [
        ("paragraph", "One.")
    ]


def test_a_download_of_the_archive_as_epub_yields_its_metadata():
    from tests.readers import ao3_samples

    whole = ao3_samples.CHAPTERED.split("<body>")[1].split("</body>")[0]
    front, chapters = whole.split('<div id="chapters"')
    manuscript = manuscript_of(epub({"1.xhtml": front, "2.xhtml": f'<div id="chapters"{chapters}'}))
    assert manuscript.metadata is not None
    assert manuscript.metadata.characters == ("Mara Voss", "Ilse Brandt | The Heron")
    assert [finding.value for finding in manuscript.findings if finding.role == "heading"] == ["prologue", "chapter"]


def test_archives_module_makes_what_the_sniffer_knows():
    from fic2book.readers.sniff import find_media

    made = {"docx": docx(""), "odt": odt(""), "epub": epub({"a.xhtml": ""}), "zip": packed({"a.txt": "x"})}
    assert {find_media("x", data) for data in made.values()} == set(made)
    assert archives.PNG.startswith(b"\x89PNG")


# ---------------------------------------------------------------- floods of Markdown's signs


@pytest.mark.parametrize("marks", ["- ", "1. ", "> ", "> - ", "* + ", "12) > "])
@pytest.mark.parametrize("depth", [10, 60, 300])
def test_however_deep_markdown_nests_no_word_of_it_is_dropped(marks, depth):
    manuscript = read("x.md", f"# Salt\n\n{marks * depth}deep words\n\nlast words".encode())
    assert "deep words" in manuscript.source.text
    assert "last words" in manuscript.source.text


def test_lists_that_nest_by_indentation_keep_their_words():
    lines = "\n".join("  " * depth + f"- level {depth}" for depth in range(300))
    manuscript = read("x.md", f"{lines}\n\nlast words".encode())
    assert all(f"level {depth}" in manuscript.source.text for depth in range(300))
    assert "last words" in manuscript.source.text


@pytest.mark.parametrize("sign", ["[", "![", "*_", "~~*"])
def test_a_flood_of_signs_is_read_as_characters_and_told(sign):
    manuscript = read("x.md", f"Words first.\n\n{sign * 30_000}\n\nAnd *last*.".encode())
    assert sign * 1000 in manuscript.source.text
    assert [notice.code for notice in manuscript.notices] == ["markdown-flood"]


def test_a_page_with_many_links_in_many_paragraphs_keeps_them():
    manuscript = read("x.md", "\n\n".join(f"See [the {n}th boat](https://a.example/{n})." for n in range(900)).encode())
    assert not manuscript.notices
    link = manuscript.blocks[899].inlines[1]
    assert isinstance(link, Run)
    assert link.href == "https://a.example/899"


# ---------------------------------------------------------------- what word processors write


def looks(manuscript):
    return [(block.kind, block.marker, block.text) for block in manuscript.blocks]


RTF_LIST = (
    r"{\rtf1\ansi \pard{\listtext\pard\plain \u8226\'95\tab}\ilvl0\ls1 One oar\par "
    r"\pard{\listtext\pard\plain \u8226\'95\tab}\ilvl1\ls1 A spare\par \pard{\pntext 1.\tab}First\par \pard Plain.\par}"
)


def test_lists_of_rich_text_have_their_bullets_numbers_and_depth():
    manuscript = read("x.rtf", RTF_LIST.encode())
    assert looks(manuscript) == [
        ("item", "•", "One oar"), ("item", "•", "A spare"), ("item", "1.", "First"), ("paragraph", "", "Plain."),
    ]  # fmt: skip
    assert [block.level for block in manuscript.blocks[:2]] == [1, 2]


def test_links_of_rich_text_lead_where_they_led():
    field = r'{\field{\*\fldinst HYPERLINK "https://a.example/x" }{\fldrslt{\ul here}}}'
    (block,) = read("x.rtf", rf"{{\rtf1 See {field}, or not.\par}}".encode()).blocks
    assert [(run.text, run.href) for run in block.inlines if isinstance(run, Run)] == [
        ("See ", ""), ("here", "https://a.example/x"), (", or not.", ""),
    ]  # fmt: skip
    unsafe = field.replace("https://a.example/x", "javascript:x")
    (block,) = read("x.rtf", rf"{{\rtf1 See {unsafe}.\par}}".encode()).blocks
    assert not any(run.href for run in block.inlines if isinstance(run, Run))


def test_a_line_below_an_empty_paragraph_of_rich_text_is_a_rule_and_any_other_border_is_none():
    text = (
        r"{\rtf1 \pard One.\par \pard\brdrt\brdrnone\brdrb\brdrdb\brdrw1\par \pard Two.\par"
        r"\pard\brdrb\brdrnone\par \pard\brdrt\brdrs\par \pard\brdrb\brdrs Boxed.\par}"
    )
    assert [kind for kind, *_ in looks(read("x.rtf", text.encode()))] == ["paragraph", "rule", "paragraph", "paragraph"]


def test_paragraphs_in_a_cell_of_rich_text_stay_in_their_row():
    text = r"{\rtf1 \trowd {\pard\intbl boat\par}\cell {\pard\intbl two\par\pard\intbl lines\par}\cell\row \pard After.\par}"
    assert [(kind, words) for kind, _, words in looks(read("x.rtf", text.encode()))] == [
        ("table", "boat\ttwo\nlines"), ("paragraph", "After."),
    ]  # fmt: skip


def test_raised_letters_of_rich_text_are_superscripts():
    (block,) = read("x.rtf", rb"{\rtf1 E=mc{\up8 2} and H{\dn6 2}O{\up0 x}\par}").blocks
    assert [(run.text, run.marks) for run in block.inlines if isinstance(run, Run) and run.marks] == [
        ("2", ("sup",)), ("2", ("sub",)),
    ]  # fmt: skip


def test_numbered_lists_of_an_open_document_are_numbered_as_their_style_says():
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    )
    items = (
        '<text:list text:style-name="L"><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Inner</text:p></text:list-item>'
        '</text:list></text:list-item><text:list-item text:start-value="9"><text:p>Nine</text:p></text:list-item></text:list>'
        "<text:list><text:list-item><text:p>Dot</text:p></text:list-item></text:list>"
    )
    manuscript = read(
        "x.odt", odt(items, **{"styles.xml": f"<office:document-styles {ODF}>{styles}</office:document-styles>"})
    )
    assert [(marker, words) for _, marker, words in looks(manuscript)] == [
        ("1.", "One"),
        ("(a)", "Inner"),
        ("9.", "Nine"),
        ("•", "Dot"),
    ]


def test_a_row_of_a_word_table_is_a_row():
    cells = "".join(f"<w:tc>{word_paragraph(words)}</w:tc>" for words in ("boat", "oars"))
    manuscript = read("x.docx", docx(f"{word_paragraph('Before.')}<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert [(kind, words) for kind, _, words in looks(manuscript)] == [
        ("paragraph", "Before."),
        ("table", "boat\toars"),
    ]
