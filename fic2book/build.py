"""build(job) → Outcome: one book, from bytes to bytes.

Pure: it touches neither disk nor network nor clock, so the same job gives the same bytes in any process on any machine. Errors travel
inside the Outcome, so that one bad story never stops a batch.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fic2book.assembler import assemble
from fic2book.cleaner import clean
from fic2book.collector import collector_paused
from fic2book.errors import Fic2BookError, SourceError
from fic2book.ledger import prove_book, prove_foreword, prove_pages
from fic2book.model import (
    Block,
    Book,
    Cover,
    Failure,
    Job,
    Metadata,
    Outcome,
    OutputFile,
    Page,
    Run,
    Settings,
    SourceFile,
    Span,
    Story,
)
from fic2book.naming import shown_subtitle, shown_title
from fic2book.overrides import NO_OVERRIDES
from fic2book.overrides.parsing import parse_sidecar
from fic2book.readers import read
from fic2book.render import render
from fic2book.render.pictures import tell_unshown
from fic2book.stories.additions import standing, with_additions
from fic2book.summary import notices_of, summarise, walk

if TYPE_CHECKING:
    from fic2book.covers import CoverRequest


class Stopwatch:
    """CPU seconds by stage, for reports; no figure of it enters a book."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the CPU time of the block under `name`."""
        start = time.process_time()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start


def build(job: Job) -> Outcome:
    """Every file of one book, or the reason why there is none."""
    watch = Stopwatch()
    try:
        with collector_paused():
            return _built(job, watch)
    except Fic2BookError as error:
        failure = Failure(str(error), error.exit_code, type(error).__name__)
    except MemoryError:
        failure = Failure(f"{job.name}: not enough memory. Build fewer stories in one book.", 1, "MemoryError")
    except Exception as error:  # noqa: BLE001 - a fault in one book must not stop a batch
        failure = Failure(_report(job, error), 1, type(error).__name__)
    return Outcome(job.name, error=failure, seconds=watch.seconds)


def _report(job: Job, error: Exception) -> str:
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}"
    names = ", ".join(item.name for item in job.sources)
    return (
        f"{names}: a fault in fic2book ({type(error).__name__}: {error}, at {place}). Nothing was written. "
        "Please report it, with the file if you can."
    )


def _built(job: Job, watch: Stopwatch) -> Outcome:
    with watch.stage("read and clean"):
        cleaned = tuple(_cleaned(item, job.settings) for item in job.sources)
        packed = tuple(
            _packed(story) if job.pack and not item.cleaned else b""
            for story, item in zip(cleaned, job.sources, strict=True)
        )
        pairs = zip(cleaned, job.sources, strict=True)
        stories = tuple(with_additions(story, item, job.settings, prepare) for story, item in pairs)
        serial = _joined(stories, job)
        foreword = _foreword(job)
    with watch.stage("assemble and prove"):
        book = replace(assemble(serial, job), foreword=foreword)
        prove_book(book)
        _require_text(book, job)
    with watch.stage("render and prove"):
        pages = render(book, job.settings)
        prove_pages(book, pages)
    with watch.stage("cover"):
        covers = draw_covers(book, job)
    files: list[OutputFile] = []
    # The PDF comes first: its page numbers go into the EPUB's page list.
    for name in sorted(job.settings.formats, key=lambda name: name != "pdf"):
        with watch.stage(name):
            export = exporter(name)
            made = export(book, pages, covers[name], job.settings)
            pages = _numbered(pages, made) if name == "pdf" and "epub" in job.settings.formats else pages
            made = (*made, *_on_sheets(book, made, job.settings)) if name == "pdf" else made
            files += [replace(item, name=job.name + item.name) for item in made]
    kept = tuple(dict.fromkeys(digest for story in stories for digest in story.kept))
    notices = (
        *notices_of(book, next(iter(covers.values()), None)),
        *tell_unshown(book),
        *(notice for item in files for notice in item.notices),
    )
    return Outcome(job.name, tuple(files), summarise(book), notices, seconds=watch.seconds, kept=kept, cleaned=packed)


def _cleaned(item: SourceFile, settings: Settings) -> Story:
    if not item.cleaned:
        return prepare(item, settings)
    from fic2book.stories.packing import unpack

    return unpack(item.cleaned)


def _packed(story: Story) -> bytes:
    from fic2book.stories.packing import pack

    return pack(story)


def prepare(item: SourceFile, settings: Settings) -> Story:
    """Read and clean one story under its sidecar. Raises SourceError, SidecarError."""
    overrides = parse_sidecar(item.sidecar, item.sidecar_name) if item.sidecar else NO_OVERRIDES
    encoding = overrides.encoding or settings.encoding
    manuscript = read(item.name, item.data, encoding=encoding, pictures=item.pictures)
    if item.former:
        overrides = standing(overrides, manuscript, item.former)
    manuscript = overrides.reshape(manuscript)
    if overrides.accept and not settings.breaks:
        settings = replace(settings, breaks=overrides.accept)
    story = clean(manuscript, overrides, settings)
    return replace(story, metadata=_set_type(story.metadata, overrides.metadata, settings))


TYPESET = ("title", "subtitle", "series", "summary")
"""Metadata that title pages and covers print, and that deserve the type of the text."""


