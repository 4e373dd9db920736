"""Labels in a line: one at its beginning, others further on."""

from __future__ import annotations

import pytest

from fic2book.cleaner.detectors.field_labels import read_labels


def labels(line: str) -> list[tuple[str, str, str]]:
    return [(item.name, item.label, item.value) for item in read_labels(line)]


@pytest.mark.parametrize(
    "line",
    [
        "Rating: PG, see http://example.org/",
        "Rating: PG subtitle: nothing",
        "Rating: PG the untitled: nothing",
        "Summary: He found the title: it was gone",
    ],
)
def test_what_stands_in_a_value_is_no_label(line: str):
    assert len(labels(line)) == 1


def test_labels_further_on_stand_after_a_space_or_a_sign():
    assert labels("Rating: PG Pairing: Ann/Ben | **Warnings:** none; Spoilers : all") == [
        ("rating", "Rating", "PG"),
        ("relationship", "Pairing", "Ann/Ben"),
        ("warnings", "Warnings", "none"),
        ("spoilers", "Spoilers", "all"),
    ]


def test_the_longest_label_before_a_colon_is_taken():
    assert labels("Rating: PG Main Pairing: Ann/Ben")[1][1] == "Main Pairing"


def test_a_curly_apostrophe_is_one():
    assert labels("Title: Ferry Author’s Name: Ann")[1] == ("author", "Author’s Name", "Ann")


def test_a_label_that_a_site_underlines_keeps_its_place():
    line = "Rating: PG __Pairing:__ Ann/Ben"
    second = list(read_labels(line))[1]
    assert line[second.start : second.stop] == "Pairing:__ Ann/Ben"
