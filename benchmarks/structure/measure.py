"""One tool's EPUB of one document against the truth: counts that can be summed over documents.

Rules beyond those of `extract`:

- A claim stands *before* the first story word that follows it; it is right when that word is exactly the one the truth names.
- Claims before the first and after the last story word are furniture, unless the truth has a chapter there. Several claims at one place
  are one. Nothing is asked of places the truth leaves open: date lines within the story, dropped lines, lost breaks, lone ornaments.
- A heading that holds only a caption or only a break mark counts as a break; a break at a chapter's edge is nobody's mistake.
- A note is *out* when its words stand set apart, in a quotation or aside, or on a page without story. Its label may be gone.
- A field is right when its value alone, or after a label of up to three words, is a value of the package's metadata, a cell of a definition
  list or table, or a line or block that is set apart or on a page without story.
- Words invented are words on pages with story, not set apart, that the source does not have or not so often.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from benchmarks.structure.align import align
from benchmarks.structure.extract import EMPTY_BREAK, Block, Book
from benchmarks.structure.model import Truth, words

LABEL = 3  # words a label may have before its value


@dataclass(slots=True)
class Score:
    """Counts for one document or the sum of many; `errors` are for the development part only."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Sum another score into this one."""
        self.counts.update(other.counts)
        self.errors += other.errors

    def judge(self, name: str, right: bool, error: str) -> None:
        """Count one question."""
        self.counts[f"{name}.asked"] += 1
        self.counts[f"{name}.right"] += right
        if not right:
            self.errors.append(f"{name}: {error}")

    def compare(self, name: str, claimed: set[int], true: set[int], truth: Truth) -> None:
        """Count claims of places against true places."""
        self.counts[f"{name}.hit"] += len(claimed & true)
        self.counts[f"{name}.claimed"] += len(claimed)
        self.counts[f"{name}.true"] += len(true)
        self.errors += [f"{name} missed before: {around(truth, place)}" for place in sorted(true - claimed)]
        self.errors += [f"{name} invented before: {around(truth, place)}" for place in sorted(claimed - true)]


def around(truth: Truth, place: int) -> str:
    """The words after a place, for error lists."""
    return f"[{place}] {' '.join(truth.words[place : place + 8])}"


class Reading:
    """A book matched to the truth."""

    def __init__(self, book: Book, truth: Truth) -> None:
        self.book, self.truth = book, truth
        self.flow = [place for place, apart in enumerate(book.apart) if not apart]
        matched = align(truth.words, [book.words[place] for place in self.flow])
        self.places = [self.flow[place] if place >= 0 else -1 for place in matched]
        self.known = [(place, index) for index, place in enumerate(self.places) if place >= 0]
        self.story = {place for place in self.places if place >= 0}
        self.pages = {book.page[place] for place in self.story}

    def index(self, place: int, true: Collection[int] = ()) -> int:
        """The first story word at or after a place in the book; their number when none follows.

        Where words were lost at the place, the true place among them is taken: what was lost is counted elsewhere.
        """
        slot = bisect_left(self.known, (place, -1))
        found = self.known[slot][1] if slot < len(self.known) else len(self.truth.words)
        lost = range(self.known[slot - 1][1] + 1 if slot else 0, found)
        return next((index for index in true if index in lost), found)

    def outside(self, block: Block) -> bool:
        """Whether a block is set apart, or on a page without story."""
        return block.apart or block.page not in self.pages


def measure(book: Book | None, truth: Truth) -> Score:
    """The score of one document; a tool that failed found nothing."""
    score = Score()
    reading = Reading(book or Book(), truth)
    measure_metadata(reading, score)
    chapters = measure_chapters(reading, score)
    measure_breaks(reading, score, chapters)
    measure_paragraphs(reading, score)
    measure_notes(reading, score)
    measure_chrome(reading, score)
    measure_words(reading, score)
    score.counts["documents"] += 1
    score.counts["failed"] += book is None
    return score


# ---------------------------------------------------------------- metadata


