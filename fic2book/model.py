"""Every type that travels between stages: frozen, picklable, without behaviour beyond small properties.

A story passes through these types in the order in which they stand here. Offsets are characters (Unicode code points) of
``Source.text``, half-open. The two types that exist in tens of thousands, `Span` and `Run`, are named tuples; the rest are frozen,
slotted dataclasses (`records`). This module imports nothing else of ours.
"""

from __future__ import annotations

import math
from dataclasses import field
from typing import Final, NamedTuple

from fic2book.records import dataclass

# ---------------------------------------------------------------- what was handed in


class Span(NamedTuple):
    """Half-open range of characters of `Source.text`; ``start == stop`` marks a place without text (a ``<br>``, an image)."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Source:
    """One decoded file. For markup formats `text` is the concatenation of all text nodes in document order."""

    name: str  # the file's name, without folders
    media: str  # a key of READERS: "text", "html", "docx" …
    text: str
    encoding: str = "utf-8"
    digest: str = ""  # SHA-256 of the bytes, hexadecimal


# ---------------------------------------------------------------- text and blocks

MARKS: Final = ("b", "code", "em", "s", "small", "smallcaps", "strong", "sub", "sup", "u")
"""Names a `Run.marks` may hold, always sorted."""


class Run(NamedTuple):
    """A stretch of text with one set of marks.

    ``rule == ""`` means `text` is the verbatim slice of the source; otherwise `rule` names what changed it ("unwrap", "quotes",
    "whitespace" …). ``text == ""`` with a rule is a deletion inside a paragraph. A line feed in `text` is a forced line break; no
    other control character occurs.
    """

    text: str
    span: Span
    marks: tuple[str, ...] = ()
    rule: str = ""
    href: str = ""  # link target, for a run inside a link
    lang: str = ""  # BCP 47, only where it differs from the story's language


class Image(NamedTuple):
    """A picture in the text. `resource` names an entry of `Manuscript.resources`, or is empty for one that could not be kept."""

    span: Span
    resource: str = ""
    alt: str = ""
    source: str = ""  # the address the author gave, shown when the picture could not be kept


Inline = Run | Image

KINDS: Final = ("paragraph", "heading", "quote", "verse", "item", "rule", "image", "preformatted", "table")
"""What a block is by its form, before anybody asks what it means. "quote" is a paragraph within a quotation, "verse" keeps its lines,
"item" is a list item (`marker` holds its bullet or number), "rule" is an ``<hr>``, "table" is one row with cells parted by tabs."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like unit. The spans of its inlines tile `span`."""

    kind: str
    inlines: tuple[Inline, ...]
    span: Span
    blanks: int = 0  # blank lines (or surplus <br>s and empty paragraphs) that stood before it
    level: int = 0  # heading level 1–6; nesting depth of items and quotes, from 1
    align: str = ""  # "" | "center" | "right"
    marker: str = ""  # an item's bullet or number, as printed
    hint: str = ""  # what the markup called it (class, id, epub:type), space-separated, lower case
    wrapped: bool = False  # several source lines were joined to make it

    @property
    def text(self) -> str:
        """The block's text as the book prints it."""
        inlines = self.inlines
        if len(inlines) == 1 and isinstance(inlines[0], Run):  # most paragraphs, and asked for many times
            return inlines[0].text
        return "".join([inline.text for inline in inlines if isinstance(inline, Run)])


@dataclass(frozen=True, slots=True)
class Removed:
    """Source text that is not printed where it stood, and why ("separator", "layout", "markup", "chrome", "marker" …)."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that came with the story: a picture or a cover."""

    name: str
    media_type: str
    data: bytes
    role: str = "image"  # "image" | "cover"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a finding. `weight` is in log-odds: +2.2 raises even odds to 0.9."""

    pattern: str  # stable name of the pattern or measurement
    span: Span
    weight: float
    note: str = ""  # plain words for the reader of `explain`


