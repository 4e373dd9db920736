"""Stories by the thousand: seeded, of any length, with the habits of real ones (headers, chapters, dialogue, breaks, notes)."""

from __future__ import annotations

import random
from pathlib import Path

_WHO = "Mara Tobias Ilse Wren Anton Petra Jonas Vesna Callum Odile Rook Thea".split()
_WHAT = (
    "lamp letter harbour kettle window ledger ferry garden winter signal staircase orchard compass blanket engine lantern river market "
    "promise ladder mirror station coat violin chimney map candle bridge attic fence clock tide"
).split()
_HOW = "slowly again quietly twice at last in the end without a word before breakfast after all once more".split()
_DID = "found kept lost mended carried watched followed forgot painted opened counted hid borrowed sold drew folded".split()
_LIKE = "old blue narrow second quiet broken warm distant heavy last borrowed crooked small".split()
_SAID = "said asked whispered answered called muttered".split()


def story(seed: int, words: int = 5_000) -> str:
    """A story of about `words` words; the same seed gives the same story."""
    chance = random.Random(seed)
    title = f"The {chance.choice(_LIKE).title()} {chance.choice(_WHAT).title()} {seed}"
    lines = [
        f"Title: {title}",
        f"Author: {chance.choice(_WHO)}{seed % 97}",
        "Fandom: Harbour Lights",
        "Rating: PG",
        "Disclaimer: They belong to themselves.",
        "",
    ]
    chapters = max(1, min(words // 1_700, 60))
    for number in range(1, chapters + 1):
        lines += [f"Chapter {number}: {chance.choice(_WHAT).title()}", ""]
        lines += _chapter(chance, words // chapters)
    return "\n".join([*lines, "The End", ""])


def _chapter(chance: random.Random, words: int) -> list[str]:
    lines: list[str] = []
    count, since = 0, 0
    while count < words:
        paragraph = (
            _speech(chance)
            if chance.random() < 0.35
            else " ".join(_sentence(chance) for _ in range(chance.randint(2, 6)))
        )
        lines += [paragraph, ""]
        count += len(paragraph.split())
        since += 1
        if since > 14 and chance.random() < 0.1:
            lines += ["* * *", ""]
            since = 0
    return lines


def _sentence(chance: random.Random) -> str:
    pick = chance.choice
    parts = [pick(_WHO), pick(_DID), "the", pick(_LIKE), pick(_WHAT)]
    if chance.random() < 0.6:
        parts += ["and", pick(_DID), "the", pick(_WHAT), "by the", pick(_LIKE), pick(_WHAT)]
    if chance.random() < 0.4:
        parts += [pick(_HOW)]
    if chance.random() < 0.15:
        parts[-1] += f" -- or so {pick(_WHO)} *told* it"
    return " ".join(parts) + "."


def _speech(chance: random.Random) -> str:
    words = _sentence(chance)[:-1]
    return (
        f'"I think {words}," {chance.choice(_WHO)} {chance.choice(_SAID)}. "It\'s only the {chance.choice(_WHAT)}..."'
    )


def write_stories(folder: Path, count: int, words: int = 5_000) -> list[Path]:
    """`count` stories in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"story-{number:05d}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(story(number, words), encoding="utf-8")
    return paths