def _set_type(metadata: Metadata, chosen: Metadata, settings: Settings) -> Metadata:
    """`metadata` with quotes and dashes set, but for words that the user wrote in the sidecar."""
    from fic2book.cleaner.text.typography import typeset

    changes: dict[str, Any] = {}
    for name in TYPESET:
        written = getattr(metadata, name)
        if written and not getattr(chosen, name):
            span = Span(0, len(written))
            block = Block("paragraph", (Run(written, span),), span)
            changes[name] = typeset((block,), metadata.language, settings.typography)[0].text
    return replace(metadata, **changes)


def _joined(stories: tuple[Story, ...], job: Job) -> tuple[Story, ...]:
    """`stories` with the files of one serial made one story, in the order of their parts; a missing part is told in a notice."""
    if len(stories) < 2 or not job.join:
        return stories
    from fic2book.cleaner.serial import join_serials
    from fic2book.stories.merging import merge_stories

    groups, notices = join_serials(stories)
    joined = [merge_stories(group) for group in groups]
    return (replace(joined[0], notices=(*joined[0].notices, *notices)), *joined[1:])


def _on_sheets(book: Book, made: tuple[OutputFile, ...], settings: Settings) -> Iterator[OutputFile]:
    """The PDF once more, imposed, where the user wants that. Raises UsageError, DependencyError."""
    if not settings.impose:
        return
    from fic2book.binding import impose
    from fic2book.binding.plan import plan_from
    from fic2book.render.labels import right_to_left

    turned = right_to_left(settings.language or book.metadata.language)
    plan = plan_from({"right_to_left": turned, **dict(settings.impose)})
    yield OutputFile("-sheets.pdf", impose(made[0].data, plan))


def _numbered(pages: tuple[Page, ...], made: tuple[OutputFile, ...]) -> tuple[Page, ...]:
    """`pages` with a mark where each page of the PDF begins."""
    from fic2book.page_list import number_pages, printed_pages

    return number_pages(pages, printed_pages(made[0].data))


def _foreword(job: Job) -> tuple[Block, ...]:
    """The editor's foreword, set as the stories are; it is text from its first word to its last."""
    if job.foreword is None:
        return ()
    from fic2book.cleaner.text.typography import typeset

    manuscript = read(job.foreword.name, job.foreword.data)
    blocks = typeset(manuscript.blocks, job.settings.language or job.metadata.language, job.settings.typography)
    prove_foreword(manuscript, blocks)
    return tuple(blocks)


def _require_text(book: Book, job: Job) -> None:
    for part in book.parts:
        if not any(scene.blocks for chapter in walk(part.chapters) for scene in chapter.scenes):
            quoted = " ".join(part.source.text.split())[:60]
            raise SourceError(
                f"{part.source.name}: no story was found in it, only headers, notes or furniture of a site (“{quoted}”). "
                'If it is a story, mark a passage as role = "story" in its sidecar.'
            )


def exporter(name: str) -> Callable[..., tuple[OutputFile, ...]]:
    """The exporter of a format. Raises UsageError for an unknown one."""
    from fic2book.exporters import find_exporter

    return find_exporter(name)


def draw_covers(book: Book, job: Job) -> dict[str, Cover | None]:
    """The cover for each format, None where the user wants none; one drawing serves all formats of the same shape."""
    if job.settings.cover == "none":
        return dict.fromkeys(job.settings.formats)
    from fic2book.covers import HEIGHT, WIDTH, draw_cover

    request, height = cover_request(book, job), HEIGHT
    if _may_bring_cover(job):
        from fic2book.covers.brought import brought_cover

        brought = brought_cover(book, WIDTH, HEIGHT)
        if brought:
            request, height = replace(request, art=brought.data, design="picture"), brought.height
    drawn: dict[tuple[int, int], Cover] = {}
    covers: dict[str, Cover | None] = {}
    for name in job.settings.formats:
        shape = _shape_in_print(job.settings, WIDTH, HEIGHT) if name == "pdf" else (WIDTH, height)
        if shape not in drawn:
            cover = draw_cover(request, *shape)
            # Nobody can give a better copy of a cover that came with the source.
            drawn[shape] = cover if request.art == job.art else replace(cover, notices=())
        covers[name] = drawn[shape]
    return covers


def _may_bring_cover(job: Job) -> bool:
    """Whether a source's own cover still says what the user wants said."""
    chosen = job.settings.cover != "auto" or job.art or job.settings.palette
    return not (chosen or job.metadata.title or job.metadata.authors)


def _shape_in_print(settings: Settings, width_px: int, height_px: int) -> tuple[int, int]:
    from fic2book.press.frontispiece import cover_shape

    return cover_shape(settings, width_px, height_px)


def cover_request(book: Book, job: Job) -> CoverRequest:
    """What the cover of `book` shall show; the same content gives the same cover."""
    from fic2book.covers import CoverRequest

    metadata = book.metadata
    return CoverRequest(
        title=shown_title(book),
        authors=metadata.authors,
        subtitle=shown_subtitle(book),
        fandom=metadata.fandoms[0] if metadata.fandoms else "",
        series=metadata.series,
        number=metadata.series_index,
        seed=book.identifier,
        design=job.settings.cover,
        palette=job.settings.palette,
        art=job.art,
        language=metadata.language,
        editor=metadata.editor,
    )