@dataclass(frozen=True, slots=True)
class Field:
    """One header field. `name` is canonical ("fandom", "rating" …); `label` and `value` are as the author wrote them."""

    name: str
    value: str
    span: Span  # label and value
    label: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A proposal by a detector about the blocks `first`..`last` (inclusive indices), never an action."""

    role: str
    first: int
    last: int
    evidence: tuple[Evidence, ...]
    value: str = ""  # meaning depends on the role, see ROLES
    detector: str = ""
    fields: tuple[Field, ...] = ()
    place: str = ""  # where a note stood in a book of ours

    @property
    def weight(self) -> float:
        """Sum of the evidence, in log-odds."""
        return sum(item.weight for item in self.evidence)

    @property
    def confidence(self) -> float:
        """Probability that the finding is right, 0–1."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.weight))))


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know: a repair, a loss the site caused, a doubtful decision. `where` quotes the words."""

    code: str  # stable, kebab-case: "possible-gap", "no-title", "undecodable" …
    message: str
    where: str = ""
    span: Span = Span(0, 0)
    severity: str = "review"  # "info" | "review" | "warning"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What the author handed in, in reading order. Blocks and removals tile ``source.text``.

    `findings` are proposals a reader can make from markup alone (an AO3 tag list, a heading element).
    """

    source: Source
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    findings: tuple[Finding, ...] = ()
    resources: tuple[Resource, ...] = ()
    notices: tuple[Notice, ...] = ()
    layout: str = (
        "markup"  # "markup" | "blank-lines" | "single-lines" | "hard-wrapped" | "indented": how paragraphs are marked
    )
    metadata: Metadata | None = (
        None  # what the file says of itself outside its text: a package document, core properties, a <title>
    )
    settled: bool = False  # every block was decided on before, and the file says how: an EPUB of ours


# ---------------------------------------------------------------- decisions

ROLES: Final[dict[str, str]] = {
    # role: meaning (and what `value` holds)
    "story": "text of the story",
    "title": "the story's title (value: the title without counters and author)",
    "author": "the byline (value: the author's name)",
    "field": "header fields (Finding.fields)",
    "date": "a posting date (value: ISO 8601 date)",
    "disclaimer": "a disclaimer",
    "note": "an author's note",
    "dedication": "a dedication",
    "epigraph": "a quotation set before the text",
    "heading": "a chapter heading (value: chapter | prologue | epilogue | interlude | coda | omake | day | …)",
    "part": "a heading above chapters: part, book, volume, arc, act (value: which)",
    "break": "a scene break mark (value: soft | hard)",
    "caption": "a caption that opens a scene: time, place, point of view",
    "end": "an end mark: The End, Fin, TBC",
    "counter": "a repeated title or part counter, not printed twice (value: as '2/7')",
    "contents": "a table of contents in the text",
    "chrome": "furniture of the site it was copied from (value: the site)",
}
"""Roles of blocks. Every block has exactly one decision; "story" is the default."""

BOUNDARY_ROLES: Final[dict[str, str]] = {
    "gap": "a place before block `first` where a site dropped a line",
    "pause": "a scene break without a mark, before block `first` (value: soft | hard)",
    "lost-break": "a place before block `first` where a scene break may have been lost; only ever suggested",
}
"""Roles of the boundary before block `first`; they stand beside the block's own decision."""


PLACES: Final = ("front", "before", "after", "back", "popup", "appendix")
"""Where a note may stand in a book."""

CONTINUED: Final = "continued"
"""Value of a decision whose passage goes on from the one before: a program wrapped a value or a disclaimer."""

STORY_POPUP: Final = "story-popup"
"""The place of a pop-up note that belongs to a story as a whole and to none of its chapters."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the blocks `first`..`last` are taken for, by whom, and what else they could have been."""

    role: str
    first: int
    last: int
    by: str = "default"  # "default" | "detector" | "reader" | "user"
    confidence: float = 1.0
    value: str = ""
    evidence: tuple[Evidence, ...] = ()
    detector: str = ""
    rivals: tuple[Finding, ...] = ()
    fields: tuple[Field, ...] = ()
    review: bool = False  # in doubt: listed for the user
    place: str = ""  # where it goes: the user's choice, or where it stood in a book of ours; "" for the policy's


