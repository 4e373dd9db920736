"""What holds for every input, from bytes to pages: shared by the properties, the fuzzer and the hostile texts.

Each check raises AssertionError with the words at fault. `assert_everything` asks them all of one file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from fic2book import errors
from fic2book.assembler import assemble
from fic2book.build import build, prepare
from fic2book.cleaner import clean
from fic2book.errors import Fic2BookError, ProofError, SourceError
from fic2book.explanation import rows, suggestions
from fic2book.explanation.data import as_data
from fic2book.explanation.sidecar import as_sidecar
from fic2book.explanation.text import as_text
from fic2book.ledger import REPAIRS
from fic2book.model import (
    BOUNDARY_ROLES,
    ROLES,
    Block,
    Image,
    Job,
    Manuscript,
    Outcome,
    Page,
    Settings,
    SourceFile,
    Story,
)
from fic2book.overrides.parsing import parse_sidecar
from fic2book.readers import read
from fic2book.render import render
from tests.readers.tiling import assert_tiles

PAGES_ONLY = Settings(formats=(), cover="none")
"""The whole path but for packing: what is proved is proved of the pages."""

_LETTERS = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"^# \[\[(?:mark|break)\]\]$", re.MULTILINE)
_WHOLE = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{}</body></html>'


def letters(text: str) -> str:
    """Letters and digits alone: what no rule may change, but for a named repair."""
    return "".join(_LETTERS.findall(text))


def assert_everything(name: str, data: bytes, *, quotations: int = 3) -> Outcome | None:
    """Every invariant of one file, or words why it is refused. `quotations` of its printed sidecar are tried. None for a refusal."""
    try:
        manuscript = read(name, data)
    except SourceError as error:
        assert_helpful(str(error), name)
        return None
    assert_tiles(manuscript)
    item = SourceFile(name, data)
    story = prepare(item, PAGES_ONLY)
    assert_cleaned(manuscript, story)
    assert_stable(story)
    assert_explained(item, story, quotations)
    outcome = assert_built(item)
    if outcome is not None:
        assert_pages(story, item)
    return outcome


def assert_helpful(message: str, name: str) -> None:
    assert name in message
    assert len(message) > 30
    assert "Traceback" not in message


# ---------------------------------------------------------------- cleaning


def assert_cleaned(manuscript: Manuscript, story: Story) -> None:
    """Decisions tile the blocks, spans tile the text as before, and only a named repair changed a letter."""
    cleaned = story.manuscript
    assert_tiles(cleaned)
    assert cleaned.source == manuscript.source
    position = 0
    for decision in story.decisions:
        assert decision.first == position, f"{decision} does not follow block {position}"
        assert decision.last >= decision.first
        assert decision.role in ROLES
        assert 0 <= decision.confidence <= 1
        position = decision.last + 1
    assert position == len(cleaned.blocks)
    for boundary in story.boundaries:
        assert boundary.role in BOUNDARY_ROLES
        assert 0 <= boundary.first < len(cleaned.blocks)
    for block in cleaned.blocks:
        assert_letters_kept(block, cleaned.source.text)


def assert_letters_kept(block: Block, text: str) -> None:
    for run in block.inlines:
        if isinstance(run, Image) or not REPAIRS.isdisjoint(run.rule.split("+")):
            continue
        written = text[run.span.start : run.span.stop]
        assert letters(run.text) == letters(written), f"{run.rule!r} made {run.text!r} of {written!r}"


def printed(story: Story) -> str:
    """The story's own blocks as a book prints them, with blank lines between."""
    blocks = (
        story.manuscript.blocks[index]
        for item in story.decisions
        if item.role == "story"
        for index in range(item.first, item.last + 1)
    )
    return "\n\n".join(f"{block.marker} {block.text}" if block.marker else block.text for block in blocks)


