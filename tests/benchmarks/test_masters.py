from __future__ import annotations

from benchmarks.structure import masters

TEXT = """@title The Oar
@author Ada Example
@language en

#prologue

Nothing yet.

# The River

It was wet.

---

@caption Later

> Row, row,
> row.

| 1. oar
| 2. boat

@stamp 3rd May

#epilogue

Dry.
"""


def test_a_line_of_dashes_within_a_paragraph_is_no_break():
    assert len(masters.parse("oar", "@title T\n\nOne --- two.\nThree.").chapters[0].scenes) == 1


def test_a_master_without_headings_is_one_chapter_without_kind():
    (chapter,) = masters.parse("oar", "@title T\n\nOne.").chapters
    assert (chapter.kind, chapter.title) == ("", "")


def test_metadata_chapters_and_scenes_are_read():
    master = masters.parse("oar", TEXT)
    assert master.about == {"title": "The Oar", "author": "Ada Example", "language": "en"}
    assert [(chapter.kind, chapter.title) for chapter in master.chapters] == [
        ("prologue", ""),
        ("chapter", "The River"),
        ("epilogue", ""),
    ]
    assert [scene.caption for scene in master.chapters[1].scenes] == ["", "Later"]


def test_verse_and_lists_keep_their_lines_and_lose_their_signs():
    verse, listed, stamp = masters.parse("oar", TEXT).chapters[1].scenes[1].units
    assert (verse.role, verse.lines) == ("verse", ("Row, row,", "row."))
    assert (listed.role, listed.lines) == ("lines", ("1. oar", "2. boat"))
    assert (stamp.role, stamp.lines) == ("stamp", ("3rd May",))
