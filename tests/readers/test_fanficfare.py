"""Books as FanFicFare makes them come over with all that it knows of them."""

from __future__ import annotations

import pytest

from fic2book.cleaner import clean
from fic2book.readers import read
from tests.readers import fanficfare_samples as samples
from tests.readers.test_sites import roles_of
from tests.readers.tiling import assert_tiles

BOOKS = {
    "table.epub": samples.book(),
    "lines.epub": samples.book(samples.lines),
    "log.epub": samples.book(log=True),
    "page.html": samples.html(),
}


def manuscript_of(name, data):
    manuscript = read(name, data)
    assert_tiles(manuscript)
    return manuscript


@pytest.mark.parametrize("name", BOOKS)
def test_all_metadata_come_over(name):
    known = clean(manuscript_of(name, BOOKS[name])).metadata
    assert (known.title, known.authors) == (samples.TITLE, samples.AUTHORS)
    assert (known.series, known.series_index) == ("Harbour, Lights", "2")
    assert (known.date, known.updated) == ("2013-03-15", "2014-04-16")
    assert (known.rating, known.status, known.language) == ("Teen", "in progress", "en")
    assert (known.source, known.publisher) == ("http://boats.example?sid=5", "boats.example")
    assert known.relationships == ("Mara & Her Lamp", "Mara/The Man")
    assert known.warnings == ("Major Character Death", "Violence")
    assert known.summary == "Mara counts boats, and gets it wrong. Then right, with commas."
    assert {field.name: field.value for field in known.fields}["words"] == "12,345"


@pytest.mark.parametrize("name", ["table.epub", "lines.epub", "log.epub"])
def test_an_item_with_a_comma_stays_one_where_the_package_knows_it(name):
    known = clean(manuscript_of(name, BOOKS[name])).metadata
    assert known.fandoms == ("Salt & Stone (TV), the Series", "Tidewatch")
    assert known.characters == ("Mara K.", "The Man, in the Stern")


def test_subjects_that_only_the_package_has_are_tags_and_those_of_the_program_are_not():
    known = clean(manuscript_of("table.epub", BOOKS["table.epub"])).metadata
    assert known.tags == ("Drama", "Slice of Life", "Read aloud")


@pytest.mark.parametrize("name", BOOKS)
def test_chapters_notes_and_nothing_else_make_the_book(name):
    found = [
        (role, text) for role, text in roles_of(manuscript_of(name, BOOKS[name])) if role not in {"field", "chrome"}
    ]
    headings = [text for role, text in found if role == "heading"]
    assert headings == list(samples.CHAPTERS)
    assert [text for role, text in found if role == "note"] == [
        "Author's Note:", "This one took me all week.", "Summary for the Chapter:", "Oil runs out.", "Notes for the Chapter:",
        "Do tell me about oil.",
    ]  # fmt: skip
    assert [text for role, text in found if role == "story" and text] == [
        "There were eleven boats.", "Nobody answered.", "The lamp burned  all night.", "A Letter", "Then it did not.",
        "Nobody could say who had lit it.", "The End",
    ]  # fmt: skip


@pytest.mark.parametrize("name", BOOKS)
def test_each_label_of_a_box_of_notes_begins_a_note(name):
    manuscript = manuscript_of(name, BOOKS[name])
    assert [finding.value for finding in manuscript.findings if finding.role == "note"] == [
        "Author's Note", "Summary for the Chapter", "Notes for the Chapter",
    ]  # fmt: skip


def test_without_its_title_page_a_book_has_the_title_and_the_subjects_of_its_package():
    story = clean(manuscript_of("1234.epub", samples.book(None)))
    assert story.metadata.title == samples.TITLE
    assert story.notices == () or all("title" not in notice.code for notice in story.notices)
    assert (story.metadata.updated, story.metadata.status) == ("2014-04-16", "in progress")
    assert "Salt & Stone (TV), the Series" in story.metadata.tags
    assert not any("Last Update" in tag or tag == "FanFiction" for tag in story.metadata.tags)
    assert [decision.value for decision in story.decisions if decision.role == "heading"] == [
        "prologue",
        "chapter",
        "coda",
    ]


def test_a_page_without_a_list_of_chapters_takes_its_headings():
    found = roles_of(manuscript_of("page.html", samples.html(contents=False)))
    assert next(text for role, text in found if role == "heading") == "Prologue"
    assert ("field", "Then right, with commas.") in found


def test_the_picture_above_the_list_is_the_cover_and_no_part_of_the_story():
    manuscript = manuscript_of(
        "page.html", BOOKS["page.html"].replace(b"images/cover.jpg", b"data:image/gif;base64,R0lGODlhAQABAAAAACw=")
    )
    assert [(item.role, item.media_type) for item in manuscript.resources if item.role == "cover"] == [
        ("cover", "image/gif")
    ]
    assert ("chrome", "") in roles_of(manuscript)


def test_where_the_boxes_were_dropped_a_known_label_with_a_quotation_is_a_note():
    bare = BOOKS["page.html"].replace(b"fff_chapter_notes", b"c1").replace(b"fff_head_notes", b"c2")
    notes = [text for role, text in roles_of(manuscript_of("page.html", bare)) if role == "note"]
    assert notes == ["Author's Note:", "This one took me all week.", "Summary for the Chapter:", "Oil runs out."]
