"""Labels of author's notes: "A/N:", "Author's Thank You Note", "NOTE#2:", "P.S."; in five languages and many shapes."""

from __future__ import annotations

from fic2book.cleaner.detectors.labels import EVERYDAY_LABELS, FIELD_NAMES, field_name, plain_label
from fic2book.cleaner.patterns import DASHES, OPENING_QUOTES, pattern
from fic2book.lazy import lazy

LABEL = pattern(
    "note.label",
    rf"""[\[({{*~_<\s{DASHES}]*(?P<label>[^\W\d_][^:\n{DASHES}]{{0,34}}?|[aаtbnp]\s?[/\\]\s?[nsaтt]s?)[\s*_~]*(?P<sign>:|~|\s?[{DASHES}]{{1,2}}(?:\s|$)|[)\]}}>]|\n|$)(?P<rest>.*)""",
    match="(A/N: sorry for the wait)",
    miss="12 men came",
)

POSTSCRIPT = pattern(
    "note.postscript",
    r"\(?(?P<label>p\.?\s?(?:p\.?\s?)?s\.?)[\s:\-\N{EN DASH}]+(?=[A-Z])",
    match="P.S. Come and find me",
    miss="PSI is a unit",
)

NAMED = pattern(
    "note.named",
    r"(?:(?:author|writer|translator|beta|story|chapter)['\N{RIGHT SINGLE QUOTATION MARK}]?s?['\N{RIGHT SINGLE QUOTATION MARK}]?\s)(?:[\w-]+\s){0,3}(?:notes?|warnings?|corner|ramblings?|rants?|comments?|babble|thanks)|notes?\s?\#?\d{1,2}|rar|review\s(?:answers|replies)",
    match="Author's Thank You Note",
    miss="Note that he left",
)

PATTERNS = (LABEL, POSTSCRIPT, NAMED)

_FIRST_WORD = lazy(r"[\s:)\]\-–—*_~#]")
_FIRST_WORDS = (
    frozenset(_FIRST_WORD.split(label, 1)[0] for label, name in FIELD_NAMES.items() if name == "notes")
    | {
        label.split(" ")[0].replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
        for label, name in FIELD_NAMES.items()
        if name == "notes"
    }
    | {"а", "a", "t", "n", "b", "rar", "review", "author", "writer", "translator", "chapter", "story"}
)
"""First words of a note's label: what most paragraphs are dismissed by."""


def note_label(text: str) -> tuple[str, str]:
    """The label of a note and what follows it on its line, ("", "") when the paragraph bears no such label."""
    text = text.replace("\N{REPLACEMENT CHARACTER}", "'") if "\N{REPLACEMENT CHARACTER}" in text[:40] else text
    if (
        not text
        or text[0] in OPENING_QUOTES
        or _FIRST_WORD.split(text[:48].casefold().lstrip("[({*~_<-— "), 1)[0] not in _FIRST_WORDS
    ):
        return "", ""
    match = LABEL.expression.match(text[:120])
    if match is None:
        return _postscript(text)
    label = match["label"]
    if field_name(label) != "notes" and NAMED.expression.fullmatch(label) is None:
        return _postscript(text)
    if (
        match["sign"].strip() not in (":", "~")
        and plain_label(label) in EVERYDAY_LABELS
        and not (label.isupper() and len(label) < 3)
    ):
        return "", ""
    return label.strip(), text[match.start("rest") :].strip()


def _postscript(text: str) -> tuple[str, str]:
    """Label and rest of "P.S. …", which needs no colon."""
    match = POSTSCRIPT.expression.match(text)
    return (match["label"], text[match.end() :].strip()) if match else ("", "")