def measure_metadata(reading: Reading, score: Score) -> None:
    """Title, author, header fields."""
    book, truth = reading.book, reading.truth
    if truth.title:
        score.judge("title", words(book.title) == words(truth.title), f"{book.title!r} for {truth.title!r}")
    elif words(book.title):
        taken = " ".join(words(book.title)) in " ".join(word for word, _ in truth.roles)
        score.counts["title.invented"] += taken
        if taken:
            score.errors.append(f"title invented: {book.title!r}")
    if truth.author:
        score.judge(
            "author",
            words(truth.author) in [words(name) for name in book.creators],
            f"{book.creators} for {truth.author!r}",
        )
    values = [words(value) for value in field_values(reading)]
    for name, value in truth.fields.items():
        wanted = words(value)
        right = any(found[-len(wanted) :] == wanted and len(found) <= len(wanted) + LABEL for found in values)
        score.judge("field", right, f"{name} = {value!r}")


def field_values(reading: Reading) -> list[str]:
    """Every text that may be a field's value, alone or after a label of a few words."""
    outside = [block for block in reading.book.blocks if reading.outside(block)]
    lines = [line for block in outside for line in (*block.text.split("\n"), block.text)]
    return [*reading.book.metadata, *reading.book.cells, *lines]


# ---------------------------------------------------------------- boundaries


def measure_chapters(reading: Reading, score: Score) -> set[int]:
    """Chapter boundaries and titles; the places of all true chapters come back."""
    truth = reading.truth
    true = dict(truth.chapters)
    claims: dict[int, list[str]] = {}
    for block in reading.book.blocks:
        if block.heading and not block.apart and not breaks_scene(reading, block):
            claims.setdefault(reading.index(block.start, true), []).append(block.text)
    for label, place in reading.book.contents:
        if not (place < len(reading.book.apart) and reading.book.apart[place]):
            claims.setdefault(reading.index(place, true), []).append(label)
    for place in list(claims):
        furniture = place in {0, len(truth.words)} and not (place in true and titled(claims[place], true[place]))
        if furniture or (place in open_places(truth) and place not in true):
            del claims[place]
    score.compare("chapter", set(claims), set(true), truth)
    for place in sorted(set(claims) & set(true)):
        score.judge("chapter-title", titled(claims[place], true[place]), f"{claims[place]} for {true[place]!r}")
    score.counts["false.headings"] += len(set(claims) - set(true))
    return set(true)


def titled(claims: list[str], title: str) -> bool:
    """Whether a place's headings, alone or together, say the chapter's title."""
    wanted = words(title)
    return wanted in [words(claim) for claim in claims] or wanted == words(" ".join(claims))


def open_places(truth: Truth) -> set[int]:
    """Places of which nothing is asked."""
    return {*truth.neutral, *truth.lost}


def breaks_scene(reading: Reading, block: Block) -> bool:
    """Whether a block in heading's clothes is a caption or a break mark."""
    said = words(block.text)
    captions = [words(caption) for _, caption in reading.truth.captions]
    return said in captions or is_mark(block.text, reading.truth)


def is_mark(text: str, truth: Truth) -> bool:
    """Whether a text is a break mark and nothing else."""
    bare = " ".join(text.split())
    return bool(bare) and (bare in truth.markers or not words(bare))


def measure_breaks(reading: Reading, score: Score, chapters: set[int]) -> None:
    """Marked breaks, and those that only blank lines show."""
    book, truth = reading.book, reading.truth
    usual = usual_look(reading)
    places = [place for place, apart in book.rules if not apart]
    for block in book.blocks:
        unlike = block.look != usual or block.centred
        empty = not block.text and bool(EMPTY_BREAK.search(block.look))
        heading = block.heading and breaks_scene(reading, block)
        if not block.apart and (empty or heading or (is_mark(block.text, truth) and unlike)):
            places.append(block.start)
    left = open_places(truth) | chapters | {0, len(truth.words)}
    claimed = {reading.index(place, [true for true, _, _ in truth.breaks]) for place in places} - left
    marked = {place for place, _, by in truth.breaks if by != "blank"} - left
    blank = {place for place, _, by in truth.breaks if by == "blank"} - left
    score.compare("break", claimed - blank, marked, truth)
    score.counts["blank-break.true"] += len(blank)
    score.counts["blank-break.hit"] += len(blank & claimed)
    score.errors += [f"blank-line break missed before: {around(truth, place)}" for place in sorted(blank - claimed)]
    score.counts["false.breaks"] += len(claimed - marked - blank)


