"""Lost scene breaks are only ever suggested, in English, with a score and three reasons in plain words."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fic2book.cleaner.lost_breaks import rate, suggest
from fic2book.cleaner.lost_breaks.features import depths, features, overlaps, standardise
from fic2book.cleaner.lost_breaks.measures import measure
from fic2book.cleaner.lost_breaks.times import TIME_WORD, jumps_in_time
from fic2book.cleaner.lost_breaks.words import APART, BIAS, FEATURES, STAMP_SCORE, THRESHOLD
from fic2book.model import Block, Finding
from tests.cleaner.reading import paragraph

HARBOUR = [
    "The harbour smelled of tar and rope, and Marlow counted the crates again while the gulls fought over a herring.",
    "Somewhere behind the cranes a winch was grinding, and the foreman shouted at the winch as if that would help.",
    "He had nine crates on his list and eight on the quay, and Ines had gone to look for the ninth among the barrels.",
    "The tar had got into his gloves, and the rope had taken what was left of the skin, said Marlow to Ines later.",
    "A tug pushed past the quay with a barge of coal, and the crates trembled on their boards, and Ines held on to one.",
    "So the foreman came over, looked at the list, looked at the crates, and told Ines that eight was nearly nine.",
    "When Marlow had finished laughing, the winch had stopped, the gulls had left, and the barge was far down the river.",
    "Ines pulled the tarpaulin over the crates, tied the rope twice, and went home along the quay with Marlow.",
]
HOSPITAL = [
    "The next morning Doctor Valerie Quist woke in the hospital library with her cheek on a book about kidneys.",
    "The lamps in the corridor were still lit, and a nurse was pushing a trolley with breakfast towards the ward.",
    "What the nurse told Quist about the patient in bed seven made Quist close the book and look for her shoes.",
    "The patient had pulled out the needle, asked for pancakes, and told the nurse the plot of an opera, wrongly.",
    "Down in the ward Quist found him at the window, and the nurse beside Quist shook her head at the empty bed.",
    "Nobody at the hospital had seen a fever drop like that, said Quist, and wrote it on the chart with the date.",
    "The chart went to the nurse, the nurse to the office, and Quist to the kitchen to see about the pancakes.",
    "There was flour on the chart by noon, and the patient in bed seven slept, and the ward was quiet for Quist.",
]
STORY = HARBOUR + HOSPITAL


def blocks(texts: Sequence[str]) -> list[Block]:
    result: list[Block] = []
    start = 0
    for text in texts:
        result.append(paragraph(text, start))
        start += len(text) + 1
    return result


def suggested(texts: Sequence[str], threshold: float = THRESHOLD, language: str = "en") -> tuple[Finding, ...]:
    return suggest(blocks(texts), ["story"] * len(texts), language, threshold)


# ---------------------------------------------------------------- what must not be suggested


def test_one_scene_brings_no_suggestion():
    assert suggested(HARBOUR) == ()


def test_nothing_is_suggested_in_another_language():
    assert suggested(STORY, language="de") == ()


def test_nothing_is_suggested_for_nothing():
    assert suggested([]) == ()
    assert suggested(["Alone."]) == ()


@pytest.mark.parametrize("role", ["break", "heading", "note", "caption"])
def test_no_suggestion_stands_beside_a_mark_that_is_there(role: str):
    texts = [*HARBOUR, "* * *", *HOSPITAL]
    roles = ["story"] * len(HARBOUR) + [role] + ["story"] * len(HOSPITAL)
    places = {finding.first for finding in suggest(blocks(texts), roles, "en", 0.0)}
    assert places
    assert places.isdisjoint({len(HARBOUR), len(HARBOUR) + 1})


@pytest.mark.parametrize(
    "opening",
    [
        "For the first time in his life he laughed.",
        "For a moment nobody spoke.",
        "For a long time he stood there.",
        "They march on the town.",
        "He had a day off.",
    ],
)
def test_these_openings_do_not_leap_in_time(opening: str):
    assert not jumps_in_time(opening, opening)


# ---------------------------------------------------------------- what is


@pytest.mark.parametrize(
    "opening",
    [
        "The next morning he left.",
        "Later that night he left.",
        "Three weeks later he left.",
        "It was two days after the fire.",
        "For the next few weeks he slept badly.",
        "Meanwhile, in Gotham, it rained.",
        "On Tuesday he left.",
        "It was 7:30 when he left.",
        "In December he left.",
    ],
)
def test_these_openings_leap_in_time(opening: str):
    assert jumps_in_time(opening, opening)


def test_a_change_of_place_time_and_people_scores_highest():
    rated = rate(blocks(STORY), ["story"] * len(STORY))
    best = max(rated, key=lambda item: item.score)
    assert best.block == len(HARBOUR)


def test_a_suggestion_says_where_how_likely_and_why():
    (finding,) = suggested(STORY)
    assert (finding.role, finding.first, finding.last, finding.detector) == ("lost-break", 8, 8, "lost_breaks")
    assert finding.value == f"{float(finding.value):.2f}"
    assert float(finding.value) >= THRESHOLD
    assert len(finding.evidence) == 3
    assert all(item.note and item.weight > 0 for item in finding.evidence)
    assert [item.weight for item in finding.evidence] == sorted(
        (item.weight for item in finding.evidence), reverse=True
    )
    assert finding.evidence[0].span == blocks(STORY)[8].span


def test_a_line_that_stamps_the_time_is_suggested_once():
    texts = [*HARBOUR, "Smallville, 1989", "Three weeks later", *HARBOUR]
    (finding,) = suggested(texts)
    assert finding.first == len(HARBOUR)
    assert float(finding.value) >= STAMP_SCORE
    assert finding.evidence[0].pattern == "time_stamp"


def test_a_stamp_without_words_for_time_is_not_raised():
    assert TIME_WORD.search("The Daily Planet") is None
    assert all(
        item.evidence[0].pattern != "time_stamp" for item in suggested([*HARBOUR, "The Daily Planet", *HARBOUR], 0.0)
    )


def test_of_close_suggestions_only_the_best_is_kept():
    places = [finding.first for finding in suggested(STORY, 0.0)]
    assert all(later - earlier > APART for earlier, later in pairwise(places))


def test_a_heading_begins_a_new_chapter():
    texts = [*HARBOUR, "Chapter 2", *HOSPITAL]
    roles = ["story"] * 8 + ["heading"] + ["story"] * 8
    alone = [item.score for item in rate(blocks(HOSPITAL), ["story"] * 8)]
    assert [item.score for item in rate(blocks(texts), roles) if item.block > 8] == alone


def test_the_score_is_the_logistic_of_bias_and_reasons():
    for candidate in rate(blocks(STORY), ["story"] * len(STORY)):
        total = BIAS + sum(weight for _, weight in candidate.reasons)
        assert candidate.score == pytest.approx(1 / (1 + math.exp(-total)))


def test_curly_and_straight_quotes_measure_alike():
    straight = ['"No," said Ann. "It\'s late -- go."', "He went."]
    curly = ["“No,” said Ann. “It’s late — go.”", "He went."]
    assert [set(item) for item in features(measure(straight))] == [set(item) for item in features(measure(curly))]


# ---------------------------------------------------------------- the measurements


def test_names_are_capitalised_within_sentences_and_rarely_in_lower_case():
    first, *_ = measure(
        ["He met Clark and then Clark left with Hope, in the hope of hope, said Hope, and went to Paris."]
    )
    assert first.names == {"Clark"}


def test_only_narration_counts_outside_of_speech():
    (measured,) = measure(['"He is in the castle," she said. "Go home."'])
    assert measured.narration == ("she", "said")
    assert (measured.he, measured.she, measured.speech, measured.quoted) == (0, 1, True, True)


def test_single_quotes_are_speech_where_there_are_no_double_ones():
    (measured,) = measure(["'He is in the castle,' she said."])
    assert measured.narration == ("she", "said")


def test_overlaps_agree_with_a_count_by_hand():
    measured = measure(["lantern harbour", "harbour kettle", "lantern kettle basket", "willow"])
    expected = []
    for index in range(4):
        before = frozenset().union(*(item.content for item in measured[max(0, index - 2) : index]))
        after = frozenset().union(*(item.content for item in measured[index : index + 2]))
        expected.append(len(before & after) / math.sqrt(len(before) * len(after)) if before and after else 0.0)
    assert overlaps(measured, 2) == expected


def test_a_valley_is_as_deep_as_the_peaks_beside_it_are_high():
    assert depths([0.0, 0.5, 0.1, 0.4], 15)[2] == pytest.approx(0.7)
    assert depths([0.0, 0.5, 0.5, 0.5], 15)[2] == 0.0


def test_standardised_values_have_mean_zero():
    values = standardise([0.0, 1.0, 2.0, 3.0])
    assert sum(values) == pytest.approx(0.0)
    assert standardise([0.0, 2.0, 2.0]) == [0.0, 0.0, 0.0]


def test_every_measurement_has_a_weight_and_a_reason_in_plain_words():
    seen = {name for values in features(measure(STORY)) for name in values}
    assert seen <= set(FEATURES)
    assert all(feature.note for feature in FEATURES.values())


def test_the_model_is_not_loaded_with_the_cleaner():
    program = "import sys, fic2book.cleaner; sys.exit('fic2book.cleaner.lost_breaks.features' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@settings(max_examples=50)
@given(st.lists(st.text(alphabet="ab AB.,\"'?:1\n", max_size=40), max_size=12))
def test_any_paragraphs_can_be_rated(texts: list[str]):
    for candidate in rate(blocks(texts), ["story"] * len(texts)):
        assert 0.0 < candidate.score < 1.0