UNKNOWN_LANGUAGE: Final = "und"
"""BCP 47 for a language that nobody knows; what is read with it is not guessed at again."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a story or a book; empty where nothing is known."""

    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    editor: str = ""
    language: str = ""  # BCP 47
    date: str = ""  # ISO 8601, of posting
    updated: str = ""
    summary: str = ""
    fandoms: tuple[str, ...] = ()
    relationships: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    rating: str = ""  # normalised: General | Teen | Mature | Explicit | Not Rated
    status: str = ""  # "" | complete | in progress
    series: str = ""
    series_index: str = ""  # "2", "2.5"
    division: str = ""  # heading of the part of an anthology that begins with the story
    part: str = ""  # this file's part of a serial: "2"
    parts: str = ""  # of how many: "2", "?" when unknown
    source: str = ""  # address it was posted at
    publisher: str = ""  # the site
    rights: str = ""
    fields: tuple[Field, ...] = ()  # every header field, verbatim, in source order


@dataclass(frozen=True, slots=True)
class Story:
    """A cleaned story: the manuscript with its typography done, and a decision for every block.

    `decisions` are in block order and tile the blocks; `boundaries` are the decisions on boundaries, in order.
    """

    manuscript: Manuscript
    decisions: tuple[Decision, ...]
    metadata: Metadata
    boundaries: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...] = ()
    kept: tuple[str, ...] = ()  # digests of the former versions that chapters were kept from


# ---------------------------------------------------------------- the book


@dataclass(frozen=True, slots=True)
class Break:
    """How a scene is parted from the one before. `text` is the mark as written, empty when there was none."""

    strength: str  # "soft" | "hard"
    span: Span
    text: str = ""
    by: str = "detector"


