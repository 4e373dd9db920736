"""Word documents, by mammoth: its HTML goes through the reader of pages. Alignment, which mammoth drops, is carried over as a class.

Deleted and commented text is not part of the document; footnotes come at its end, linked both ways, as mammoth has them.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any, Final

from fic2book.errors import DependencyError, SourceError
from fic2book.model import Manuscript, Metadata
from fic2book.readers.archive import Archive, local, open_archive, parse_xml
from fic2book.readers.builder import Builder
from fic2book.readers.html import finish, read_page
from fic2book.readers.markup import Look

if TYPE_CHECKING:
    from collections.abc import Callable

_CELL: Final = re.compile(r"(<t[dh](?:\s[^<>]*)?>)<p>((?:(?!</?(?:p|table)[\s>]).){0,1000})</p>(</t[dh]>)", re.DOTALL)
"""A cell of one paragraph, which is how Word makes every cell: its row is data, not layout."""
_ALIGNED: Final = {"center": "center", "right": "right", "end": "right"}
_SHEET: Final = {
    name: Look((), align) for name, align in (("aligned-center", "center"), ("aligned-right", "right"))
} | {"smallcaps": Look(("smallcaps",))}
_STYLES: Final = """
u => u
small-caps => span.smallcaps
p.aligned-center => p.aligned-center:fresh
p.aligned-right => p.aligned-right:fresh
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Author'] => p.author:fresh
p[style-name='Date'] => p.date:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Horizontal Line'] => hr:fresh
p.drawn-rule => hr:fresh
"""
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN: Final = "word/document.xml"
DEPTH: Final = 200
"""Elements within each other; a document nests some thirty, and mammoth walks them by calling itself."""


def read_bytes(name: str, data: bytes, encoding: str, digest: str) -> Manuscript:
    """The reader of the table."""
    try:
        import mammoth
    except ImportError:
        raise DependencyError(
            f'{name}: Word documents are read with mammoth. Install it: pip install "fic2book[formats]"'
        ) from None

    archive = open_archive(name, data)
    _check(archive)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = mammoth.convert_to_html(
                io.BytesIO(_with_rules(archive)),
                style_map=_STYLES,
                transform_document=_aligner(),
                ignore_empty_paragraphs=False,
            )
    except (KeyError, ValueError, AttributeError, IndexError, TypeError, OSError, RecursionError) as error:
        raise SourceError(
            f"{name} is a Word document that cannot be read ({error!r}). Open it in a word processor and save it again."
        ) from None
    builder = Builder(metadata=_properties(archive))
    read_page(_CELL.sub(r"\1\2\3", result.value), builder, sheet=_SHEET)
    if any("image" in str(message.message).lower() for message in result.messages):
        builder.notice(
            "missing-image",
            "A picture of the document lies elsewhere, or in a form this cannot read.",
            severity="review",
        )
    return finish(builder, name, "docx", "utf-8", digest)


def _check(archive: Archive) -> None:
    """Unpack every part once within the archive's bounds, so that mammoth meets no bomb; refuse absurd nesting."""
    for part in archive.names:
        data = archive.read(part)
        if part == _MAIN or (part.startswith("word/") and part.endswith("notes.xml")):
            if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
                raise SourceError(
                    f"{archive.name} declares entities in {part}; no word processor writes that. It is not opened."
                )
            if _too_deep(data, archive.name):
                raise SourceError(
                    f"{archive.name} nests its parts more than {DEPTH} levels deep in {part}; it is damaged or an attack."
                )
    if not archive.find(_MAIN):
        raise SourceError(f"{archive.name} is a Word document without text ({_MAIN} is missing). Save it again.")


def _with_rules(archive: Archive) -> bytes:
    """The document with its horizontal lines as paragraphs of a style; mammoth knows none of the three ways Word draws them."""
    from lxml import etree

    root = parse_xml(archive.read(_MAIN), archive.name)
    for paragraph in list(root.iter(f"{_WORD}p")):
        drawn = any(str(key).endswith("}hr") for element in paragraph.iter() for key in element.attrib)
        border = paragraph.find(f"{_WORD}pPr/{_WORD}pBdr")
        lined = border is not None and {local(side) for side in border} in ({"bottom"}, {"top"})
        if not drawn and not lined:
            continue
        if any((text.text or "").strip() for text in paragraph.iter(f"{_WORD}t")):
            if drawn or local(border[0]) == "top":  # type: ignore[index]
                continue
            rule = etree.Element(f"{_WORD}p")
            paragraph.addnext(rule)
        else:
            rule = paragraph
            for child in list(rule):
                rule.remove(child)
        style = etree.SubElement(etree.SubElement(rule, f"{_WORD}pPr"), f"{_WORD}pStyle")
        style.set(f"{_WORD}val", "drawn-rule")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name in archive.names:
            target.writestr(name, etree.tostring(root) if name == archive.find(_MAIN) else archive.read(name))
    return packed.getvalue()


def _too_deep(data: bytes, name: str) -> bool:
    from lxml import etree

    depth = 0
    try:
        for event, _ in etree.iterparse(
            io.BytesIO(data), events=("start", "end"), resolve_entities=False, no_network=True
        ):
            depth += 1 if event == "start" else -1
            if depth > DEPTH:
                return True
    except etree.XMLSyntaxError as error:
        raise SourceError(f"{name}: its text is not valid XML ({error}). The file is damaged; save it again.") from None
    return False


def _aligner() -> Callable[[Any], Any]:
    """Gives centred and right-aligned paragraphs without a style of their own a class."""
    import mammoth

    def with_class(paragraph: Any) -> Any:
        align = _ALIGNED.get(str(paragraph.alignment or ""))
        plain = paragraph.style_id is None or str(paragraph.style_name or "Normal").lower() in {
            "normal",
            "body text",
            "standard",
            "first paragraph",
        }
        if not align or not plain or paragraph.numbering is not None:
            return paragraph
        return paragraph.copy(style_id=f"aligned-{align}", style_name=f"aligned-{align}")

    transform: Callable[[Any], Any] = mammoth.transforms.paragraph(with_class)
    return transform


def _properties(archive: Archive) -> Metadata | None:
    """Title, author and language from the document's properties, where its owner filled them in."""
    path = archive.find("docProps/core.xml")
    if not path:
        return None
    values = {
        local(element): " ".join((element.text or "").split())
        for element in parse_xml(archive.read(path), archive.name)
    }
    return Metadata(
        title=values.get("title", ""), language=values.get("language", ""), summary=values.get("description", "")
    )
