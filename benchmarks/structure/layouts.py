"""Units become the bytes of a file: plain text in the layouts people use, web pages as sites and editors write them."""

from __future__ import annotations

import html
import re
import textwrap
from dataclasses import dataclass

from benchmarks.structure.chance import Chance
from benchmarks.structure.model import Unit

EMPHASIS = re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*")
NUMBERED = re.compile(r"\d|chap|part|глава|kapitel|cap", re.IGNORECASE)
STORY = {"story", "verse", "lines", "stamp", "mark", "caption"}
WIDTHS = {"dev": [65, 70, 72, 78], "held": [66, 68, 74, 76, 80]}
INDENTS = {"dev": ["\N{NO-BREAK SPACE}" * 4, " " * 5, "\t"], "held": ["\N{NO-BREAK SPACE}" * 2, " " * 3, "\N{EM SPACE}"]}


@dataclass(frozen=True, slots=True)
class Layout:
    """How one document is written down."""

    name: str  # blank | single | double | wrapped | indented | wrapped-indented | p | div | lj | ao3
    width: int = 0
    indent: str = ""
    between: int = 1  # blank lines between paragraphs
    quotes: str = "straight"
    emphasis: str = "*"
    encoding: str = "utf-8"
    newline: str = "\n"
    centred: bool = False
    pause: int = 3  # extra blank lines that stand for a scene break
    glued: bool = False  # lines of dialogue follow each other without a blank line
    heading: str = "h2"  # in HTML: h2 | h3 | b | center
    rule: str = "text"  # in HTML: hr | text | center


def choose(media: str, split: str, language: str, chance: Chance) -> Layout:
    """A layout for the site's medium."""
    quotes = "curly" if language == "en" and chance.happens(0.4) else "straight"
    common = {
        "quotes": quotes,
        "emphasis": chance.deal("emphasis", ["*", "_", "*", "_", "/", ""]),
        "centred": chance.happens(0.4),
        "heading": chance.deal("html-heading", ["h2", "h3", "b", "center"]),
        "rule": chance.deal("html-rule", ["hr", "text", "center"]),
    }
    if media in {"p", "div", "lj", "ao3"}:
        encoding = "utf-8" if media == "ao3" or language == "ru" else chance.deal("html-encoding", ["utf-8", "utf-8", "cp1252"])
        return Layout(media, encoding=encoding, **common)
    names = ["blank", "blank", "single", "wrapped", "double", "indented", "wrapped-indented"]
    name = "wrapped" if media == "wrapped" else chance.deal("layout", names)
    encodings = {"ru": ["utf-8", "utf-8", "cp1251", "utf-16"]}.get(
        language, ["utf-8"] * 5 + ["utf-8-sig", "cp1252", "cp1252", "utf-16", "mojibake"]
    )
    return Layout(
        name,
        width=chance.pick(WIDTHS[split]) if "wrapped" in name else 0,
        indent=chance.pick(INDENTS[split]) if "indented" in name else "",
        between={"single": 0, "double": 2, "wrapped-indented": 0, "indented": chance.pick([0, 1])}.get(name, 1),
        encoding=chance.deal(f"encoding-{language == 'ru'}", encodings),
        newline=chance.pick(["\n", "\n", "\r\n"]),
        pause=chance.pick([3, 4, 5]),
        glued=name == "blank" and language == "en" and chance.happens(0.25),
        **common,
    )


def write(made: list[Unit], layout: Layout, title: str, language: str) -> bytes:
    """The file."""
    polished = [polish(unit, layout) for unit in made]
    if layout.name in {"p", "div", "lj", "ao3"}:
        return encode(page(polished, layout, title, language), layout)
    return encode(text(polished, layout).replace("\n", layout.newline), layout)


def polish(unit: Unit, layout: Layout) -> Unit:
    """The unit with its quotation marks as the document has them."""
    if layout.quotes == "straight" or unit.role in {"break", "rule", "signature"}:
        return unit
    return Unit(
        unit.role, tuple(curl(line) for line in unit.lines), unit.label, unit.name, unit.kept, unit.group, unit.caption, unit.by
    )


def curl(line: str) -> str:
    """Typographic quotation marks for English."""
    line = re.sub(r'(^|[\s(\[*—-])"', "\\1\N{LEFT DOUBLE QUOTATION MARK}", line).replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
    line = re.sub(r"(^|[\s(\[\N{LEFT DOUBLE QUOTATION MARK}])'", "\\1\N{LEFT SINGLE QUOTATION MARK}", line)
    return line.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}").replace("...", "\N{HORIZONTAL ELLIPSIS}")


def encode(content: str, layout: Layout) -> bytes:
    """The text in its encoding; UTF-8 where the encoding has no such character."""
    if layout.encoding == "mojibake":
        return "".join(misread(byte) for byte in content.encode()).encode()
    try:
        return content.encode(layout.encoding)
    except UnicodeEncodeError:
        return content.encode()


