"""A master and the pools become a document's units: what a person who posted this story would have put around and between its scenes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from benchmarks.structure import numerals
from benchmarks.structure.chance import Chance
from benchmarks.structure.model import Chapter, Master, Unit, words

AO3_ROWS = [
    "chrome||Posted originally on the Archive of Our Own at http://archiveofourown.org/works/00{id}.",
    "field:rating|Rating:|{rating}",
    "field:warnings|Archive Warning:|No Archive Warnings Apply",
    "field:fandom|Fandom:|{fandom}",
    "field:pairing|Relationship:|{pairing}",
    "field:characters|Characters:|{characters}",
    "field:genre|Additional Tags:|{genre}",
    "field:language|Language:|{language_name}",
    "stats|Stats:|Published: {date} Words: {words} Chapters: {N}/{N}",
    "title||{title}",
    "author|by |{author}",
    "field:summary|Summary|{summary}",
]
AO3_BOTTOM = [
    "chrome||Please drop by the Archive and comment to let the creator know if you enjoyed their work!",
]
LANGUAGE_NAMES = {"en": "English", "fr": "Français", "de": "Deutsch", "es": "Español", "ru": "Русский"}
MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Plan:
    """What was chosen for one document."""

    site: dict[str, Any]
    media: str
    chaptered: bool
    marker: dict[str, str]
    heading: str
    breaks: str  # mark | blank | lost
    gaps: bool
    values: dict[str, str]
    note_start: str = ""
    note_end: str = ""
    notes_chapter: tuple[str, ...] = ()  # by chapter: text, "" for none
    note_chapter_place: str = "start"
    end: str = ""
    repeat_title: bool = False
    rule_after_header: bool = False


def sites_for(pools: dict[str, Any], language: str) -> list[dict[str, Any]]:
    """The sites on which a story in this language is posted."""
    return [site for site in pools["sites"] if language in site.get("only", site["languages"])]


def plan(master: Master, pools: dict[str, Any], chance: Chance) -> Plan:
    """All choices for one document."""
    language = master.about["language"]
    site = chance.deal(f"site-{language}", sites_for(pools, language))
    media = site["media"]
    chaptered = len(master.chapters) > 1 and (media == "ao3" or chance.happens(0.62))
    breaks = chance.deal("breaks", ["mark"] * 8 + ["blank", "lost"])
    if breaks == "blank" and media in {"p", "ao3", "div"}:
        breaks = "mark"
    talks = site.get("notes", True)

    def note(kind: str, probability: float) -> str:
        wanted = talks and chance.happens(probability)
        return chance.deal(f"{kind}-{language}", pools[kind][language]) if wanted else ""

    disclaimer = note("disclaimers", 0.7)
    chapter_notes = tuple(note("notes_chapter", 0.35) if place else "" for place in range(len(master.chapters)))
    return Plan(
        site=site,
        media=media,
        chaptered=chaptered,
        marker=chance.deal("markers", pools["markers"]),
        heading=heading_style(master, chance.deal(f"headings-{language}", pools["headings"][language])),
        breaks=breaks,
        gaps=breaks != "blank" and media in {"text", "wrapped"} and chance.happens(0.3),
        values=values(master, chance, disclaimer),
        note_start=note("notes_start", 0.65),
        note_end=note("notes_end", 0.55),
        notes_chapter=chapter_notes if chaptered else (),
        note_chapter_place=chance.pick(["start", "end"]),
        end=chance.deal(f"ends-{language}", pools["ends"][language]) if chance.happens(0.4) else "",
        repeat_title=bool(site["rows"]) and media != "ao3" and chance.happens(0.15),
        rule_after_header=bool(site["rows"]) and breaks == "mark" and media == "text" and chance.happens(0.3),
    )


def heading_style(master: Master, style: str) -> str:
    """The style dealt, or numbers alone where a chapter has no title to print."""
    untitled = any(chapter.kind == "chapter" and not chapter.title for chapter in master.chapters)
    return "Chapter {n}" if untitled and "{t" in style.casefold() else style


def values(master: Master, chance: Chance, disclaimer: str) -> dict[str, str]:
    """What the placeholders of rows stand for; unknown ones are empty."""
    about = master.about
    count = sum(
        len(words(unit.text)) for chapter in master.chapters for scene in chapter.scenes for unit in scene.units
    )
    year, month, day = 1998 + chance.below(24), 1 + chance.below(12), 1 + chance.below(28)
    time = f"{1 + chance.below(11):02}:{chance.below(60):02}"
    user = re.sub(r"[^a-z]", "", about["author"].casefold()) or "writer"
    found = {
        **about,
        "TITLE": about["title"].upper(),
        "words": f"{count:,}",
        "date": f"{year}-{month:02}-{day:02}",
        "long_date": f"{MONTHS[month - 1]} {day}, {year}",
        "mail_date": f"{day} {MONTHS[month - 1][:3]} {year} {time}:{chance.below(60):02} GMT",
        "time": time,
        "email": f"{user}@post.example",
        "user": user,
        "community": chance.pick(["fic_pantry", "the_quiet_shelf", "lanternfic", "oneshot_orchard"]),
        "N": str(sum(chapter.kind == "chapter" for chapter in master.chapters) or 1),
        "id": f"{1000 + chance.below(9000)}",
        "language_name": LANGUAGE_NAMES[about["language"]],
    }
    found["disclaimer"] = fill(disclaimer, found)
    return found


def fill(template: str, found: dict[str, str]) -> str:
    """A template with its placeholders filled, "" when one of them is unknown."""
    names = re.findall(r"\{(\w+)\}", template)
    if not all(found.get(name) for name in names):
        return ""
    return re.sub(r"\{(\w+)\}", lambda match: found[match[1]], template)


def units(master: Master, plan: Plan, chance: Chance) -> list[Unit]:
    """The document's units in reading order."""
    ao3 = plan.media == "ao3"
    made = list(rows(AO3_ROWS if ao3 else plan.site["rows"], plan.values, 1))
    group = max([1, *(unit.group for unit in made)])
    has_disclaimer = any("{disclaimer}" in row for row in plan.site["rows"])
    if plan.values["disclaimer"] and not has_disclaimer and plan.site.get("notes", True):
        made.append(Unit("disclaimer", (plan.values["disclaimer"],), group=group + 1))
    if plan.note_start:
        made.append(Unit("note", (plan.note_start,), group=group + 2))
    if ao3 and plan.note_end:
        made.append(
            Unit("chrome", (f"See the end of the work for {'more ' if plan.note_start else ''}notes",), group=group + 2)
        )
    if plan.repeat_title:
        made.append(Unit("counter", (plan.values["title"],), group=group + 3))
    if plan.rule_after_header:
        made.append(Unit("rule", (plan.marker.get("hard", plan.marker["soft"]),), group=group + 4))
    made += story(master, plan, chance)
    if plan.end:
        made.append(Unit("end", (plan.end,)))
    if plan.note_end:
        made.append(Unit("note", (plan.note_end,), group=900))
    made += rows(AO3_BOTTOM if ao3 else plan.site["bottom"], plan.values, 901)
    return made


