"""Bylines: who wrote it, as a line of its own or behind the title, with "by", a copyright, an address or nothing at all."""

from __future__ import annotations

import re
from typing import Final

from fic2book.cleaner.detectors.chrome_words import BUTTONS
from fic2book.cleaner.detectors.dates import iso_date
from fic2book.cleaner.detectors.ratings import normal_rating
from fic2book.cleaner.patterns import pattern
from fic2book.lazy import lazy

LONGEST: Final = 90
"""Characters of a byline."""

_STORY = r"(?:fan\s?fic(?:tion)?|fic(?:let|tion)?|stor(?:y|ies)|tale|novel(?:la)?|novelette|vignette|drabble|one-?\s?shot|crossover|adventure|romance|drama|poem|remix|au|short\sstory|adaptation)"
_GESCHICHTE = r"(?:geschichte|fanfiction|ff|fanfic|story|erzählung|kurzgeschichte|oneshot|histoire|fic|nouvelle|récit|historia|relato|cuento|storia|racconto|história|opowiadanie)"

BYLINE = pattern(
    "author.by",
    rf"""(?:from\sthe\s(?:pen|desk|keyboard)\sof|(?:(?:written|created|posted|penned|typed|told|submitted|published|uploaded|brought\sto\syou|perpetrated|authored|composed|dreamed\sup|concocted|words|text|fic|fanfic)\s)?by|
    (?:(?:an?|another|the|one)\s)?(?:[\w'’./&:-]+\s){{0,5}}{_STORY}\s(?:written\s)?(?:by|from)|
    (?:(?:geschrieben|verfasst|erzählt)\s)?von|eine?\s(?:[\w-]+\s){{0,3}}{_GESCHICHTE}\svon|(?:écrite?\s)?par|une?\s(?:[\w-]+\s){{0,3}}{_GESCHICHTE}\s(?:de|par|di)|
    (?:escrit[oa]\s)?por|un[ao]?\s(?:[\w-]+\s){{0,3}}{_GESCHICHTE}\s(?:de|por|di)|uma?\s(?:[\w-]+\s){{0,3}}{_GESCHICHTE}\s(?:de|por)|scritt[oa]\sda|autor(?:ka)?|автор|(?:author|writer|auteur|verfasser(?:in)?)(?:['’]?s\sname)?(?=\s|\.{{3}}|[:|»]))\s?(?:[:\-–—~|»]*\s|\.{{3,}}\s?)(?P<author>\S.{{0,70}})""",
    match="by Jane Doe",
    miss="bystanders",
)

GENITIVE = pattern(
    "author.of",
    r"(?:(?:de|di|da|do|od|от|door|av|af|autorstwa|napisała?|napsala?|írta|skriven\sav|geschreven\sdoor)\s|d['’])(?P<author>[^\W\d_].{0,40})",
    match="de Jane Doe",
    miss="design",
)
"""A byline in Romance languages whose "of" says little: only under a title or above a header."""

COPYRIGHT = pattern(
    "author.copyright",
    r"(?:(?:©|\(c\))(?:\scopyright)?|copyright(?:\s(?:©|\(c\)))?)\s?(?:(?:by|of)\s)?(?:\d{4}(?:\s?[-–,]\s?\d{4})*[,.]?\s)?(?:by\s)?(?P<author>(?!\d|all\b)\S.{0,40}?)(?:(?:,\s[^\W\d_]{3,10})?,?\s\(?\d{4}(?:\s?[-–]\s?\d{4})?\)?)?[.,]?",
    match="© 2003 Jane Doe",
    miss="Copyright 1998",
)

MAILED = pattern(
    "author.mailed",
    r"(?P<author>[^\s<(\[][^<(\[@:]{1,40}?)\s?[<(\[]\s?(?:mailto:)?[\w.+-]+\s?(?:@|\sat\s|\(at\))\s?[\w.-]+\s?[>)\]]",
    match="Jane Doe <jane@example.org>",
    miss="jane@example.org",
)

ALONE: Final = frozenset(
    "by|written by|a story by|von|geschrieben von|par|por|di|автор|autor|author|autora|autorin|auteur|writer|verfasser".split(
        "|"
    )
)
"""Words above a name that make the two lines one byline."""

PATTERNS = (BYLINE, GENITIVE, COPYRIGHT, MAILED)

_TRAILING = lazy(
    r"""\s*(?:[<(\[][^<>()\[\]]*(?:@|\bat\b|\w\.\w{2,}|https?:|\.com|\.net|\.org|www\.)[^<>()\[\]]*[>)\]]|[(\[]\s?(?:contact|e-?mail|profile|website|homepage|feedback|guest)[)\]]|\s@\s?\S+\.\w{2,}|[(]\s?\w+\s[^()]*[)]|[(\[]\s?(?:a\.?k\.?a\.?|also\sknown\sas|formerly|\d{4}|real\sname)[^()\[\]]*[)\]]|,?\s(?:a\.?k\.?a\.?|translated\sby|übersetzt\svon|traduit\spar|author\sof|with\s(?:help|thanks)|copyright|all\srights\sreserved|©|\(c\)|for\s(?:the|my))\b.*|\s*\S+@\S+|\s*https?://\S+|[,;]\s(?:rated\s)?(?:pg|pg-13|r|nc-?17|g|m|t|k\+?)\b.*|,?\s(?:\d{1,2}[/.]){2}\d{2,4}|,\s[^\W\d_]{3,10}\s(?:19|20)\d\d|(?:,|\s[-–—])\s(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s)?(?:19|20)\d\d)$""",
    re.IGNORECASE | re.VERBOSE,
)
_PARTICLES = frozenset(
    "van von de der den del della di da la le el of the and und et y e i & 'n' bin ibn zu zur of".split()
)
_NOT_NAMES = frozenset(
    "the a an this that these those all any some my your his her its our their one two me him them us now then which what when where who how noon night dawn day morning evening midnight tuesday monday wednesday thursday friday "
    "saturday sunday himself herself itself myself accident chance mistake hand heart far and or no nothing der die das ein eine einem den dem le la les un une el los las lo l'".split()
)