def assert_stable(story: Story) -> None:
    """A story that was cleaned and is cleaned again loses, gains and changes no word; only mending may find more to mend."""
    text = printed(story)
    try:
        manuscript = read("again.txt", text.encode(), media="text")
    except SourceError:  # a picture has no words, and a text may begin like a foreign format
        return
    again = clean(manuscript)
    words = "\n".join(f"{block.marker} {unmended(block, manuscript.source.text)}" for block in again.manuscript.blocks)
    assert_same(letters(words), letters(text))


def unmended(block: Block, text: str) -> str:
    """What `block` prints, but for repairs of letters: there it is what was written."""
    runs = (run for run in block.inlines if not isinstance(run, Image))
    return "".join(run.text if REPAIRS.isdisjoint(run.rule.split("+")) else text[slice(*run.span)] for run in runs)


def assert_same(got: str, expected: str) -> None:
    at = next(
        (index for index, pair in enumerate(zip(got, expected, strict=False)) if pair[0] != pair[1]),
        min(len(got), len(expected)),
    )
    assert got == expected, f"…{expected[max(0, at - 20) : at + 40]}… became …{got[max(0, at - 20) : at + 40]}…"


# ---------------------------------------------------------------- explaining


def assert_explained(item: SourceFile, story: Story, quotations: int = 3) -> None:
    """The decisions can be told in every form, and what the printed sidecar proposes can be obeyed."""
    shown = rows(story, suggestions(story))
    assert as_text(story, shown)
    json.dumps(as_data(story, shown))
    sidecar = as_sidecar(story, shown)
    assert parse_sidecar(sidecar, "story.fic.toml").marks == ()
    for number, proposal in enumerate(proposals(sidecar)):
        if number == quotations:
            break
        assert_obeyed(item, proposal)
    stated = uncommented(sidecar.split("\n\n")[1])
    assert parse_sidecar(f"{stated}\n", "story.fic.toml").metadata == replace(story.metadata, fields=())


def proposals(sidecar: str) -> Iterator[str]:
    """Each commented table of a printed sidecar, without its comment signs."""
    for group in sidecar.split("\n\n"):
        table = _MARKED.search(group)
        if table:
            yield uncommented(group[table.start() :])


def uncommented(text: str) -> str:
    return "\n".join(line.removeprefix("# ") for line in text.splitlines() if "# none was found" not in line)


def assert_obeyed(item: SourceFile, sidecar: str) -> None:
    try:
        story = prepare(replace(item, sidecar=sidecar, sidecar_name="story.fic.toml"), PAGES_ONLY)
    except Fic2BookError as error:
        raise AssertionError(f"{error}\n{sidecar}") from error
    rulings = [decision for decision in (*story.decisions, *story.boundaries) if decision.by == "user"]
    assert rulings, sidecar


# ---------------------------------------------------------------- building


def assert_built(item: SourceFile, settings: Settings = PAGES_ONLY) -> Outcome | None:
    """A book that passes the proofs, or a refusal of our own in words. None for a refusal."""
    outcome = build(Job("story", (item,), settings))
    if outcome.error is None:
        return outcome
    kind = getattr(errors, outcome.error.kind, None)
    assert kind is not None, outcome.error.message
    assert kind is not ProofError, outcome.error.message
    assert_helpful(outcome.error.message, item.name)
    return None


def assert_pages(story: Story, item: SourceFile) -> None:
    """Each page is XML, no identifier stands twice, and the same file gives the same pages again."""
    pages = pages_of(story)
    seen: set[str] = set()
    for page in pages:
        for element in ElementTree.fromstring(_WHOLE.format(page.body)).iter():
            identifier = element.get("id")
            assert identifier is None or identifier not in seen, f"{identifier} stands twice"
            seen.update([identifier] if identifier else [])
    assert pages_of(prepare(item, PAGES_ONLY)) == pages


def pages_of(story: Story) -> tuple[Page, ...]:
    return render(assemble((story,), Job("story", (), PAGES_ONLY)), PAGES_ONLY)
