"""A story that grows and shrinks by chapters."""

from __future__ import annotations

from fic2book.model import Settings, SourceFile

CHAPTERS = {
    1: "The lamp was out. She lit it again, and sat down beside it to wait for the boat that never came home.",
    2: "In the second week the harbour master wrote a letter, tore it up, and wrote it once more in red ink. "
    "He did not send it, and the cat slept on the envelope until spring.",
    3: "Spring brought the ice down the river, and with the ice came the hull, keel upward, painted blue. "
    "They buried what there was to bury, and the baker shut his shop for the day.",
    4: "After the funeral she carried the lamp up to the attic, and closed the hatch upon it for good. "
    "Nobody asked her where it was.",
}
SETTINGS = Settings(formats=("epub",), cover="none")


def text(*numbers: int, **changed: str) -> str:
    bodies = {n: changed.get(f"chapter_{n}", CHAPTERS[n]).replace(". ", ".\n\n") for n in numbers}
    parts = [f"Chapter {n}\n\n{body}\n" for n, body in bodies.items()]
    return "Title: The Lamps\n\n" + "\n".join(parts)


def source(words: str) -> SourceFile:
    return SourceFile("lamps.txt", words.encode())
