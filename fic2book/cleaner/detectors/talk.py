"""How much a paragraph talks to the reader about the story instead of telling it.

One pass over the words gives each sentence its ideas (talk_words.py). What counts is which ideas meet in a sentence, how the paragraph
begins, and how it is written: in the past or the present, with speech, with people and things of a story, shouting, smiling. Each reason
counts once; so does each word that writers or narrators use far more often than the others (talk_vocabulary.py). The weights
(talk_weights.py) add up to the odds that a paragraph is talk.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from fic2book.cleaner.detectors.talk_reading import BIT, TOKEN, bits_of, follows, read_sentences
from fic2book.cleaner.detectors.talk_single import shortened, tokens_of, weigh_words
from fic2book.cleaner.detectors.talk_words import OPENERS, TELLING
from fic2book.cleaner.document import because
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.weights import WEIGHTS
from fic2book.lazy import lazy
from fic2book.model import Evidence, Span

ALONE: Final = 6
"""Words of a paragraph that says one thing and no more: "Please review!"."""

_TOPICS: Final = sum(
    BIT[idea]
    for idea in "fanwork fandom chapter story readers write update post review comment beta show book song site legal own warn idea read style people thanks sorry enjoy greet bye net face ask fault life aside".split()
)
MARKS: Final = tuple(
    "fanwork fandom chapter readers update review comment beta show site legal warn style aside net face enjoy gift idea".split()
)
"""Ideas that narrators seldom have."""
_MARKS: Final = sum(BIT[idea] for idea in MARKS)
_PASSED, _TOLD, _OTHERS, _SELF, _WORLD = (BIT["past"], BIT["told"], BIT["others"], BIT["self"], BIT["world"])
_QUOTED = lazy(
    '["\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}]'
    '([^"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}]*)'
    '(?:["\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}]|$)'
)
_TITLE: Final = 6
"""Words of a title between quotation marks; what is longer, or ends as a sentence does, is speech."""


class Talk(NamedTuple):
    """The evidence that a paragraph is talk, strongest first, and what it weighs."""

    evidence: tuple[Evidence, ...]
    weight: float


def weigh_talk(text: str, span: Span) -> Talk:
    """What speaks for `text` being talk to the reader, and what against it."""
    evidence = [
        because(name, span, f"{WEIGHTS[name].meaning}: {quoted}" if quoted else "")
        for name, quoted in features(text, _weighed()).items()
        if name in WEIGHTS
    ]
    evidence += weigh_words(text, span)
    evidence.sort(key=lambda item: (-abs(item.weight), item.pattern))
    evidence.append(because("talk.prior", span))
    return Talk(tuple(evidence), sum(item.weight for item in evidence))


def features(text: str, reasons: tuple[tuple[str, int], ...] = ()) -> dict[str, str]:
    """What can be said of a paragraph: the name of each reason, and the words that gave it ("" when it is no matter of words).

    `reasons` are the combinations of ideas that are looked for, all when there are none.
    """
    part = shortened(text)
    tokens = tokens_of(text)
    sentences = read_sentences(tokens)
    said = 0
    for mask, _ in sentences:
        said |= mask
    found: dict[str, str] = {}
    for name, needed in reasons or all_reasons():
        if said & needed != needed:
            continue
        for mask, heard in sentences:
            if mask & needed == needed:
                found[name] = " … ".join(f"“{heard[bit]}”" for bit in bits_of(needed))
                break
    for kind in _opened(tokens, part):
        found[f"talk.opens-{kind}"] = f"“{' '.join(part.split(None, 4)[:3])} …”"
    for name in _shape(text, part, tokens, [mask for mask, _ in sentences]):
        found[f"talk.{name}"] = ""
    return found


@cache
def all_reasons() -> tuple[tuple[str, int], ...]:
    """The reasons made of ideas, each with the bits that must meet in a sentence."""
    return tuple((name, sum(BIT[idea] for idea in ideas)) for name, ideas in TELLING.items())


@cache
def _weighed() -> tuple[tuple[str, int], ...]:
    return tuple(reason for reason in all_reasons() if reason[0] in WEIGHTS)


# ---------------------------------------------------------------- how it begins, how it is written


@cache
def _openers() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in OPENERS.items():
        for phrase in phrases.split():
            first, *rest = phrase.split("_")
            found.setdefault(first, []).append((tuple(rest), kind))
    return found


def _opened(tokens: list[str], part: str) -> list[str]:
    """The kinds of remark that a paragraph begins like."""
    at = next((place for place, token in enumerate(tokens) if token[0].isalnum()), -1)
    if at < 0 or tokens[at] not in _openers():
        return []
    written = TOKEN.findall(part[:400])
    kinds = []
    for rest, kind in _openers()[tokens[at]]:
        named = [place for place, word in enumerate(rest) if word == "^"]
        if named and not (at + 1 < len(written) and written[at + 1][0].isupper()):
            continue
        if kind not in kinds and follows(tokens, at + 1, rest[: named[0]] if named else rest):
            kinds.append(kind)
    return kinds


_BANGS = lazy(r"!!|\?!|!\?|\?\?")
_ACTION = lazy(r"\*[a-z][a-z ]{1,30}\*")
_CARELESS = lazy(r"\b(?:i|im|u|ur)\b")
_COUNTED = lazy(r"\b\d[\d,.]*k?\s(?:words|mots|wörter|palabras|слов)\b")


def _shape(text: str, part: str, tokens: list[str], masks: list[int]) -> list[str]:
    """How a paragraph is written."""
    count = max(len(masks), 1)
    words = sum(token[0].isalnum() for token in tokens)
    past = sum(bool(mask & (_PASSED | _TOLD)) for mask in masks) / count
    world = sum(bool(mask & _WORLD) for mask in masks) / count
    acted = sum(bool(mask & _OTHERS and mask & (_PASSED | _TOLD)) for mask in masks) / count
    said = 0
    for mask in masks:
        said |= mask
    topics = (said & _TOPICS).bit_count()
    dense = sum((mask & _TOPICS).bit_count() >= 2 for mask in masks) / count
    bracketed = text[0] in "([{" and text.rstrip(" *_")[-1:] in (")", "]", "}")
    tests = {
        "speech-first": text[0] in OPENING_QUOTES
        or text[0] in "-\N{EN DASH}\N{EM DASH}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
        "speech": text[0] not in "([" and _speaks(part),
        "deeds": bool(said & _TOLD),
        "world": world > 0,
        "others-acted": acted >= 0.3,
        "others": bool(said & _OTHERS) and not said & _SELF,
        "past-half": past >= 0.5,
        "past-all": past >= 0.9,
        "present": past == 0,
        "present-self": past < 0.3 and bool(said & _SELF),
        "bangs": _BANGS.search(part) is not None,
        "exclaims": "!" in part,
        "bracketed": bracketed,
        "in-passing": not bracketed and "(" in part[1:] and ")" in part,
        "action": _ACTION.search(part) is not None,
        "careless": _CARELESS.search(part) is not None or part[0].islower(),
        "key": words < 25 and ("=" in part or ("/" in part and bool(said & BIT["style"]))),
        "brief": words <= ALONE and bool(said & _MARKS),
        "counts-words": _COUNTED.search(part) is not None,
        "marks-none": not said & _MARKS,
        "marks-two": (said & _MARKS).bit_count() >= 2,
        "topics-none": topics == 0,
        "topics-two": topics >= 2,
        "topics-four": topics >= 4,
        "most": dense >= 0.6,
        "few": dense < 0.3 and count > 3,
    }
    return [name for name, holds in tests.items() if holds]


def _speaks(part: str) -> bool:
    """Whether somebody speaks; a title between quotation marks is no speech."""
    return any(
        said[-1:] in tuple(".,!?-\N{HORIZONTAL ELLIPSIS}") or said.count(" ") >= _TITLE
        for said in _QUOTED.findall(part)
        if said
    )


SHAPES: Final = {
    "speech-first": "begins with speech",
    "speech": "holds speech",
    "deeds": "tells what somebody does",
    "world": "names things of a story's world",
    "others-acted": "tells of persons in the past",
    "others": "tells of others, not of the writer",
    "past-half": "half of it is told in the past",
    "past-all": "all of it is told in the past",
    "present": "nothing in it is past",
    "present-self": "the writer says “I” here and now",
    "bangs": "double exclamation or question marks",
    "exclaims": "exclaims",
    "bracketed": "in brackets",
    "in-passing": "says something in brackets",
    "action": "acts between stars",
    "careless": "written like a message",
    "key": "explains signs",
    "brief": "a few words",
    "counts-words": "counts words",
    "marks-none": "nothing in it is a writer's alone",
    "marks-two": "much in it is a writer's alone",
    "topics-none": "says nothing that a narrator would not say",
    "topics-two": "speaks of what writers speak of",
    "topics-four": "speaks of much that writers speak of",
    "most": "most of its sentences do",
    "few": "few of its sentences do",
}
"""Reasons of shape, in plain words."""
