from __future__ import annotations

import re

import pytest

from fic2book.assembler import assemble
from fic2book.cleaner import clean
from fic2book.model import Job, SourceFile
from fic2book.readers import read
from tests.readers import ao3_samples, saved_pages
from tests.readers.tiling import assert_tiles


def manuscript_of(text, name="work.html"):
    manuscript = read(name, text.encode())
    assert_tiles(manuscript)
    return manuscript


def roles_of(manuscript):
    roles = {}
    for finding in manuscript.findings:
        for index in range(finding.first, finding.last + 1):
            assert index not in roles, "two findings for one block"
            roles[index] = finding.role
    return [(roles.get(index, "story"), block.text) for index, block in enumerate(manuscript.blocks)]


def book_of(text):
    return assemble((clean(manuscript_of(text)),), Job("x", (SourceFile("work.html", text.encode()),)))


def fields_of(manuscript):
    return {field.name: field.value for finding in manuscript.findings for field in finding.fields}


# ---------------------------------------------------------------- pages of nobody's


@pytest.mark.parametrize(
    "markup",
    [
        "<h1>Salt</h1><p>Summary</p><blockquote><p>Not a summary.</p></blockquote><p>Posted originally on the wall.</p>",
        "<p class='byline'>by Mara</p><p class='message'>Hello.</p><dl><dt>Rating:</dt><dd>High</dd></dl>",
        "<div id='storytext'><p>All of the page.</p></div>",
        "<table class='full'><tr><td>Category:</td><td>Tea</td></tr></table>",
    ],
)
def test_a_page_that_only_resembles_a_site_has_no_findings(markup):
    assert manuscript_of(markup).findings == ()


def test_a_story_that_has_the_words_of_the_site_keeps_them():
    manuscript = manuscript_of(ao3_samples.CHAPTERED)
    assert ("story", "Notes") in roles_of(manuscript)
    assert ("story", "A Letter") in roles_of(manuscript)  # a heading within a chapter begins none


# ---------------------------------------------------------------- Archive of Our Own


@pytest.mark.parametrize("sample", [ao3_samples.CHAPTERED, ao3_samples.ONE_SHOT])
def test_a_download_yields_all_its_metadata_exactly(sample):
    manuscript = manuscript_of(sample)
    metadata = manuscript.metadata
    assert metadata is not None
    assert metadata.title == "What the Keeper Knew"
    assert metadata.authors == ("quillfeather", "gull")
    assert metadata.fandoms == ("The Lantern Cycle - Ada Quill", "Tidewatch (TV 2019)")
    assert metadata.relationships == ("Mara Voss/Ilse Brandt",)
    assert metadata.characters == ("Mara Voss", "Ilse Brandt | The Heron")
    assert metadata.tags == ("Slow Burn", "Lighthouses; Also Rain")
    assert metadata.warnings == ("Graphic Depictions Of Violence", "Major Character Death")
    assert (metadata.rating, metadata.language, metadata.status) == ("Teen", "en", "complete")
    assert (metadata.series, metadata.series_index) == ("Harbour Lights", "2")
    assert (metadata.date, metadata.updated) == ("2019-12-01", "2020-01-17")
    assert metadata.source == "http://archiveofourown.org/works/4242"
    assert metadata.summary == "Mara keeps the light. Ilse keeps the secret."
    assert fields_of(manuscript) == {
        "url": "http://archiveofourown.org/works/4242", "rating": "Teen And Up Audiences",
        "warnings": "Graphic Depictions Of Violence, Major Character Death", "category": "F/F",
        "fandom": "The Lantern Cycle - Ada Quill, Tidewatch (TV 2019)", "relationship": "Mara Voss/Ilse Brandt",
        "characters": "Mara Voss, Ilse Brandt | The Heron", "keywords": "Slow Burn, Lighthouses; Also Rain", "language": "English",
        "series": "Part 2 of Harbour Lights, Part 1 of Storm Season", "collections": "Winter Exchange", "date": "2019-12-01",
        "updated": "2020-01-17", "words": "12,345", "chapters": "2/2", "summary": "Mara keeps the light.\nIlse keeps the secret.",
    }  # fmt: skip


def test_every_field_quotes_the_source():
    manuscript = manuscript_of(ao3_samples.CHAPTERED)
    for finding in manuscript.findings:
        for field in finding.fields:
            quoted = " ".join(manuscript.source.text[field.span.start : field.span.stop].split())
            assert field.value.split("\n")[-1].split(", ")[-1] in quoted


def test_notes_and_headings_of_a_chaptered_download_have_their_roles():
    found = roles_of(manuscript_of(ao3_samples.CHAPTERED))
    assert [text for role, text in found if role == "story"] == [
        "The lamp had been out for an hour.", "Notes", "", "She lit it again.", "A Letter", "“You are late,” said Mara.",
    ]  # fmt: skip
    assert [text for role, text in found if role == "heading"] == ["Prologue", "Chapter 1: The Heron"]
    assert [text for role, text in found if role == "note"] == [
        "Notes", "Written for the winter exchange.", "Chapter Summary", "A visitor comes.", "Chapter Notes", "Mind the stairs.",
        "Chapter End Notes", "More on Sunday.", "End Notes", "Thank you for reading this far.",
    ]  # fmt: skip
    assert [text for role, text in found if role == "chrome"] == [
        "Preface", "Stats:", "See the end of the work for more notes", "See the end of the chapter for more notes", "Afterword",
        "Please drop by the Archive and comment to let the creator know if you enjoyed their work!",
    ]  # fmt: skip
    assert [
        finding.value for finding in manuscript_of(ao3_samples.CHAPTERED).findings if finding.role == "heading"
    ] == ["prologue", "chapter"]


