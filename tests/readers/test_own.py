"""Our own EPUBs come back to the book they were made from."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import groupby
from random import Random

import pytest

from benchmarks.wild.masters import masters
from fic2book.assembler import assemble
from fic2book.build import build, prepare
from fic2book.cleaner import clean
from fic2book.model import Chapter, Job, Note, Run, Settings, SourceFile
from fic2book.readers import read
from tests.readers import ao3_samples
from tests.readers.tiling import assert_tiles

STORY = """\
Title: The Twelfth Boat
Author: Ada Q
Fandom: Tidewatch
Rating: PG-13
Disclaimer: I do not own the harbour, its boats or the people who count them.

Chapter 1

Mara counted the boats. There were eleven, which was right, and a twelfth, which was not. “Late,” she said, and _meant_ it.

“Early,” said the man in the stern.

* * *

The tide goes out, the tide comes in,
And what it takes it keeps,
And what it brings is cold and thin,
And nobody here sleeps

Chapter 2

Afterwards nobody could say who had lit the lamp; it burned through the night and through the whole of the day.

***

Nobody put it out.

The End

Author's Note: Thank you for reading this far, and please leave a review if you liked it.
"""


def outline(book):
    """Everything of a book that a reader of it can see, without places in the source."""
    lines = []
    for part in book.parts:
        known = replace(part.metadata, fields=(), source="", publisher="")
        lines.append((known, [(field.name, field.value) for field in part.metadata.fields], noted_by_place(part.notes)))
        for chapter in part.chapters:
            lines.extend(outlined(chapter))
    return lines


def outlined(chapter: Chapter, depth: int = 0):
    yield (
        depth,
        chapter.kind,
        chapter.title,
        noted_by_place(chapter.notes),
        [block.text for block in chapter.ending],
    )
    for scene in chapter.scenes:
        opening = scene.opening and (scene.opening.strength, scene.opening.text)
        yield depth, opening, [block.text for block in scene.caption], [shape(block) for block in scene.blocks]
    for inner in chapter.chapters:
        yield from outlined(inner, depth + 1)


def noted_by_place(notes: tuple[Note, ...]):
    """Notes as they are seen: in order at each place; which place is filled first is not seen."""
    ordered = sorted(notes, key=lambda note: note.place)
    return [(note.role, note.place, [block.text for block in note.blocks]) for note in ordered]


def shape(block):
    """A block as it is seen; where one run ends and another of the same kind begins is not seen."""
    stretches = groupby(block.inlines, key=lambda item: (item.marks, item.href) if isinstance(item, Run) else item.alt)
    looks = [(look, "".join(run.text for run in runs if isinstance(run, Run))) for look, runs in stretches]
    return block.kind, block.text, [item for item in looks if item[0] != ((), "")]


def there_and_back(item, settings):
    """The outline of a book, and that of the book made of its EPUB with no settings and no sidecar."""
    job = Job("x", (item,), settings)
    outcome = build(job)
    assert outcome.error is None
    again = read("x.epub", outcome.files[0].data)
    assert_tiles(again)
    first = assemble((prepare(item, settings),), job)
    second = assemble((clean(again),), Job("x", (SourceFile("x.epub", b""),)))
    return outline(first), outline(second)


PLAIN = Settings(formats=("epub",), cover="none")


@pytest.mark.parametrize(("name", "text"), [("boat.txt", STORY), ("work.html", ao3_samples.CHAPTERED)])
@pytest.mark.parametrize("notes", ["auto", "front", "chapter", "back", "popup"])
def test_reading_our_own_epub_gives_the_same_book(name, text, notes):
    settings = replace(PLAIN, notes=notes, disclaimers=notes, chrome="appendix")
    first, second = there_and_back(SourceFile(name, text.encode()), settings)
    assert second == first


@pytest.mark.parametrize("place", ["front", "before", "after", "back", "popup", "appendix", "keep"])
def test_a_note_comes_back_to_the_place_that_the_user_chose(place):
    sidecar = f'[[mark]]\nquote = "Author\'s Note: Thank you"\nrole = "note"\nplace = "{place}"\n'
    first, second = there_and_back(SourceFile("boat.txt", STORY.encode(), sidecar, "boat.fic.toml"), PLAIN)
    assert second == first


def test_the_place_that_a_book_gives_a_note_yields_to_the_settings():
    made = build(Job("x", (SourceFile("boat.txt", STORY.encode()),), replace(PLAIN, notes="back"))).files[0].data
    story = clean(read("x.epub", made))
    (part,) = assemble((story,), Job("x", (SourceFile("x.epub", made),), replace(PLAIN, notes="front"))).parts
    assert "note" in [note.role for note in part.notes if note.place == "front"]


def test_a_break_without_a_mark_comes_back_before_whatever_follows_it():
    page = "<p>It rained.</p><hr><h4>A list of boats</h4><p>One.</p><hr><blockquote><p>Two.</p></blockquote><hr><ul><li>Three.</ul>"
    first, second = there_and_back(SourceFile("x.html", page.encode()), PLAIN)
    assert second == first
    assert sum(line[1] == ("hard", "") for line in second) >= 2


@pytest.mark.parametrize("seed", range(20))
def test_any_story_with_any_settings_comes_back(seed):
    lot = Random(seed)
    settings = replace(
        PLAIN,
        notes=lot.choice(["auto", "front", "chapter", "back", "popup"]),
        disclaimers=lot.choice(["auto", "front", "back"]),
        chrome=lot.choice(["omit", "appendix"]),
    )
    first, second = there_and_back(SourceFile("boat.txt", told_by(lot).encode()), settings)
    assert second == first


@pytest.mark.slow
@pytest.mark.parametrize("half", ["dev", "held"])
def test_texts_in_the_form_of_saved_pages_come_back(half):
    differing = set()
    for master in masters(half):
        settings = replace(PLAIN, chrome="appendix")
        first, second = there_and_back(SourceFile(master.name, master.source), settings)
        differing |= {master.name} if first != second else set()
    assert differing == set()


def test_what_was_story_is_story_however_it_sounds():
    sidecar = '[[mark]]\nquote = "Thanks for all the reviews"\nrole = "story"\n'
    text = "Letter\n\nThe lamp was out, and nobody in the harbour could say who had let it burn so low.\n\nThanks for all the reviews! Please leave a comment, I will update this fic next week.\n"
    first, second = there_and_back(SourceFile("x.txt", text.encode(), sidecar, "x.fic.toml"), PLAIN)
    assert second == first


BOOK = "Book 2 of the Harbour Cycle"


def test_a_book_of_a_series_that_heads_a_chapter_comes_back_beside_it():
    page = f"<h1>Salt</h1><h2>{BOOK}</h2><p>The lamp was out, and nobody could say who had let it burn so low.</p><h2>Salt: The Lie</h2><p>She lit it again, and sat down to wait.</p>"
    sidecar = f'[[mark]]\nquote = "{BOOK}"\nrole = "heading"\nvalue = "book"\n'
    first, second = there_and_back(SourceFile("x.html", page.encode(), sidecar, "x.fic.toml"), PLAIN)
    assert second == first


def test_parts_come_back_above_their_chapters():
    text = "Title: Salt\n\nBook One\n\nChapter 1\n\nThe lamp was out, and nobody could say who had let it burn so low.\n\nChapter 2\n\nShe lit it.\n\nBook Two\n\nChapter 3\n\nHe counted them twice; there were eleven, which was right.\n"
    first, second = there_and_back(SourceFile("x.txt", text.encode()), PLAIN)
    assert second == first
    assert {line[0] for line in second[1:]} == {0, 1}


def test_a_label_without_a_value_comes_back_as_a_label():
    text = "Title: Salt\nFeedback:\nRating: PG\nFandom: Tidewatch\n\nThe lamp was out, and nobody in the harbour could say who had let it burn.\n"
    first, second = there_and_back(SourceFile("x.txt", text.encode()), PLAIN)
    assert second == first


@pytest.mark.parametrize("mark", ["*    *    *", "#  #  #"])
def test_a_mark_with_wide_spaces_comes_back(mark):
    text = f"The lamp was out, and nobody could say who had let it burn so low.\n\n{mark}\n\nShe lit it again, and sat down beside it to wait.\n"
    first, second = there_and_back(SourceFile("x.txt", text.encode()), PLAIN)
    assert second == first
    assert any(line[1] for line in second if isinstance(line[1], tuple))


def test_spaces_between_pictures_come_back():
    page = "<p>It rained, and it went on raining.</p><p>You are visitor number <img src='a.gif'> since May</p><p><img src='b.gif'> <img src='b.gif'></p>"
    first, second = there_and_back(SourceFile("x.html", page.encode()), PLAIN)
    assert second == first


def told_by(lot):
    """A story drawn by lot: header, chapters of scenes, notes where authors put them."""
    title, author = lot.choice(["Salt", "The Twelfth Boat", "“Late,” She Said"]), lot.choice(["Ada Q", "Bo & Cy"])
    header = lot.sample(
        ["Rating: PG-13", "Fandom: Tidewatch", "Disclaimer: I own none of this.", "Summary: A boat too many."], 3
    )
    lines = [f"Title: {title}", f"Author: {author}", *header, ""]
    for number in range(1, lot.randint(2, 4)):
        lines += ["", f"Chapter {number}{lot.choice(['', ': The Lamp', ' - Salt'])}", ""]
        lines += ["A/N: Sorry that this one took so long!", ""] if lot.random() < 0.4 else []
        for scene in range(lot.randint(1, 3)):
            lines += [lot.choice(["***", "~*~", "oOo", "---"]), ""] if scene else []
            lines += [line for _ in range(lot.randint(1, 4)) for line in (lot.choice(PROSE), "")]
        lines += ["Author's Note: Please review, it feeds the muse.", ""] if lot.random() < 0.4 else []
    return "\n".join([*lines, lot.choice(["The End", "", "TBC"]), ""])


PROSE = (
    "The lamp was out, and nobody in the harbour could say who had let it burn so low.",
    "“Late,” she said, and _meant_ it. “So very late.”",
    "She lit it again, and sat down beside it to wait for the rain to stop.",
    '"It was the \'90s," he said -- "and nobody kept a *list* of boats..."',
    "He counted them twice; there were eleven, which was right, and a twelfth, which was not.",
)


def without(data, *names):
    """A zip without some of its files."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            if item.filename.rpartition("/")[2] not in names:
                new.writestr(item.filename, old.read(item))
    return target.getvalue()


def test_a_chapter_that_our_own_book_lost_is_told():
    made = build(Job("x", (SourceFile("boat.txt", STORY.encode()),), PLAIN)).files[0].data
    manuscript = read("x.epub", without(made, "chapter-001.xhtml"))
    assert [notice.code for notice in manuscript.notices] == ["missing-file"]
    assert "chapter-001.xhtml" in manuscript.notices[0].message