def misread(byte: int) -> str:
    """A byte of UTF-8 taken for Windows-1252, as sloppily as programs do it."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


# ---------------------------------------------------------------- plain text


def text(made: list[Unit], layout: Layout) -> str:
    """The units as plain text with line feeds; units without lines only leave blank lines."""
    pieces: list[str] = []
    before, extra = None, 0
    for unit in made:
        if not unit.lines:
            extra += 1 if unit.role == "gap" else layout.pause if unit.by == "blank" else 0
            continue
        if before:
            pieces.append("\n" * (1 + blanks(before, unit, layout) + (extra if layout.between else 0)))
        pieces.append(paragraph(unit, layout))
        before, extra = unit, 0
    return "".join(pieces) + "\n"


def blanks(before: Unit, unit: Unit, layout: Layout) -> int:
    """Blank lines between two units."""
    if before.group and before.group == unit.group:
        return 0
    if before.group or unit.group:
        return max(1, layout.between)
    if (layout.centred and {"break", "heading"} & {before.role, unit.role}) or any(bare_heading(one) for one in (before, unit)):
        return max(1, layout.between)
    if layout.glued and speaks(before) and speaks(unit):
        return 0
    return layout.between


def bare_heading(unit: Unit) -> bool:
    """Whether a unit is a heading that says nothing of chapters or numbers, so that only its place can tell it."""
    return unit.role == "heading" and not NUMBERED.search(unit.text)


def speaks(unit: Unit) -> bool:
    """Whether a unit is a paragraph that opens in speech."""
    return unit.role == "story" and unit.lines[0][:1] in "\"\N{LEFT DOUBLE QUOTATION MARK}"


def paragraph(unit: Unit, layout: Layout) -> str:
    """One unit's lines, wrapped and indented as the layout has it."""
    body = unit.label + "\n".join(mark_emphasis(line, layout.emphasis) for line in unit.lines)
    if unit.role == "heading" or (unit.role in {"break", "end"} and layout.centred):
        return "\n".join(line.center(layout.width or 60).rstrip() if layout.centred else line for line in body.split("\n"))
    if unit.kept or unit.role in {"break", "rule", "signature", "stamp", "mark"}:
        return body
    indent = layout.indent if unit.role in STORY else ""
    if not layout.width:
        return indent + body
    return textwrap.fill(body, layout.width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)


def mark_emphasis(line: str, mark: str) -> str:
    """Emphasis as plain text writes it."""
    if mark == "/" and "/" in line:
        mark = "_"
    return EMPHASIS.sub(lambda match: f"{mark}{match[1]}{mark}", line)


# ---------------------------------------------------------------- web pages


def markup(line: str, tag: str = "em") -> str:
    """A line with its emphasis as markup."""
    return EMPHASIS.sub(lambda match: f"<{tag}>{match[1]}</{tag}>", html.escape(line, quote=False))


def page(made: list[Unit], layout: Layout, title: str, language: str) -> str:
    """The units as a whole web page."""
    body = {"p": paragraphs, "div": divisions, "lj": journal, "ao3": archive}[layout.name](made, layout)
    charset = "windows-1252" if layout.encoding == "cp1252" else "utf-8"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset={charset}" />\n'
        f"<title>{html.escape(title)}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def row(unit: Unit) -> str:
    """A header or footer row, its label bold."""
    label = f"<b>{markup(unit.label.strip())}</b> " if unit.label.strip() else ""
    return label + "<br />\n".join(markup(line) for line in unit.lines)


def ornament(unit: Unit, layout: Layout) -> str:
    """A break or rule as markup."""
    if not unit.lines:
        return ""
    if layout.rule == "hr" and not unit.caption:
        return "<hr />"
    content = markup(unit.lines[0])
    return f'<p style="text-align: center;">{content}</p>' if layout.rule == "center" else f"<p>{content}</p>"


def head(unit: Unit, layout: Layout) -> str:
    """A heading as markup."""
    content = "<br />".join(markup(line) for line in unit.lines)
    return {
        "h2": f"<h2>{content}</h2>",
        "h3": f"<h3>{content}</h3>",
        "b": f"<p><b>{content}</b></p>",
        "center": f'<p align="center"><b>{content}</b></p>',
    }[layout.heading]


def paragraphs(made: list[Unit], layout: Layout) -> str:
    """A page of <p> elements."""
    out = []
    for unit in made:
        if unit.role == "title":
            out.append(f"<h1>{row(unit)}</h1>")
        elif unit.role == "heading":
            out.append(head(unit, layout))
        elif unit.role in {"break", "rule"}:
            out.append(ornament(unit, layout))
        elif unit.lines:
            out.append(f"<p>{row(unit)}</p>")
    return "\n".join(out)


def divisions(made: list[Unit], layout: Layout) -> str:
    """A page of <div> elements parted by empty ones, as blog editors write them."""
    inner = paragraphs(made, layout).replace("<p", "<div").replace("</p>", "</div>")
    return inner.replace("</div>\n<div", "</div>\n<div>&nbsp;</div>\n<div")


