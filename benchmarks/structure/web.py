"""Units as web pages, as sites and editors write them."""

from __future__ import annotations

import html

from benchmarks.structure.model import EMPHASIS, STORY, Layout, Unit


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
    return "\n".join(
        [
            preface(made[:first]),
            '<div id="chapters" class="userstuff">',
            *(chaptered(made[first : last + 1], layout) if chapters else userstuff(made[first : last + 1], layout)),
            "</div>",
            afterword(made[last + 1 :]),
        ]
    )


def preface(made: list[Unit]) -> str:
    """The archive's front: message, tags, title, summary, notes."""
    message: list[str] = []
    tags: list[str] = []
    rest: list[str] = []
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
            rest.append(
                ("" if known else f"<p>{label}</p>\n") + f'<blockquote class="userstuff"><p>{line}</p></blockquote>'
            )
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
        out += [
            f'<p>Chapter Notes</p>\n<blockquote class="userstuff"><p>{markup(unit.lines[0])}</p></blockquote>'
            for unit in notes
        ]
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
