"""One story of ours in the forms that FanFicFare writes: EPUB with and without a table, a title page and a log of updates, and HTML."""

from __future__ import annotations

from html import escape

from tests.readers.archives import PNG, epub

TITLE = "The Twelfth Boat & Other Lamps"
AUTHORS = ("Ada Quill", "Bo, the Lesser")
ENTRIES = {
    "Series": "Harbour, Lights [2]",
    "Category": "Salt & Stone (TV), the Series, Tidewatch",
    "Genre": "Drama, Slice of Life",
    "Language": "English",
    "Characters": "Mara K., The Man, in the Stern",
    "Relationships": "Mara & Her Lamp, Mara/The Man",
    "Status": "In-Progress",
    "Published": "2013-03-15",
    "Updated": "2014-04-16",
    "Packaged": "2024-01-02 03:04:05",
    "Rating": "PG-13",
    "Warnings": "Major Character Death, Violence",
    "Chapters": "3",
    "Words": "12,345",
    "Publisher": "boats.example",
    "Chapters/Total Chapters": "3/4",
    "Average Words (Chapter)": "4,115",
}
SUMMARY = "<div><p>Mara counts boats, and gets it wrong.</p><p>Then <i>right</i>, with commas.</p></div>"
SUBJECTS = (
    "FanFiction", "Drama", "Slice of Life", "Salt &amp; Stone (TV), the Series", "Tidewatch", "Mara K.", "The Man, in the Stern",
    "Mara &amp; Her Lamp", "Mara/The Man", "Read aloud", "Last Update Year/Month: 2014/04", "Last Update: 2014/04/16", "In-Progress",
)  # fmt: skip
"""As the program writes them, escaped twice once they stand in the package."""

NOTES = (
    '<div class="fff_chapter_notes fff_head_notes"><b>Author\'s Note:</b><blockquote class="userstuff"><p>This one took me all week.</p></blockquote>'
    '<b>Summary for the Chapter:</b><blockquote class="userstuff"><p>Oil runs out.</p></blockquote></div>'
)
AFTER = '<div class="fff_chapter_notes fff_foot_notes"><b>Notes for the Chapter:</b> <p>Do tell me about oil.</p></div>'
CHAPTERS = {
    "Prologue": "<div><p>There were <em>eleven</em> boats.</p><hr/><p>Nobody answered.</p></div>",
    "1. The Lamp": f'<div class="story">{NOTES}<p>The lamp burned <img src="images/boat.png" alt="a red boat"/> all night.</p>'
    f"<h3>A Letter</h3><p>Then it did not.</p>{AFTER}</div>",
    "Coda: After & Later": "<div><p>Nobody could say who had lit it.</p><p>The End</p></div>",
}


def headline(level):
    names = ", ".join(f"<a class='authorlink' href='http://boats.example/u/{name[0]}'>{name}</a>" for name in AUTHORS)
    return f'<h{level}><a href="http://boats.example?sid=5">{escape(TITLE)}</a> by {names}</h{level}>'


def table():
    rows = "\n\n".join(f"<tr><td><b>{label}:</b></td><td>{escape(value)}</td></tr>" for label, value in ENTRIES.items())
    return f'<table class="full">\n\n{rows}\n<tr><td><b>Summary:</b></td><td>{SUMMARY}</td></tr>\n</table>'


def lines():
    rows = "\n\n".join(f"<b>{label}:</b> {escape(value)}<br />" for label, value in ENTRIES.items())
    return f"<div>\n{rows}\n<b>Summary:</b> {SUMMARY}\n</div>"


def log_page():
    rows = "\n\n".join(
        f'<b>{label}:</b> <span id="x">{escape(ENTRIES[label])}</span>' for label in ("Packaged", "Words")
    )
    return f"<h3>Update Log</h3>\n<p class='log_entry'>\n{rows}\n<b>Summary:</b> <span>{SUMMARY}</span>\n</p><hr/>"


def book(page=table, *, log=False):
    """The EPUB; `page` makes the list of its title page, None leaves that page out."""
    pages = {}
    if page is not None:
        pages["title_page.xhtml"] = ("fff_titlepage", headline(3) + page())
    if log:
        pages["log_page.xhtml"] = ("fff_logpage", log_page())
    for number, (title, text) in enumerate(CHAPTERS.items(), 1):
        pages[f"file000{number}.xhtml"] = ("fff_chapter", f'<h3 class="fff_chapter_title">{escape(title)}</h3>{text}')
    files = {
        f"OPS/{name}": f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body class="{kind}">{body}</body></html>'
        for name, (kind, body) in pages.items()
    }
    creators = "".join(f'<dc:creator opf:role="aut">{name}</dc:creator>' for name in AUTHORS)
    subjects = "".join(f"<dc:subject>{escape(subject)}</dc:subject>" for subject in SUBJECTS)
    metadata = (
        f"<dc:title>{escape(TITLE)}</dc:title>{creators}<dc:contributor>FanFicFare [https://github.com/JimmXinu/FanFicFare]</dc:contributor>"
        '<dc:language>en</dc:language><dc:date opf:event="publication">2013-03-15</dc:date><dc:date opf:event="creation">2024-01-02</dc:date>'
        '<dc:date opf:event="modification">2014-04-16</dc:date>'
        f"<dc:description>Mara counts boats, and gets it wrong.Then right, with commas.</dc:description>{subjects}"
        "<dc:publisher>boats.example</dc:publisher><dc:source>http://boats.example?sid=5</dc:source>"
    )
    return epub(dict.fromkeys(pages, ""), metadata, files | {"OPS/images/boat.png": PNG})


def html(*, contents=True):
    """The HTML."""
    titles = list(CHAPTERS)
    listed = "".join(f'<a href="#section000{n}">{escape(title)}</a><br />\n\n' for n, title in enumerate(titles, 1))
    toc = f'<a name="TOCTOP"><h2>Table of Contents</h2></a>\n<p>\n\n{listed}</p>' if contents else ""
    body = "".join(
        f'<a name="section000{n}"><h2>{escape(title)}</h2></a>\n{text}'
        for n, (title, text) in enumerate(CHAPTERS.items(), 1)
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{escape(TITLE)} by {", ".join(AUTHORS)}</title></head><body>'
        f'{headline(1)}\n\n<img src="images/cover.jpg" alt="cover" />\n\n{table()}\n\n{toc}{body}</body></html>'
    ).encode()