def journal(made: list[Unit], layout: Layout) -> str:
    """A journal entry: one cell of a table in which <br /> does everything."""
    out: list[str] = []
    for place, unit in enumerate(made):
        if unit.role == "heading":
            piece = f"<center><b>{row(unit)}</b></center>" if layout.heading == "center" else f"<b>{row(unit)}</b>"
        elif unit.role in {"break", "rule"}:
            piece = "<hr />" if layout.rule == "hr" and unit.lines and not unit.caption else row(unit)
        else:
            piece = row(unit)
        before = made[place - 1] if place else unit
        together = bool(place and before.group and before.group == unit.group)
        if not unit.lines and unit.by == "blank":
            piece = "<br /><br />"
        out.append(("<br />\n" if together else "<br /><br />\n" if place else "") + piece)
    return f'<table class="entry"><tr><td><div class="entry-content">{"".join(out)}</div></td></tr></table>'


def archive(made: list[Unit], layout: Layout) -> str:
    """A page as the Archive of Our Own lets it be downloaded."""
    first = next(place for place, unit in enumerate(made) if unit.role in STORY | {"heading"})
    last = max(place for place, unit in enumerate(made) if unit.role in STORY | {"end"})
    chapters = any(unit.role == "heading" for unit in made)
    return "\n".join([preface(made[:first]), '<div id="chapters" class="userstuff">',
                      *(chaptered(made[first : last + 1], layout) if chapters else userstuff(made[first : last + 1], layout)),
                      "</div>", afterword(made[last + 1 :])])


def preface(made: list[Unit]) -> str:
    """The archive's front: message, tags, title, summary, notes."""
    message, tags, rest = [], [], []
    for unit in made:
        line = markup(" ".join(unit.lines))
        if unit.role == "chrome" and not rest:
            message.append(line)
        elif unit.label.endswith(":"):
            tags.append(f"<dt>{unit.label}</dt>\n<dd>{line}</dd>")
        elif unit.role == "title":
            rest.append(f"<h1>{line}</h1>")
        elif unit.role == "author":
            rest.append(f'<div class="byline">by <a rel="author" href="#">{line}</a></div>')
        elif unit.role == "chrome":
            rest.append(f'<div class="endnote-link">{line}</div>')
        else:
            label = "Summary" if unit.role == "field" else "Notes"
            known = any(f"<p>{label}</p>" in piece for piece in rest)
            rest.append(("" if known else f"<p>{label}</p>\n") + f'<blockquote class="userstuff"><p>{line}</p></blockquote>')
    front = "\n".join(rest)
    return (
        f'<div id="preface">\n<h2 class="toc-heading">Preface</h2>\n<p class="message">{"".join(message)}</p>\n'
        f'<div class="meta">\n<dl class="tags">\n{chr(10).join(tags)}\n</dl>\n{front}\n</div>\n</div>'
    )


def userstuff(made: list[Unit], layout: Layout) -> list[str]:
    """The archive's text of a work in one chapter."""
    return ['<div class="userstuff">', paragraphs(made, layout), "</div>"]


def chaptered(made: list[Unit], layout: Layout) -> list[str]:
    """The archive's text of a work in chapters: each opens with a group of heading and notes."""
    out: list[str] = []
    starts = [place for place, unit in enumerate(made) if unit.role == "heading"]
    for start, stop in zip(starts, [*starts[1:], len(made)], strict=True):
        heading, inner = made[start], made[start + 1 : stop]
        notes = [unit for unit in inner[:1] if unit.role == "note"]
        ends = [unit for unit in inner[-1:] if unit.role == "note" and unit not in notes]
        story = inner[len(notes) : len(inner) - len(ends)]
        out.append(f'<div class="meta group">\n<h2 class="heading">{markup(" ".join(heading.lines))}</h2>')
        out += [f'<p>Chapter Notes</p>\n<blockquote class="userstuff"><p>{markup(unit.lines[0])}</p></blockquote>' for unit in notes]
        out += ["</div>", "<!--chapter content-->", *userstuff(story, layout), "<!--/chapter content-->"]
        out += [
            f'<div class="meta">\n<p>Chapter End Notes</p>\n<blockquote class="userstuff"><p>{markup(unit.lines[0])}</p></blockquote>\n</div>'
            for unit in ends
        ]
    return out


def afterword(made: list[Unit]) -> str:
    """The archive's back: end notes and the request for comments."""
    notes = "".join(f"<p>{markup(unit.lines[0])}</p>" for unit in made if unit.role == "note")
    block = f'<div class="meta"><div id="endnotes"><p>End Notes</p><blockquote class="userstuff">{notes}</blockquote></div></div>'
    messages = "".join(f'<p class="message">{markup(unit.lines[0])}</p>' for unit in made if unit.role == "chrome")
    return f'<div id="afterword">\n<h2 class="toc-heading">Afterword</h2>\n{block if notes else ""}\n{messages}\n</div>'
