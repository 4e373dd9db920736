"""What changed between two versions of a story, chapter by chapter. A version is a source file or an EPUB of ours."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree import ElementTree

from fic2book.errors import SourceError
from fic2book.model import Settings, SourceFile
from fic2book.stories.keeping import phrases, words

SAME_CHAPTER = 0.3
"""Share of phrases in common that makes two chapters versions of one; less is another chapter."""

_XHTML = "{http://www.w3.org/1999/xhtml}"
_BLOCKS = frozenset(
    _XHTML + name for name in ("p", "li", "pre", "tr", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption")
)


@dataclass(frozen=True, slots=True)
class Text:
    """One chapter of a version: its title, "" for none, and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(words(paragraph)) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one chapter: same | changed | new | gone, and whether its title or place is another."""

    status: str
    old: Text | None
    new: Text | None
    moved: bool = False
    added: int = 0  # words
    removed: int = 0
    lines: tuple[str, ...] = ()  # changed paragraphs, each after "- " or "+ "

    @property
    def renamed(self) -> bool:
        """Whether the title changed."""
        return self.old is not None and self.new is not None and words(self.old.title) != words(self.new.title)


def read_version(item: SourceFile) -> tuple[Text, ...]:
    """The chapters of a version. Raises SourceError."""
    return (
        _read_epub(item)
        if item.data.startswith(b"PK") and b"application/epub+zip" in item.data[:100]
        else _read_source(item)
    )


def compare(old: Sequence[Text], new: Sequence[Text]) -> list[Change]:
    """Every chapter of the new version in order, those that are gone where they stood."""
    partner = _partners(old, new)
    order = [index for _, index in sorted((there, here) for here, there in partner.items())]
    in_place = _longest_rise(order)
    changes = [
        _change(old[partner[here]], text, here not in in_place)
        if here in partner
        else Change("new", None, text, added=text.words)
        for here, text in enumerate(new)
    ]
    met = {there: here for here, there in partner.items()}
    after = 0
    for there, text in enumerate(old):
        if there in met:
            after = next(index for index, change in enumerate(changes) if change.new is new[met[there]]) + 1
        else:
            changes.insert(after, Change("gone", text, None, removed=text.words))
            after += 1
    return changes


def _partners(old: Sequence[Text], new: Sequence[Text]) -> dict[int, int]:
    """For each chapter of the new version the one of the old that it was: by its words, then by its title."""
    old_phrases = [phrases("\n".join(text.paragraphs)) for text in old]
    new_phrases = [phrases("\n".join(text.paragraphs)) for text in new]
    likeness = []
    for here, own in enumerate(new_phrases):
        for there, other in enumerate(old_phrases):
            common = len(own & other) / max(1, min(len(own), len(other)))
            same_title = bool(new[here].title) and words(new[here].title) == words(old[there].title)
            if common >= SAME_CHAPTER or same_title:
                likeness.append((-(common + same_title / 10), abs(here - there), here, there))
    partner: dict[int, int] = {}
    for _, _, here, there in sorted(likeness):
        if here not in partner and there not in partner.values():
            partner[here] = there
    return partner


def _longest_rise(order: Sequence[int]) -> set[int]:
    """The longest rising part of `order`: chapters that kept their order; the others moved."""
    best: list[list[int]] = [[]]
    for item in order:
        best.append([*max((run for run in best if not run or run[-1] < item), key=len), item])
    longest: list[int] = max(best, key=len)
    return set(longest)


def _change(old: Text, new: Text, moved: bool) -> Change:
    before, now = ([tuple(words(paragraph)) for paragraph in text.paragraphs] for text in (old, new))
    if before == now:
        return Change("same", old, new, moved)
    added: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    lines: list[str] = []
    for kind, first, last, start, stop in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind != "equal":
            removed.update(word for paragraph in before[first:last] for word in paragraph)
            added.update(word for paragraph in now[start:stop] for word in paragraph)
            lines += [f"- {text}" for text in old.paragraphs[first:last]] + [
                f"+ {text}" for text in new.paragraphs[start:stop]
            ]
    return Change("changed", old, new, moved, (added - removed).total(), (removed - added).total(), tuple(lines))


# ---------------------------------------------------------------- reading a version


def _read_source(item: SourceFile) -> tuple[Text, ...]:
    from fic2book.assembler import assemble_part
    from fic2book.build import prepare
    from fic2book.summary import walk

    part = assemble_part(prepare(item, Settings()), Settings())
    found = []
    for chapter in walk(part.chapters):
        blocks = [block for scene in chapter.scenes for block in (*scene.caption, *scene.blocks)]
        found.append(
            Text(chapter.title, tuple(_line(block.text) for block in (*blocks, *chapter.ending) if block.text.strip()))
        )
    return tuple(found)


def _read_epub(item: SourceFile) -> tuple[Text, ...]:
    try:
        with zipfile.ZipFile(BytesIO(item.data)) as archive:
            return tuple(_joined(_chapters(archive)))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, StopIteration) as error:
        raise SourceError(
            f"{item.name} is not an EPUB that fic2book made ({error}). Compare its source instead."
        ) from None


def _chapters(archive: zipfile.ZipFile) -> Iterator[tuple[bool, Text]]:
    """Each page of a chapter, and whether it continues the one before."""
    package = next(name for name in archive.namelist() if name.endswith(".opf"))
    root = ElementTree.fromstring(archive.read(package))  # noqa: S314 - expat of every supported Python bounds entities
    opf = "{http://www.idpf.org/2007/opf}"
    names = {item.get("id"): item.get("href", "") for item in root.iter(f"{opf}item")}
    for reference in root.iter(f"{opf}itemref"):
        name = names.get(reference.get("idref"), "")
        if not name.endswith("xhtml"):
            continue
        page = ElementTree.fromstring(archive.read(str(PurePosixPath(package).parent / name)))  # noqa: S314 - as above
        for section in page.iter(f"{_XHTML}section"):
            kind = section.get("class", "").split()
            if "chapter" in kind:
                yield "continued" in kind, _text(section)


def _text(section: ElementTree.Element) -> Text:
    heading = next(
        (
            item
            for item in section
            if item.tag[-2:] in ("h1", "h2", "h3", "h4", "h5", "h6") or item.tag.endswith("hgroup")
        ),
        None,
    )
    title = (
        ""
        if heading is None
        else " ".join(
            _line("".join(line.itertext()))
            for line in (heading if len(heading) and heading.tag.endswith("hgroup") else [heading])
        )
    )
    paragraphs = []
    for block in section:
        if block is heading or not (
            (block.tag.endswith("section") and "scene" in block.get("class", "").split()) or block.get("class") == "end"
        ):
            continue
        leaves = [
            item
            for item in block.iter()
            if item.tag in _BLOCKS and not any(inner.tag in _BLOCKS for inner in item.iter() if inner is not item)
        ]
        paragraphs += [line for leaf in leaves if (line := _line("".join(leaf.itertext())))]
    return Text(title, tuple(paragraphs))


def _joined(pages: Iterator[tuple[bool, Text]]) -> list[Text]:
    found: list[Text] = []
    for continued, text in pages:
        if continued and found:
            found[-1] = Text(found[-1].title, (*found[-1].paragraphs, *text.paragraphs))
        else:
            found.append(text)
    return found


def _line(text: str) -> str:
    return " ".join(text.split())
