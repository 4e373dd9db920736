"""Masters read from their files.

@title …            metadata, until the first blank line
# Title             a chapter (``#`` alone: untitled); ``#prologue``, ``#epilogue``
---                 a scene break
@caption …          a caption that opens the scene
@stamp …            a date or address line within the story; whether it is taken for a heading is left open
@mark …             a lone mark within the story that may be taken for a break
> …                 verse, its lines kept
| …                 a list, a form, a note: lines kept
anything else       a paragraph; *emphasis* between stars
"""

from __future__ import annotations

import re

from benchmarks.structure.model import Chapter, Master, Scene, Unit

HEADING = re.compile(r"#(?P<kind>prologue|epilogue|)\s*(?P<title>.*)")
KEPT = {">": "verse", "|": "lines"}


def parse(name: str, text: str) -> Master:
    """The master written in `text`."""
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    about = {}
    for line in head.splitlines():
        key, _, value = line.removeprefix("@").partition(" ")
        about[key] = value.strip()
    return Master(name, about, tuple(chapters(body)))


def chapters(body: str) -> list[Chapter]:
    """The chapters of a master's body; one of kind "" where it has none."""
    found: list[tuple[str, str, list[list[str]]]] = []
    for block in re.split(r"\n{2,}", body.strip("\n")):
        heading = HEADING.fullmatch(block.strip())
        if heading:
            found.append((heading["kind"] or "chapter", heading["title"], [[]]))
            continue
        if not found:
            found.append(("", "", [[]]))
        scenes = found[-1][2]
        if block.strip() == "---":
            scenes.append([])
        else:
            scenes[-1].append(block)
    return [Chapter(kind, title, tuple(scene(blocks) for blocks in scenes)) for kind, title, scenes in found]


def scene(blocks: list[str]) -> Scene:
    """A scene from its blocks of text."""
    caption, units = "", []
    for block in blocks:
        if block.startswith("@caption "):
            caption = block.removeprefix("@caption ").strip()
        else:
            units.append(unit(block))
    return Scene(tuple(units), caption)


def unit(block: str) -> Unit:
    """One block of story as a unit."""
    if block.startswith("@stamp "):
        return Unit("stamp", (block.removeprefix("@stamp ").strip(),))
    if block.startswith("@mark "):
        return Unit("mark", (block.removeprefix("@mark ").strip(),))
    lines = block.split("\n")
    role = KEPT.get(block[0])
    if role and all(line[:1] == block[0] for line in lines):
        return Unit(role, tuple(line[1:].removeprefix(" ").rstrip() for line in lines), kept=True)
    return Unit("story", (" ".join(" ".join(lines).split()),))
