"""The corpus, made on demand: `corpus("dev")` and `corpus("held")`.

Each document is one master put through one set of seeded choices: site, header, notes, headings, break marks, layout, encoding. The same
split, round and number give the same bytes, always. Development and held-back documents differ in seeds, masters and pools.

    python -m benchmarks.structure.generate DIR [--split dev]     write documents and their truth for a look
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.structure import compose, layouts, masters, sealed
from benchmarks.structure.chance import Chance
from benchmarks.structure.model import STORY, Document, Layout, Master, Truth, Unit, words

DOCUMENTS = {"dev": 66, "held": 33}
SEED = "2026-11"


@functools.cache
def material(split: str) -> tuple[list[Master], dict[str, Any]]:
    """Masters and pools of a split."""
    plain = sealed.texts(split)
    pools = tomllib.loads(plain["pools.toml"])
    for site in pools["sites"]:
        site["special"] = pools["special"]
    found = [masters.parse(Path(name).stem, text) for name, text in plain.items() if name.startswith("masters/")]
    return found, pools


def order(found: list[Master], count: int) -> Iterator[Master]:
    """Masters in turn, those in English twice as often as the others: about one document in six is in another language."""
    english = [master for master in found if master.about["language"] == "en"]
    foreign = [master for master in found if master.about["language"] != "en"]
    made = 0
    while made < count:
        half = len(foreign) // 2
        turn = foreign[:half] if (made // max(1, len(english) + half)) % 2 else foreign[half:]
        for master in [*english, *turn]:
            if made < count:
                yield master
                made += 1


def corpus(split: str, rounds: int = 1) -> Iterator[Document]:
    """All documents of a split. Further rounds are further documents, by further seeds."""
    found, pools = material(split)
    chance = Chance(f"{SEED}/{split}")
    for number, master in enumerate(order(found, DOCUMENTS[split] * rounds)):
        yield document(f"{split}-{number:03}", split, master, pools, chance)


def document(name: str, split: str, master: Master, pools: dict[str, Any], chance: Chance) -> Document:
    """One damaged document with its truth."""
    plan = compose.plan(master, pools, chance)
    made = compose.units(master, plan, chance)
    language = master.about["language"]
    layout = layouts.choose(plan.media, split, language, chance)
    made = [settled(unit, layout) for unit in made]
    data = layouts.write(made, layout, master.about["title"], language)
    truth = truth_of(made, Truth(name, split, master.name, plan.site["name"], layout.name, language))
    suffix = ".html" if layout.name in {"p", "div", "lj", "ao3"} else ".txt"
    hidden = hashlib.sha256(name.encode()).hexdigest()[:12]
    return Document(hidden + suffix, data, truth)


def settled(unit: Unit, layout: Layout) -> Unit:
    """A blank-line break that this layout cannot show is a lost one; a dropped line leaves no trace without blank lines."""
    shows = layout.name in {"blank", "wrapped", "lj"}
    if unit.by == "blank" and not shows:
        return dataclasses.replace(unit, by="lost")
    return unit


# ---------------------------------------------------------------- truth


def truth_of(made: list[Unit], truth: Truth) -> Truth:
    """What is true of the units; positions are indices of story words."""
    shows_gaps = truth.layout in {"blank", "wrapped"}
    lists = {"note": truth.notes, "disclaimer": truth.notes}
    for unit in made:
        at = len(truth.words)
        truth.roles += [(word, unit.role) for word in words(unit.text)]
        if unit.role in STORY:
            note_story(unit, at, truth)
        elif unit.role == "break":
            note_break(unit, at, truth)
        elif unit.role == "heading":
            truth.chapters.append((at, unit.text))
        elif unit.role == "gap":
            truth.neutral.append(at)
            truth.gaps += [at] if shows_gaps else []
        elif unit.role in lists:
            lists[unit.role].append((unit.role, unit.text))
        elif unit.role == "chrome":
            truth.chrome.append(unit.text)
        elif unit.role in {"title", "author", "field", "pair"}:
            note_field(unit, truth)
    return truth


def note_story(unit: Unit, at: int, truth: Truth) -> None:
    """Text of the story, and the places around it of which nothing is asked."""
    truth.words += words(unit.text)
    if len(truth.words) > at:
        truth.paragraphs.append(at)
    if unit.kept:
        truth.kept.append((at, len(truth.words)))
    if unit.role in {"stamp", "mark"}:
        truth.neutral += [at, len(truth.words)]
    if unit.role == "caption":
        truth.captions.append((at, unit.text))
        truth.neutral.append(len(truth.words))


def note_break(unit: Unit, at: int, truth: Truth) -> None:
    """A scene break; the words within an ornament open the new scene."""
    if unit.by == "lost":
        truth.lost.append(at)
        return
    truth.breaks.append((at, unit.name, unit.by))
    if unit.lines:
        truth.markers.append(unit.text)
    if unit.caption:
        truth.captions.append((at, unit.caption))
        truth.words += words(unit.caption)
        truth.neutral.append(len(truth.words))


def note_field(unit: Unit, truth: Truth) -> None:
    """A row of the header."""
    value = " ".join(unit.lines)
    if unit.role == "title":
        by = re.search(r"^(.*?)(?: \| by | by )(\S.*)$", value)
        truth.title, author = (by[1], by[2]) if by and not unit.label else (value, "")
        truth.author = truth.author or author
    elif unit.role == "author":
        truth.author = value.removeprefix("[personal profile] ")
    elif unit.role == "field":
        truth.fields.setdefault(unit.name, value)
    else:
        for name, found in re.findall(r"(\w+): (.*?)(?:   |$)", unit.label + value):
            truth.fields[name.casefold()] = found


def main() -> None:
    """Write documents and truth for a look; the held-back part only when it is asked for by name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=sorted(DOCUMENTS), default="dev")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for made in corpus(options.split, options.rounds):
        stem = options.folder / made.truth.name
        stem.with_suffix(Path(made.name).suffix).write_bytes(made.data)
        stem.with_suffix(".json").write_text(
            json.dumps(dataclasses.asdict(made.truth), ensure_ascii=False, indent=1), "utf-8"
        )


if __name__ == "__main__":
    main()