def usual_look(reading: Reading) -> str:
    """The look of ordinary paragraphs."""
    looks = Counter(
        block.look for block in reading.book.blocks if not block.apart and words(block.text) and not block.heading
    )
    return max(looks, key=lambda look: (looks[look], look), default="")


def measure_paragraphs(reading: Reading, score: Score) -> None:
    """Where paragraphs begin, outside verse and lists."""
    truth = reading.truth
    kept = {place for start, stop in truth.kept for place in range(start + 1, stop)}
    true = set(truth.paragraphs) - kept - {0}
    claimed = {
        reading.index(block.start, truth.paragraphs)
        for block in reading.book.blocks
        if not block.apart and block.stop > block.start
    }
    claimed -= kept | {0, len(truth.words)} | {place for place, _ in truth.captions} | (set(truth.neutral) - true)
    score.compare("paragraph", claimed, true - {place for place, _ in truth.captions}, truth)


# ---------------------------------------------------------------- notes, chrome, words


def measure_notes(reading: Reading, score: Score) -> None:
    """Notes and disclaimers: in the book, and out of the story."""
    book = reading.book
    for role, text in reading.truth.notes:
        wanted = words(unlabelled(text))
        found = occurrences(book.words, wanted)
        inside = bool(found)
        out = any(
            all(
                book.apart[place] or book.quoted[place] or book.page[place] not in reading.pages
                for place in range(start, start + len(wanted))
            )
            for start in found
        )
        score.judge("note-kept", inside, f"{role} not in the book: {text[:60]!r}")
        score.judge("note", out, f"{role} in the story: {text[:60]!r}")


def unlabelled(text: str) -> str:
    """A note without its label."""
    bare = text.strip("[(*")
    label = re.match(r"[^:.\n]{1,32}:\s|A/N\s*-\s|AN/\s|A\.N\.\s|[Aa]uthor's note\.\s|Disclaimer\s-\s", bare)
    return bare[label.end() :] if label and len(words(bare[label.end() :])) >= 2 else bare


def occurrences(haystack: list[str], needle: list[str]) -> list[int]:
    """Every place at which a run of words stands."""
    size = len(needle)
    return (
        [place for place, word in enumerate(haystack) if word == needle[0] and haystack[place : place + size] == needle]
        if needle
        else []
    )


def measure_chrome(reading: Reading, score: Score) -> None:
    """Lines of the site left on the story's pages."""
    book = reading.book
    shown = [
        (place, line)
        for place, block in enumerate(book.blocks)
        if not reading.outside(block)
        for line in block.text.split("\n")
    ]
    lines = [words(line) for _, line in shown]
    rest = [
        book.words[place] if place not in reading.story and book.page[place] in reading.pages else ""
        for place in reading.flow
    ]
    for line in reading.truth.chrome:
        wanted = words(line)
        left = wanted in lines or (len(wanted) > 2 and bool(occurrences(rest, wanted)))
        score.judge("chrome-gone", not left, f"left: {line[:60]!r}")


def measure_words(reading: Reading, score: Score) -> None:
    """Story words kept in order, and words that nobody wrote."""
    book, truth = reading.book, reading.truth
    kept = sum(place >= 0 for place in reading.places)
    score.counts["words.true"] += len(truth.words)
    score.counts["words.kept"] += kept
    missing = [index for index, place in enumerate(reading.places) if place < 0]
    if missing:
        score.errors.append(f"words lost: {len(missing)}, first: {around(truth, missing[0])}")
    given = Counter(word for word, _ in truth.roles)
    given.subtract(truth.words[index] for index, place in enumerate(reading.places) if place >= 0)
    rest = Counter(
        book.words[place] for place in reading.flow if place not in reading.story and book.page[place] in reading.pages
    )
    invented = rest - +given
    score.counts["words.invented"] += invented.total()
    if invented:
        score.errors.append(f"words invented: {dict(invented.most_common(8))}")
