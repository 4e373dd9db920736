from __future__ import annotations

from benchmarks.structure import decisions
from benchmarks.structure.generate import truth_of
from benchmarks.structure.measure import Score
from benchmarks.structure.model import Truth, Unit
from fic2book.model import Block, Decision, Run, Span

UNITS = [
    Unit("note", ("A/N: I rowed this in one night, hope you like it!",)),
    Unit("story", ("It was wet that day upon the river, and cold.",)),
]


def block(text: str) -> Block:
    return Block("paragraph", (Run(text, Span(0, len(text))),), Span(0, len(text)))


def judged(decision: Decision) -> Score:
    truth = truth_of(UNITS, Truth("oar", "dev", "m", "s", "blank", "en"))
    blocks = tuple(block(unit.text) for unit in UNITS)
    score = Score()
    decisions.judge_decision(decision, blocks, decisions.roles_of(blocks, truth), score)
    return score


def test_story_taken_for_a_note_in_confidence_is_a_confident_mistake():
    assert judged(Decision("note", 1, 1, "detector", 0.95)).counts["confident.wrong"] == 1


def test_a_mistake_in_doubt_is_no_confident_one():
    counts = judged(Decision("note", 1, 1, "detector", 0.6)).counts
    assert (counts["decision.asked"], counts["decision.right"], counts["confident.wrong"]) == (1, 0, 0)


def test_a_note_may_be_called_a_disclaimer():
    assert judged(Decision("disclaimer", 0, 0, "detector", 0.99)).counts["decision.right"] == 1


def test_blocks_without_words_are_not_judged():
    truth = truth_of(UNITS, Truth("oar", "dev", "m", "s", "blank", "en"))
    blocks = (block("* * *"),)
    score = Score()
    decisions.judge_decision(
        Decision("break", 0, 0, "detector", 0.99), blocks, decisions.roles_of(blocks, truth), score
    )
    assert not score.counts