_HANDLE = lazy(r"\[[\w. ]{2,30}\]\s?(?=\S)|@(?=\w)|/?u/(?=\w)")
_COUNT = lazy(r"\s*[\[(][^\[\]()]{0,20}\d[^\[\]()]{0,12}[\])]$")


def clean_name(written: str) -> str:
    """`written` without a site's sign for its users before it, and without address, "aka …", rating, date and counts behind it."""
    name = written.strip(" \t-~*=|,;:\N{EN DASH}\N{EM DASH}")
    name = name.strip("_") if name[:1] == "_" else name  # "Mika_" is how some users are called
    if name[:4].casefold() == "me, ":
        name = name[4:]
    if name[:1] in ("[", "@", "u", "/"):
        name = _HANDLE.sub("", name, count=1) if _HANDLE.match(name) else name
    if name[-1:] in ("]", ")"):
        name = _COUNT.sub("", name) or name
    while not name.isalnum():
        shorter = _TRAILING.sub("", name).strip(" ,;-\N{EN DASH}\N{EM DASH}")
        if shorter == name or not shorter:
            break
        name = shorter
    return name


def is_name(name: str) -> bool:
    """Whether `name` can be a person's or a user's: few words, written like names, no rest of a sentence."""
    words = name.split()
    if (
        not 1 <= len(words) <= 6
        or len(name) > 50
        or name[-1] in "!?,;:"
        or iso_date(name)
        or (normal_rating(name) and len(name) < 6)
    ):
        return False
    if name[-1] == "." and len(words[-1].rstrip(".")) > 2 and words[-1].casefold() not in ("jr.", "sr."):
        return False
    if words[0].casefold() in _NOT_NAMES and (len(words) == 1 or words[0].islower() or not words[-1][0].isupper()):
        return False
    if len(words) == 1:
        return name.casefold() not in BUTTONS or name[0].isupper()
    plain = [word for word in words if word.casefold() not in _PARTICLES]
    written = sum(not word[0].islower() or any(map(str.isdigit, word)) or "_" in word for word in plain)
    return bool(plain) and written >= len(plain) * 0.6


_CUES: Final = (
    "by ",
    "by:",
    "by-",
    "by~",
    "von ",
    "par ",
    "por ",
    " de ",
    " di ",
    "da ",
    " from ",
    "autor",
    "author",
    "writer",
    "auteur",
    "verfasser",
    "автор",
    "©",
    "(c)",
    "copyright",
    "@",
    " at ",
    "(at)",
    "from the ",
    "von:",
    "par:",
    "por:",
)
"""Without one of these a line is no byline."""


CREDITS: Final = frozenset(
    "edited illustrated translated betaed beta'd beta-read beta cover banner art artwork header graphics icon image drawing proofread podfic "
    "requested inspired prompted hosted typed scanned übersetzt illustriert traduit illustré traducido перевод".split()
)
"""What others than the author did: "Illustrated by …"."""


def is_credit(words: str) -> bool:
    """Whether the words before a "by" say what somebody else did."""
    last = words.casefold().split()[-1:]
    return bool(last) and last[0].strip(":") in CREDITS and words.count(" ") <= 2


_REPORTER = lazy(
    r",.*\b(?:correspondent|reporter|columnist|journalist|staff writer|(?:news|chief|features) editor|korrespondent(?:in)?|reporterin|journaliste)\b"
    r"|\b(?:our|staff|special|news|chief)\s(?:\w+\s){0,2}(?:correspondent|reporter|columnist|writer)\b",
    re.IGNORECASE,
)


def is_reporter(text: str) -> bool:
    """Whether a byline is a newspaper's: it says for what its writer is paid."""
    return _REPORTER.search(text) is not None


def read_byline(text: str) -> str:
    """The author named by a line that is nothing but a byline, "" for any other line."""
    if not 4 <= len(text) <= LONGEST or text[-1] in "?!," or text.count(" ") > 14:
        return ""
    lower = text.casefold()
    if lower.endswith(" автор") and lower.count(" ") <= 5 and text[0].isupper():
        return text[:-6].strip()  # as ficbook prints it
    if not any(cue in lower for cue in _CUES) or is_reporter(text):
        return ""
    for shape in (BYLINE, COPYRIGHT, MAILED):
        match = shape.expression.fullmatch(text)
        if match:
            name = clean_name(match["author"])
            if shape is MAILED and " by " in name:
                return ""  # a title and its byline
            plain = (
                name.islower()
                and name not in BUTTONS
                and name.count(" ") <= 2
                and shape is BYLINE
                and is_name(name.title())
                and _NOT_NAMES.isdisjoint(name.split())
            )
            return name if plain or is_name(name) else ""
    return ""


def read_genitive(text: str) -> str:
    """The author of a "de Jane Doe", which only its place makes a byline."""
    match = GENITIVE.expression.fullmatch(text) if len(text) <= 50 else None
    name = clean_name(match["author"]) if match else ""
    plain = name.islower() and " " not in name and name not in BUTTONS and name not in _NOT_NAMES
    return name if name and is_name(name) and (name[0].isupper() or plain) else ""
