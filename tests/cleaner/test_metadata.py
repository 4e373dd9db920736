"""What is known about a story: titles never invented, dates and ratings read to one form, lists taken apart."""

from __future__ import annotations

import pytest

from fic2book.cleaner import clean
from fic2book.cleaner.detectors.dates import iso_date
from fic2book.cleaner.detectors.ratings import normal_rating
from fic2book.cleaner.detectors.title_lines import read_part, read_title
from fic2book.cleaner.words import parse_number
from fic2book.readers import read
from tests.cleaner.cases import FILLER

STORY = "\n\n".join(FILLER)


def _metadata(text: str, name: str = "story1.txt"):
    return clean(read(name, text.encode())).metadata


@pytest.mark.parametrize(
    "name",
    [
        "story1.txt",
        "000_b2eeece757427e4c.txt",
        "12345.html",
        "untitled.txt",
        "chapter 3.txt",
        "a3f09bd1.txt",
        "-",
        "part 2.txt",
        "dev-024.txt",
    ],
)
def test_no_title_is_made_up_from_a_name_that_is_none(name: str):
    story = clean(read(name, STORY.encode()))
    assert story.metadata.title == ""
    assert "no-title" in [notice.code for notice in story.notices]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("The Long Road.txt", "The Long Road"),
        ("the-long-road.txt", "The Long Road"),
        ("The_Long_Road_by_Jane_Doe.txt", "The Long Road"),
        ("lamplight.txt", "Lamplight"),
    ],
)
def test_a_name_that_is_plainly_a_title_is_taken_and_flagged(name: str, title: str):
    story = clean(read(name, STORY.encode()))
    assert story.metadata.title == title
    assert [notice.code for notice in story.notices if notice.code.startswith("title")] == ["title-from-file-name"]


def test_the_title_field_wins_over_the_first_line():
    assert _metadata(f"Fic post!\n\nTitle: The Long Road\nFandom: A\n\n{STORY}").title == "The Long Road"


def test_lists_are_taken_apart():
    found = _metadata(
        f"Title: T\nFandom: A, B\nPairing: X/Y, Z/W\nCharacters: X, Y; Z\nGenre: angst, drama\nAuthor: Jane & Bob\n\n{STORY}"
    )
    assert found.fandoms == ("A", "B")
    assert found.relationships == ("X/Y", "Z/W")
    assert found.characters == ("X", "Y", "Z")
    assert found.tags == ("angst", "drama")
    assert found.authors == ("Jane", "Bob")


def test_an_address_is_no_part_of_a_name():
    assert _metadata(f"Title: T\nAuthor: Jane Doe (jane@example.org)\nRating: PG\n\n{STORY}").authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("written", "series", "index"),
    [
        ("Roads", "Roads", ""),
        ("Roads, part 2", "Roads", "2"),
        ("Part 2 of the Roads series", "Roads", "2"),
        ("Roads #3", "Roads", "3"),
        ("none", "", ""),
    ],
)
def test_a_series_is_told_from_its_place_in_it(written: str, series: str, index: str):
    found = _metadata(f"Title: T\nFandom: A\nSeries: {written}\n\n{STORY}")
    assert (found.series, found.series_index) == (series, index)


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("Complete", "complete"),
        ("WIP", "in progress"),
        ("завершен", "complete"),
        ("in progress", "in progress"),
        ("perhaps", ""),
    ],
)
def test_the_status_is_read(written: str, status: str):
    assert _metadata(f"Title: T\nFandom: A\nStatus: {written}\n\n{STORY}").status == status


@pytest.mark.parametrize(
    "text", ["May I come in", "1984", "12:30", "1/2", "the 3rd", "99/99/2008", "March on, 2008 men"]
)
def test_what_only_looks_like_a_date_is_none(text: str):
    assert iso_date(text) == ""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Oct 24, 2008 23:18", "2008-10-24"),
        ("2008-10-24 23:18:00", "2008-10-24"),
        ("24th October 2008", "2008-10-24"),
        ("Friday, October 24th, 2008 at 11:18 pm", "2008-10-24"),
        ("10/24/08", "2008-10-24"),
        ("24/10/2008", "2008-10-24"),
        ("24.10.2008", "2008-10-24"),
        ("3.4.2008", "2008-04-03"),
        ("24. Oktober 2008", "2008-10-24"),
        ("le 24 octobre 2008", "2008-10-24"),
        ("24 de octubre de 2008", "2008-10-24"),
        ("24 октября 2008 г.", "2008-10-24"),
        ("October 2008", "2008-10"),
        ("24-Oct-2008", "2008-10-24"),
        ("Fri, 24 Oct 2008 23:18:00 -0500", "2008-10-24"),
        ("10/24/99", "1999-10-24"),
    ],
)
def test_dates_of_every_form_are_read(text: str, date: str):
    assert iso_date(text) == date