@dataclass(frozen=True, slots=True)
class Scene:
    """Text between two breaks; `opening` is the break before it, None for the first of a chapter."""

    blocks: tuple[Block, ...]
    opening: Break | None = None
    caption: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Text that is about the story. `role`: note | disclaimer | summary | dedication | epigraph | chrome | contents.

    `place`: front | before | after | back | popup | appendix, where "before" and "after" are the chapter's own edges.
    """

    role: str
    blocks: tuple[Block, ...]
    place: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One node of a story's tree: chapters hold scenes; parts hold chapters (and may hold scenes before the first one)."""

    kind: str  # "chapter", or the value of its heading's decision: part, prologue, interlude …; "" for text without a heading
    heading: tuple[Block, ...] = ()
    scenes: tuple[Scene, ...] = ()
    notes: tuple[Note, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    ending: tuple[Block, ...] = ()  # an end mark, printed centred

    @property
    def title(self) -> str:
        """The heading on one line."""
        return " ".join(" ".join(block.text.split()) for block in self.heading)


@dataclass(frozen=True, slots=True)
class Part:
    """One story within a book."""

    metadata: Metadata
    chapters: tuple[Chapter, ...]
    notes: tuple[Note, ...] = ()  # front and back matter of the story
    source: Source = Source("", "text", "")
    removed: tuple[Removed, ...] = ()  # everything not printed, with its reason
    resources: tuple[Resource, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """What exporters receive: one story or many, in order."""

    metadata: Metadata
    parts: tuple[Part, ...]
    foreword: tuple[Block, ...] = ()
    identifier: str = ""  # urn:uuid, from content and metadata
    modified: str = ""  # ISO 8601 UTC instant, from configuration or content, never from the clock

    @property
    def anthology(self) -> bool:
        """True when several stories share the book, each with its own title page."""
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class Page:
    """One XHTML document of the book, shared by all exporters. `body` is the markup within ``<body>``."""

    name: str  # file name without folder, "chapter-001.xhtml"
    role: str  # cover | title | about | notes | part | chapter | afterword | colophon | contents …
    title: str  # for <title> and the contents
    body: str
    level: int = 1  # depth in the contents, from 1; 0 keeps it out
    epub_type: str = ""
    language: str = ""
    part: int = -1  # index of the story it belongs to


@dataclass(frozen=True, slots=True)
class Cover:
    """A drawn cover: JPEG bytes, size in pixels, words for those who cannot see it."""

    data: bytes
    width: int
    height: int
    alt: str
    notices: tuple[Notice, ...] = ()


# ---------------------------------------------------------------- jobs


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice a user can make for a book; field names are the keys of fic2book.toml and, with dashes, the options."""

    style: str = "classic"
    formats: tuple[str, ...] = ("epub", "pdf")
    device: str = "generic"
    engine: str = "auto"  # auto | weasyprint | typst
    trim: str = ""  # "" for the style's; a5, 6x9 …
    typography: str = "smart"  # smart | keep
    notes: str = "auto"  # auto | front | chapter | back | popup | omit
    disclaimers: str = "auto"
    chrome: str = "omit"  # omit | appendix
    language: str = ""
    cover: str = "auto"  # a design's name, "auto", "none"
    cover_art: str = ""  # path of a picture
    palette: str = ""
    fonts: str = "none"  # none | embed | accessible
    date: str = ""  # ISO 8601; the book's modification date
    standard: str = "pdf/ua-1"
    crop_marks: bool = False  # crop marks and 3 mm of bleed, for a print shop
    inks: str = "colour"  # colour | grey | cmyk: what the PDF is printed with
    profile: str = ""  # path of the print shop's ICC file
    impose: tuple[
        tuple[str, str | float | bool], ...
    ] = ()  # fields of an ImpositionPlan: the PDF once more, on sheets to fold
    breaks: float = 0.0  # accept suggested lost breaks from this score on; 0 accepts none
    encoding: str = ""  # of the stories' bytes; "" to find it
    vanished: str = "keep"  # keep | drop: chapters that are no longer in a story's source


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes of one story and of the sidecar beside it, and what a collection adds to them."""

    name: str
    data: bytes
    sidecar: str = ""  # text of <name>.fic.toml, "" when there is none
    sidecar_name: str = ""
    metadata: Metadata = Metadata()  # set by the user for this story; non-empty fields win
    introduction: SourceFile | None = None  # a text of the editor's, printed before the story
    former: tuple[SourceFile, ...] = ()  # versions that were built before, oldest first
    pictures: tuple[tuple[str, bytes], ...] = ()  # those that lie beside the file: address and bytes
    cleaned: bytes = b""  # the cleaned story as `cleaned.pack` wrote it, when it is known already


@dataclass(frozen=True, slots=True)
class Job:
    """Everything needed to build one book, anywhere: bytes in, bytes out, no paths."""

    name: str  # stem of the output files, unique in a run
    sources: tuple[SourceFile, ...]
    settings: Settings = Settings()
    metadata: Metadata = Metadata()  # set by the user; non-empty fields win
    foreword: SourceFile | None = None
    art: bytes = b""
    join: bool = True  # files of one serial become one story
    revision: int = 0  # how often the book was built anew since something it is made of changed
    pack: bool = False  # whether the outcome shall carry the cleaned stories


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A finished file, to be written by the driver."""

    name: str
    data: bytes
    notices: tuple[Notice, ...] = ()  # what its making brought to light: a missing font, a broken stylesheet


@dataclass(frozen=True, slots=True)
class Failure:
    """An error that travelled inside an Outcome."""

    message: str
    exit_code: int
    kind: str  # class name in errors.py


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures `convert` prints for one book."""

    title: str
    authors: tuple[str, ...]
    words: int
    chapters: int
    scenes: int
    set_aside: tuple[tuple[str, int], ...] = ()  # (role, words)
    language: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: files or a failure, never both."""

    name: str
    files: tuple[OutputFile, ...] = ()
    summary: Summary | None = None
    notices: tuple[Notice, ...] = ()
    error: Failure | None = None
    seconds: dict[str, float] = field(default_factory=dict)  # stage: CPU seconds, for reports only
    kept: tuple[str, ...] = ()  # digests of former versions that chapters were kept from
    cleaned: tuple[bytes, ...] = ()  # one a source, for the driver's cache; b"" where it has it
