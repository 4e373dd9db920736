"""What fic2book says of its own decisions: mistakes made in confidence, gaps noticed, lost breaks suggested.

A decision is judged by the words of its blocks: the role most of them have in truth. Defaults ("it is story") claim nothing and are not
judged here. Roles that may stand for each other are listed in `SAME`.
"""

from __future__ import annotations

from collections import Counter

from benchmarks.structure.align import align
from benchmarks.structure.measure import Score, around
from benchmarks.structure.model import Document, Truth, words
from fic2book import cleaner, explanation, readers
from fic2book.model import Block, Decision, Story

CONFIDENT = 0.9
HEADER = {"title", "author", "field", "date", "counter"}
STORY = {"story", "quote", "epigraph"}
SAME: dict[str, set[str]] = {
    "story": STORY,
    "verse": STORY,
    "lines": STORY,
    "stamp": STORY | {"caption", "heading", "date"},
    "mark": STORY | {"break"},
    "caption": {"caption", "story", "break"},
    "break": {"break", "caption"},
    "rule": {"break", "chrome"},
    "heading": {"heading", "part"},
    "title": HEADER,
    "subject": HEADER | {"chrome"},
    "author": HEADER,
    "field": HEADER | {"note"},
    "pair": HEADER,
    "multi": HEADER,
    "stats": HEADER | {"chrome"},
    "date": HEADER | {"chrome"},
    "counter": HEADER | {"heading"},
    "disclaimer": {"disclaimer", "note", "field"},
    "note": {"note", "disclaimer", "field", "dedication"},
    "chrome": {"chrome", "date", "field"},
    "signature": {"chrome", "break", "note"},
    "end": {"end"},
}


def judge(document: Document) -> Score:
    """Counts about one document's decisions."""
    score, truth = Score(), document.truth
    story = cleaner.clean(readers.read(document.name, document.data))
    blocks = story.manuscript.blocks
    roles = roles_of(blocks, truth)
    for decision in story.decisions:
        if decision.by in {"detector", "reader"}:
            judge_decision(decision, blocks, roles, score)
    judge_boundaries(story, truth, score)
    return score


def roles_of(blocks: tuple[Block, ...], truth: Truth) -> list[str]:
    """Each block's role in truth, "" where it has no words or none that are known."""
    spoken = [words(block.text) for block in blocks]
    matched = align([word for found in spoken for word in found], [word for word, _ in truth.roles])
    roles, place = [], 0
    for found in spoken:
        votes = Counter(truth.roles[index][1] for index in matched[place : place + len(found)] if index >= 0)
        roles.append(max(votes, key=lambda role: (votes[role], role), default=""))
        place += len(found)
    return roles


def judge_decision(decision: Decision, blocks: tuple[Block, ...], roles: list[str], score: Score) -> None:
    """One decision: right when each of its blocks may have that role."""
    known = [index for index in range(decision.first, decision.last + 1) if roles[index]]
    if not known:
        return
    wrong = [index for index in known if decision.role not in SAME.get(roles[index], {roles[index]})]
    confident = decision.confidence >= CONFIDENT
    score.counts["decision.asked"] += 1
    score.counts["decision.right"] += not wrong
    score.counts["confident.asked"] += confident
    score.counts["confident.wrong"] += bool(wrong) and confident
    for index in wrong:
        text = blocks[index].text[:70]
        score.errors.append(
            f"decision {decision.confidence:.2f} {decision.role} by {decision.detector} for {roles[index]}: {text!r}"
        )


def judge_boundaries(story: Story, truth: Truth, score: Score) -> None:
    """Gaps noticed and lost breaks suggested, by the exact word."""
    places = starts(story.manuscript.blocks, truth)
    found: dict[str, set[int]] = {"gap": set(), "lost-break": set()}
    for boundary in story.boundaries:
        if boundary.role in found and boundary.first in places:
            found[boundary.role].add(places[boundary.first])
    if truth.gaps or truth.layout in {"blank", "wrapped"}:
        score.compare("gap", found["gap"], set(truth.gaps), truth)
    if truth.lost:
        suggested = found["lost-break"] | {
            places[item.first] for item in explanation.suggestions(story) if item.first in places
        }
        score.counts["lost.hit"] += len(suggested & set(truth.lost))
        score.counts["lost.claimed"] += len(suggested)
        score.counts["lost.true"] += len(set(truth.lost))
        score.errors += [
            f"lost break suggested before: {around(truth, place)}" for place in sorted(suggested - set(truth.lost))
        ]


def starts(blocks: tuple[Block, ...], truth: Truth) -> dict[int, int]:
    """The story word at which each block begins, for blocks that begin with one."""
    spoken = [words(block.text) for block in blocks]
    matched = align([word for found in spoken for word in found], truth.words)
    places, place = {}, 0
    for index, found in enumerate(spoken):
        if found and matched[place] >= 0:
            places[index] = matched[place]
        place += len(found)
    return places