def rows(templates: list[str], found: dict[str, str], group: int) -> Iterator[Unit]:
    """The units of header or footer rows; "gap" parts groups."""
    for template in templates:
        if template == "gap":
            group += 1
            continue
        role, label, value = template.split("|", 2)
        role, _, name = role.partition(":")
        filled, label = fill(value, found), fill(label, found)
        if role == "pair":
            yield Unit("pair", (filled.replace("|", ""),), label, value, group=group)
        elif filled:
            yield Unit(role, (filled,), label, name, group=group)


def story(master: Master, plan: Plan, chance: Chance) -> list[Unit]:
    """The story's own units, with headings or breaks at its joints, and chapter notes."""
    made: list[Unit] = []
    number = 0
    for place, chapter in enumerate(master.chapters):
        number += chapter.kind == "chapter"
        if plan.chaptered:
            note = plan.notes_chapter[place] if place < len(plan.notes_chapter) else ""
            if note and plan.note_chapter_place == "end":
                made.append(Unit("note", (note,), name="chapter", group=100 + place))
            made.append(heading(chapter, number, plan, chance))
            if note and plan.note_chapter_place == "start":
                made.append(Unit("note", (note,), name="chapter", group=100 + place))
        elif place:
            made.append(mark("hard", "", plan))
        for index, scene in enumerate(chapter.scenes):
            if index:
                opening = mark("soft", scene.caption, plan)
                made.append(opening)
            if scene.caption and not (index and opening.caption):
                made.append(Unit("caption", (scene.caption,)))
            made += scene.units
    return dropped(made, chance) if plan.gaps else made


def heading(chapter: Chapter, number: int, plan: Plan, chance: Chance) -> Unit:
    """A chapter's heading in the document's style; without a title the style's number alone remains."""
    special = plan.site["special"].get(chapter.kind)
    style = chance.pick(special) if special else plan.heading
    if plan.media == "ao3":
        style = "Chapter {n}: {title}" if chapter.title else "Chapter {n}"
        number = number if chapter.kind == "chapter" else 0
        style = "{title}" if special else style
    title = chapter.title or (chapter.kind.capitalize() if special else "")
    found = {
        **numerals.forms(number, plan.values["language"]),
        "N": plan.values["N"],
        "title": title,
        "TITLE": title.upper(),
    }
    text = fill(style, found) or chapter.kind.capitalize()
    return Unit(
        "heading", tuple(text.split("/")) if not re.search(r"\d/\d", text) else (text,), name=chapter.kind, kept=True
    )


def mark(strength: str, caption: str, plan: Plan) -> Unit:
    """A scene break as this document writes it."""
    if plan.breaks != "mark":
        return Unit("break", (), name=strength, by=plan.breaks)
    inside = plan.marker.get("inside", "")
    if caption and inside:
        return Unit("break", (inside.replace("{caption}", caption),), name=strength, caption=caption, by="mark")
    text = plan.marker.get(strength, plan.marker["soft"])
    by = "word" if re.search(r"[^\W_]", text) else "mark"
    return Unit("break", (text,), name=strength if "hard" in plan.marker else "soft", by=by)


def dropped(made: list[Unit], chance: Chance) -> list[Unit]:
    """The units with up to four very short paragraphs lost, as some sites lose them; a gap stands where each was."""
    short = [
        place
        for place, unit in enumerate(made)
        if unit.role == "story"
        and len(words(unit.text)) <= 3
        and 0 < place < len(made) - 1
        and made[place - 1].role == made[place + 1].role == "story"
    ]
    for _ in range(4):
        if short:
            place = short.pop(chance.below(len(short)))
            made[place] = replace(made[place], role="gap", lines=())
    return made
