"""Files that are parts of one story: which belong together, in which order, and which is missing.

Two files belong together when both bear the same title (and no two authors) and each says which part it is: "Lamps (2/3)", "Chapter 3".
Without titles the files' own names may say it: ``lamps-1.txt``, ``lamps-2.txt``, when the chapters in them go on accordingly.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from fic2book.cleaner.detectors.heading_patterns import NUMBERED
from fic2book.cleaner.patterns import undecorated
from fic2book.cleaner.words import parse_number
from fic2book.lazy import lazy
from fic2book.model import Notice, Story

Groups = tuple[tuple[Story, ...], ...]


def join_serials(stories: Sequence[Story]) -> tuple[Groups, tuple[Notice, ...]]:
    """The stories in groups, each a serial in the order of its parts (or one story alone), and notices of missing or doubled parts.

    A group stands where its first file stood. Every story is in exactly one group.
    """
    serials: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, story in enumerate(stories):
        key = _key(story)
        if key and _number(story):
            serials[key].append(index)
    groups: dict[int, tuple[Story, ...]] = {}
    notices: list[Notice] = []
    for members in _compatible(serials, stories):
        group = sorted(members, key=lambda index: (_number(stories[index]), index))
        numbers = [_number(stories[index]) for index in group]
        if len(set(numbers)) < len(numbers):
            notices.append(_doubled([stories[index] for index in group]))
            continue
        groups[min(group)] = tuple(stories[index] for index in group)
        notices += _missing([stories[index] for index in group], numbers)
    joined = {id(story) for group in groups.values() for story in group}
    result = [
        groups.get(index, (story,)) for index, story in enumerate(stories) if index in groups or id(story) not in joined
    ]
    return tuple(result), tuple(notices)


def _compatible(serials: dict[tuple[str, ...], list[int]], stories: Sequence[Story]) -> list[list[int]]:
    """The candidate groups of at least two files whose authors do not differ."""
    groups = []
    for members in serials.values():
        authors = {stories[index].metadata.authors for index in members if stories[index].metadata.authors}
        if len(members) >= 2 and len(authors) <= 1:
            groups.append(members)
    return groups


def _key(story: Story) -> tuple[str, ...]:
    """What files of one serial share; empty when this file shares nothing."""
    title = "".join(sign for sign in story.metadata.title.casefold() if sign.isalnum())
    if title and not any(notice.code == "title-from-file-name" for notice in story.notices):
        return ("title", title)
    stem = _stem(story)
    return ("file", stem) if stem and _first_number(story) else ()


_COUNTER = lazy(
    r"[\s_.-]*(?:part|pt|chapter|chap|ch|teil|kapitel|chapitre|capitulo|глава|часть)?[\s_.-]*(\d{1,3})$", re.IGNORECASE
)


def _stem(story: Story) -> str:
    """The file's name without the number at its end, "" when it has none or nothing is left."""
    name = story.manuscript.source.name.rsplit(".", 1)[0]
    match = _COUNTER.search(name)
    return name[: match.start()].casefold() if match and match.start() else ""


def _number(story: Story) -> int:
    """Which part this file is: its counter, else its first chapter's number; 0 when it does not say."""
    if story.metadata.part.isdigit():
        return int(story.metadata.part)
    return _first_number(story)


def _first_number(story: Story) -> int:
    for decision in story.decisions:
        if decision.role in ("heading", "part"):
            line = undecorated(story.manuscript.blocks[decision.first].text[:200])
            match = NUMBERED.expression.search(line)
            return (parse_number(match["number"]) or 0) if match else 0
        if decision.role == "story" and not decision.review:
            return 0
    return 0


def _missing(group: Sequence[Story], numbers: Sequence[int]) -> list[Notice]:
    total = max((int(story.metadata.parts) for story in group if story.metadata.parts.isdigit()), default=0)
    if not total and not all(story.metadata.part.isdigit() for story in group):
        return _skipped(group, numbers)
    wanted = range(1, max(total, *numbers) + 1)
    absent = [number for number in wanted if number not in numbers]
    return [_notice(group, absent)] if absent else []


def _skipped(group: Sequence[Story], numbers: Sequence[int]) -> list[Notice]:
    """Files of several chapters each: what lies between one file's last chapter and the next file's first."""
    absent: list[int] = []
    for before, after, story in zip(numbers, numbers[1:], group, strict=False):
        last = (
            before + sum(decision.role == "heading" and decision.value == "chapter" for decision in story.decisions) - 1
        )
        absent += range(max(before, last) + 1, after)
    if numbers[0] > 1:
        absent = [*range(1, numbers[0]), *absent]
    return [_notice(group, absent)] if absent else []


def _notice(group: Sequence[Story], absent: Sequence[int]) -> Notice:
    title = group[0].metadata.title or group[0].manuscript.source.name
    numbers = ", ".join(map(str, absent))
    word, pronoun = ("part", "it") if len(absent) == 1 else ("parts", "them")
    return Notice(
        "missing-part",
        f"“{title}”: {word} {numbers} missing; the book goes on without {pronoun}.",
        where=title,
        severity="warning",
    )


def _doubled(group: Sequence[Story]) -> Notice:
    title = group[0].metadata.title or group[0].manuscript.source.name
    names = ", ".join(story.manuscript.source.name for story in group)
    return Notice(
        "doubled-part", f"“{title}”: two files are the same part ({names}); the files were not joined.", where=title
    )