def test_the_repeated_title_of_a_one_shot_is_no_chapter():
    found = roles_of(manuscript_of(ao3_samples.ONE_SHOT))
    assert [text for role, text in found if role == "counter"] == ["What the Keeper Knew"] * 2
    assert [text for role, text in found if role == "title"] == ["What the Keeper Knew"]
    assert not [text for role, text in found if role == "heading"]


def test_a_work_saved_from_the_browser_is_freed_of_its_furniture():
    manuscript = manuscript_of(ao3_samples.SAVED_PAGE)
    found = roles_of(manuscript)
    assert [text for role, text in found if role == "story"] == ["The lamp had been out for an hour."]
    assert [text for role, text in found if role == "heading"] == ["Chapter 1: The Heron"]
    assert [text for role, text in found if role == "note"] == ["Notes:", "Hello, all."]
    assert manuscript.metadata is not None
    assert manuscript.metadata.characters == ("Mara Voss", "Ilse Brandt")
    assert (manuscript.metadata.rating, manuscript.metadata.status) == ("Mature", "in progress")


def as_calibre_makes_it(markup):
    """calibre drops the classes that no style sheet names, and keeps those of headings that it put into the contents."""
    kept = re.sub(r' class="(?!toc-heading|heading)[^"]*"', "", markup)
    return kept.replace('class="heading"', 'class="toc-heading"')


def test_a_download_that_went_through_calibre_keeps_headings_within_chapters_apart():
    found = roles_of(manuscript_of(as_calibre_makes_it(ao3_samples.CHAPTERED)))
    assert [text for role, text in found if role == "heading"] == ["Prologue", "Chapter 1: The Heron"]
    assert ("story", "A Letter") in found


def test_no_label_of_the_tag_list_is_left_over_as_a_note():
    (part,) = book_of(ao3_samples.CHAPTERED).parts
    assert "Stats:" not in [block.text for note in part.notes for block in note.blocks]


def test_end_notes_of_the_last_chapter_stay_with_it():
    (part,) = book_of(ao3_samples.CHAPTERED).parts
    assert [note.label for note in part.chapters[-1].notes if note.place == "after"] == ["Chapter End Notes"]
    assert [note.label for note in part.notes if note.place == "back"] == ["End Notes"]


# ---------------------------------------------------------------- FanFicFare


@pytest.mark.parametrize(
    ("name", "sample"), [("s.html", saved_pages.FANFICFARE_HTML), ("s.txt", saved_pages.FANFICFARE_TEXT)]
)
def test_fanficfare_output_yields_its_metadata_and_chapters(name, sample):
    manuscript = manuscript_of(sample, name)
    metadata = manuscript.metadata
    assert metadata is not None
    assert (metadata.title, metadata.authors, metadata.fandoms) == ("Salt", ("Ada Q",), ("Tidewatch",))
    assert (metadata.series, metadata.series_index, metadata.language, metadata.status) == (
        "Harbour Lights",
        "2",
        "en",
        "complete",
    )
    assert (metadata.date, metadata.updated) == ("2012-03-04", "2012-05-06")
    assert metadata.source == "https://www.fanfiction.net/s/1/1/"
    assert metadata.summary == "Salt and rain. Complete: yes."
    found = roles_of(manuscript)
    assert [text for role, text in found if role == "heading"] == ["1. The Sea", "2. The Shore"]
    assert [text for role, text in found if role == "story" and text] == ["It rained.", "And rained.", "It stopped."]
    assert fields_of(manuscript)["rating"] == "T"
    assert fields_of(manuscript)["words"] == "3,210"


# ---------------------------------------------------------------- saved pages


def test_a_fanfiction_net_page_yields_its_header():
    manuscript = manuscript_of(saved_pages.FANFICTION_NET)
    assert manuscript.metadata is not None
    assert (manuscript.metadata.title, manuscript.metadata.authors) == ("Salt", ("Ada Q",))
    assert [text for role, text in roles_of(manuscript) if role == "story"] == ["It rained.", "And rained."]
    fields = fields_of(manuscript)
    assert (fields["rating"], fields["genre"], fields["words"], fields["status"]) == (
        "T",
        "Drama/Romance",
        "3,210",
        "Complete",
    )


def test_a_dreamwidth_entry_is_freed_of_its_furniture():
    manuscript = manuscript_of(saved_pages.DREAMWIDTH)
    found = roles_of(manuscript)
    assert [text for role, text in found if role == "chrome"] == ["quill", "Reply", "Lovely!"]
    assert ("title", "Salt") in found
    assert ("author", "quill") in found
    assert ("date", "Oct. 24th, 2008") in found
    assert [finding.value for finding in manuscript.findings if finding.role == "date"] == ["2008-10-24"]


def test_a_subject_line_that_holds_more_than_a_title_is_left_to_the_cleaner():
    sample = saved_pages.DREAMWIDTH.replace(">Salt</a>", ">FIC: Salt (1/2)</a>")
    assert ("story", "FIC: Salt (1/2)") in roles_of(manuscript_of(sample))