def test_the_language_settles_which_number_is_the_month():
    assert iso_date("3/4/2008") == "2008-03-04"
    assert iso_date("3/4/2008", "fr") == "2008-04-03"


@pytest.mark.parametrize("written", ["great", "for the cat", "", "5 stars"])
def test_what_is_no_rating_is_none(written: str):
    assert normal_rating(written) == ""


@pytest.mark.parametrize(
    ("written", "rating"),
    [
        ("PG-13", "Teen"),
        ("NC-17", "Explicit"),
        ("NC17", "Explicit"),
        ("K+", "General"),
        ("T", "Teen"),
        ("M", "Mature"),
        ("R for language", "Mature"),
        ("Teen And Up Audiences", "Teen"),
        ("PG-13 to NC-17", "Explicit"),
        ("FRT", "Teen"),
        ("FR-15", "Teen"),
        ("FRM", "Mature"),
        ("Fiction T", "Teen"),
        ("Not Rated", "Not Rated"),
        ("P16 Slash", "Teen"),
        ("R/NC-17", "Explicit"),
        ("Hard R", "Mature"),
        ("General Audiences", "General"),
    ],
)
def test_ratings_of_every_archive_are_read(written: str, rating: str):
    assert normal_rating(written) == rating


@pytest.mark.parametrize("line", ["The Long Road", "By the Road", "Fiction is strange", "Two Roads, One Map"])
def test_a_plain_title_is_left_whole(line: str):
    assert read_title(line)[:4] == (line, "", "", "")


@pytest.mark.parametrize(
    ("line", "title", "author", "part", "fandom"),
    [
        ("The Long Road by Jane Doe", "The Long Road", "Jane Doe", "", ""),
        ("The Long Road Part 2/2", "The Long Road", "", "2/2", ""),
        ("The Long Road (1/?)", "The Long Road", "", "1/?", ""),
        ("The Long Road, Chapter Three", "The Long Road", "", "3", ""),
        ('Fic: "The Long Road" (Smallville)', "The Long Road", "", "", "Smallville"),
        ("[FIC] The Long Road (1/2) by Jane", "The Long Road", "Jane", "1/2", ""),
        ("FIC: The Long Road (1/2), A/B, PG-13", "The Long Road", "", "1/2", ""),
        ("Subject: [list] NEW: The Long Road (2/3) PG-13", "The Long Road", "", "2/3", ""),
    ],
)
def test_title_lines_are_taken_apart(line: str, title: str, author: str, part: str, fandom: str):
    assert read_title(line)[:4] == (title, author, part, fandom)


@pytest.mark.parametrize(
    ("text", "part"),
    [("Part Two of Three", "2/3"), ("(2/2)", "2/2"), ("Chapter 3", "3"), ("Part of it", ""), ("two roads", "")],
)
def test_parts_are_read(text: str, part: str):
    assert read_part(text) == part


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("XIV", 14),
        ("twenty-one", 21),
        ("Dritte", 3),
        ("вторая", 2),
        ("onto", None),
        ("mix", 1009),
        ("12345", None),
        ("deuxième", 2),
    ],
)
def test_numbers_are_read_in_digits_romans_and_words(word: str, number: int | None):
    assert parse_number(word) == number


def test_a_heading_of_ornaments_alone_is_no_title() -> None:
    story = clean(read("story.html", f"<h2>* * *</h2><p>{FILLER[0]}</p><p>{FILLER[1]}</p>".encode()))
    assert story.metadata.title == ""


def test_a_header_that_every_pasted_part_repeats_is_told_once():
    part = "Title: The Long Road ({}/2)\nAuthor: Jane Doe\nRating: PG\n\n" + STORY
    metadata = _metadata(part.format(1) + "\n\n" + part.format(2))
    assert [(field.label, field.value) for field in metadata.fields] == [
        ("Title", "The Long Road (1/2)"),
        ("Author", "Jane Doe"),
        ("Rating", "PG"),
    ]
    assert (metadata.title, metadata.authors, metadata.part, metadata.parts) == (
        "The Long Road",
        ("Jane Doe",),
        "1",
        "2",
    )


@pytest.mark.parametrize(
    "written", ["[info]janedoe", "[personal profile] janedoe", "@janedoe", "u/janedoe", "janedoe [Reviews - 4]"]
)
def test_what_a_site_sets_around_a_users_name_is_no_part_of_it(written: str):
    assert _metadata(f"Title: The Long Road\nAuthor: {written}\nRating: PG\n\n{STORY}").authors == ("janedoe",)
