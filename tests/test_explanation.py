"""What `explain` shows covers the whole text, and the sidecar it prints can be read back."""

from __future__ import annotations

import tomllib
from dataclasses import replace

from fic2book.explanation import rows
from fic2book.explanation.data import as_data
from fic2book.explanation.sidecar import as_sidecar
from fic2book.explanation.text import as_text
from fic2book.model import Decision, Evidence, Finding, Notice, Span, Story
from fic2book.overrides.parsing import parse_sidecar
from tests.manuscripts import story

EVIDENCE = (Evidence("opens-with-label", Span(0, 3), 2.5, "begins with “A/N:”"),)


def doubtful() -> Story:
    plain = story('A/N: "hello"\nOne.\nTwo.\nThree.\nA/N: "hello"', "note")
    rival = Finding("heading", 3, 3, EVIDENCE)
    decisions = (
        replace(plain.decisions[0], by="detector", detector="notes", evidence=EVIDENCE, confidence=0.92),
        *plain.decisions[1:3],
        replace(plain.decisions[3], review=True, rivals=(rival,)),
        plain.decisions[4],
    )
    notices = (Notice("possible-gap", "A line may be missing.", "Two."),)
    return replace(plain, decisions=decisions, notices=notices)


def test_plain_story_is_folded_but_doubt_is_not() -> None:
    assert [(row.role, row.blocks, row.review) for row in rows(doubtful())] == [
        ("note", 1, False),
        ("story", 2, False),
        ("story", 1, True),
        ("story", 1, False),
    ]


def test_the_rows_cover_every_paragraph() -> None:
    assert sum(row.blocks for row in rows(doubtful())) == 5


def test_only_what_is_in_doubt_is_shown_on_request() -> None:
    (row,) = rows(doubtful(), doubtful=True)
    assert (row.role, row.quote, row.rivals[0][0]) == ("story", "Three.", "heading")


def test_a_sidecar_says_what_else_a_doubtful_passage_could_be() -> None:
    assert '# role = "story"   # else: heading 92%' in as_sidecar(doubtful(), rows(doubtful()))


def test_the_text_shows_words_confidence_evidence_rivals_and_notices() -> None:
    text = as_text(doubtful(), rows(doubtful()))
    for words in ("92%", "opens-with-label", "begins with", "else: heading 92%", "possible-gap", "Two."):
        assert words in text


def test_the_data_can_be_told_apart_by_program() -> None:
    data = as_data(doubtful(), rows(doubtful()))
    assert data["decisions"][0]["evidence"] == [
        {"pattern": "opens-with-label", "weight": 2.5, "note": "begins with “A/N:”"}
    ]
    assert data["notices"][0]["code"] == "possible-gap"


def test_a_printed_sidecar_changes_nothing_until_it_is_edited() -> None:
    printed = as_sidecar(doubtful(), rows(doubtful()))
    overrides = parse_sidecar(printed, "s")
    assert (overrides.marks, overrides.breaks, overrides.metadata.title) == ((), (), "")


def test_an_uncommented_sidecar_names_the_same_passages() -> None:
    made = doubtful()
    printed = as_sidecar(made, rows(made))
    marks = "\n".join(
        line.removeprefix("# ")
        for line in printed.splitlines()
        if line.startswith(("# [[", "# quote", "# occ", "# role"))
    )
    tomllib.loads(marks)
    decisions = parse_sidecar(marks, "s").resolve(made.manuscript)
    assert [(item.role, item.first) for item in decisions] == [("note", 0), ("story", 3)]


def test_a_suggested_break_is_listed_with_its_reasons_and_can_be_accepted() -> None:
    made = story("One.\nThe next day\nTwo.")
    suggestion = Finding("lost-break", 1, 1, EVIDENCE, value="0.62")
    (row,) = [row for row in rows(made, [suggestion]) if row.role == "lost-break"]
    assert row.confidence == 0.62
    printed = as_sidecar(made, rows(made, [suggestion]))
    uncommented = "\n".join(line.removeprefix("# ") for line in printed.splitlines()[-2:])
    assert parse_sidecar(uncommented, "s").resolve(made.manuscript) == (
        Decision("pause", 1, 1, by="user", value="hard"),
    )


def test_a_suggested_break_before_words_that_stand_twice_says_which() -> None:
    made = story("Two.\nThe next day\nTwo.")
    printed = as_sidecar(made, rows(made, [Finding("lost-break", 2, 2, EVIDENCE, value="0.62")]))
    uncommented = "\n".join(line.removeprefix("# ") for line in printed.splitlines()[-3:])
    assert parse_sidecar(uncommented, "s").resolve(made.manuscript) == (
        Decision("pause", 2, 2, by="user", value="hard"),
    )


def test_a_decision_about_no_words_is_told_but_not_quoted() -> None:
    made = story("One.\nTwo.", "break")
    rule = replace(made.manuscript.blocks[0], kind="rule", inlines=(), span=Span(0, 0))
    blank = replace(made, manuscript=replace(made.manuscript, blocks=(rule, *made.manuscript.blocks[1:])))
    printed = as_sidecar(blank, rows(blank))
    assert "break: it has no words" in printed
    assert "[[mark]]" not in printed
