"""Every key of a collection file: one table for each kind of table in it. The JSON Schema is made from them (`schema`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its type (a row of `TYPES`), what it means, and its choices if they are few."""

    type: str
    meaning: str
    choices: tuple[str, ...] = ()


TYPES: dict[str, str] = {
    # type: what a message asks for
    "string": "text between quotation marks",
    "word": "text between quotation marks, or a number",
    "date": "a date as 2024-05-01",
    "number": "a number",
    "boolean": "true or false",
    "strings": "text, or a list of texts",
    "table": 'a table, as { binding = "saddle", paper = "a4" }',
}

NOTE_PLACES = ("auto", "front", "chapter", "back", "popup", "omit")

SETTING_KEYS: dict[str, Key] = {
    "style": Key("string", "A style's name, or the folder of your own."),
    "formats": Key("strings", "What to make of a book: epub, pdf."),
    "device": Key("string", "The e-reader the EPUB is for.", ("generic", "kindle", "kobo", "apple")),
    "engine": Key("string", "What sets the PDF.", ("auto", "weasyprint", "typst")),
    "trim": Key("string", "Page size of the PDF: a5, 6x9, letter …; the style's own when absent."),
    "typography": Key("string", "Set quotes, dashes and ellipses, or keep them as written.", ("smart", "keep")),
    "notes": Key("string", "Where author's notes go.", NOTE_PLACES),
    "disclaimers": Key("string", "Where disclaimers go.", NOTE_PLACES),
    "chrome": Key("string", "What becomes of the furniture of sites.", ("omit", "appendix")),
    "language": Key("string", "Language of the stories as a BCP 47 tag; found when absent."),
    "encoding": Key("string", "How the stories' letters are encoded, as gb18030 or koi8-r; found when absent."),
    "cover": Key("string", "A cover design's name, auto or none."),
    "cover_art": Key("string", "A picture for the cover, relative to this file."),
    "palette": Key("string", "The cover's palette, by name."),
    "fonts": Key("string", "Fonts within the EPUB.", ("none", "embed", "accessible")),
    "date": Key("date", "Date of the books, ISO 8601; the story's own when absent."),
    "standard": Key("string", "Standard the PDF keeps: pdf/ua-1, pdf/a-2b …"),
    "crop_marks": Key("boolean", "Crop marks and 3 mm of bleed in the PDF, for a print shop."),
    "inks": Key(
        "string", "What the PDF is printed with: as designed, black alone, or four inks.", ("colour", "grey", "cmyk")
    ),
    "profile": Key("string", "The print shop's ICC file, relative to this file."),
    "impose": Key(
        "table",
        "The PDF once more as NAME-sheets.pdf, its pages on sheets to fold; {} for none. Keys: docs/binding.md.",
    ),
    "breaks": Key("number", "Accept suggested lost scene breaks from this score on, 0–1; 0 accepts none."),
    "vanished": Key("string", "What becomes of chapters that are no longer in a story's source.", ("keep", "drop")),
}
"""Keys of [defaults] and of a book that become `Settings`."""

METADATA_KEYS: dict[str, Key] = {
    "title": Key("string", "Title of the book."),
    "subtitle": Key("string", "Its subtitle."),
    "author": Key("string", "Its author; `authors` for several."),
    "authors": Key("strings", "Its authors."),
    "editor": Key("string", "Who gathered it."),
    "series": Key("string", "Series the book belongs to."),
    "series_index": Key("word", "Its number in the series; with `each`, the number of the first book (1 when absent)."),
    "summary": Key("string", "What it is about."),
    "publisher": Key("string", "Who publishes it."),
    "rights": Key("string", "Who may do what with it."),
}
"""Keys of a book that become `Metadata`."""

BOOK_KEYS: dict[str, Key] = {
    "sources": Key("strings", "Stories of one book, in order; * and ** match names."),
    "each": Key("strings", "One book for each story that matches."),
    "manifest": Key("string", "A JSONL file: one book a line, with the keys of a book."),
    "name": Key("string", "Name of the finished files, without suffix; from the title or the story when absent."),
    "foreword": Key("string", "A text file that opens the book."),
    "join": Key("boolean", "Whether files of one serial become one story; true when absent."),
}
"""Keys of a book that say what goes into it."""

STORY_KEYS: dict[str, Key] = {
    "source": Key("string", "The story's file; one of the book's sources, or the next of them when the book has none."),
    "part": Key("string", "Heading of a part of the anthology, which begins with the story."),
    "introduction": Key("string", "A text file that is printed before the story."),
    "title": Key("string", "Title of the story."),
    "subtitle": Key("string", "Its subtitle."),
    "author": Key("string", "Its author; `authors` for several."),
    "authors": Key("strings", "Its authors."),
    "date": Key("date", "When it was posted, ISO 8601."),
    "language": Key("string", "Its language as a BCP 47 tag."),
    "series": Key("string", "Series the story belongs to."),
    "series_index": Key("word", "Its number in the series."),
    "summary": Key("string", "What it is about."),
    "rights": Key("string", "Who may do what with it."),
}
"""Keys of a [[books.stories]] table."""

DEFAULT_KEYS = {**SETTING_KEYS, "editor": METADATA_KEYS["editor"], "publisher": METADATA_KEYS["publisher"]}
ALL_BOOK_KEYS = {**BOOK_KEYS, **METADATA_KEYS, **SETTING_KEYS}
TOP_KEYS = ("defaults", "books", "$schema")
CONTENTS = ("sources", "each", "manifest", "stories")
"""Keys that say what a book is made of; it has one of them, or `stories` beside `sources` or `each`."""
