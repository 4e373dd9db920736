"""What a line alone may name: a time, a place, a point of view, a flashback; by its words, wherever it stands."""

from __future__ import annotations

from fic2book.cleaner.patterns import COUNT, DASHES, MONTH, ORNAMENT, WEEKDAY, Pattern, pattern
from fic2book.cleaner.words import MONTHS, WEEKDAYS
from fic2book.lazy import lazy

LONGEST = 90
"""Characters of a caption; "Smallville, Kansas – The Kent Farm – Three weeks later" has 55."""

MOST_WORDS = 14

_UNIT = """(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|centuries|century|mornings?|evenings?|
    stunden?|minuten?|tage?|wochen?|monate?|jahre?|heures?|jours?|semaines?|mois|ann?ées?|ans|horas?|días?|semanas?|mes(?:es)?|años?|
    час(?:а|ов)?|минут[аы]?|дн(?:я|ей)|день|недел[юиья]+|месяц(?:а|ев)?|год(?:а|у)?|лет)"""
_AMOUNT = rf"(?:about|almost|nearly|over|some|just|only|exactly|roughly|approximately|around|a|an|few|several|many|couple|of|half|and|ein(?:e|ige)?|paar|quelques|unos|unas|через|спустя|{COUNT}|[\d,.½]+)"
_PART = r"(?:day|night|morning|afternoon|evening|week|weekend|month|year|summer|winter|spring|fall|autumn|dawn|dusk|hour|moment|time|noon|midnight)"

_TAIL = r"(?:\)|\])?[.:]?(?:\.\.)?\N{HORIZONTAL ELLIPSIS}?"

TIMES: dict[str, Pattern] = {
    "later": pattern(
        "caption.time-later",
        rf"""(?:(?:\(|\[)?(?:{_AMOUNT}[\s-]){{1,6}}{_UNIT}\s(?:and\s[\w\s]{{1,20}}\s)?(?:later|earlier|ago|before|prior|previously|hence|on|from\snow|into\b|after\b|since\b|später|danach|zuvor|plus\stard|auparavant|après|después|más\starde|antes|спустя|назад|до).*
            | (?:через|спустя)\s(?:{_AMOUNT}\s){{0,3}}{_UNIT}(?:\s.{{0,30}})?
            | (?:il\sy\sa|hace|vor|nach)\s(?:{_AMOUNT}\s){{1,3}}{_UNIT}
            | (?:some\s?time|much|a\s(?:little|bit|while)|shortly|soon|moments|years|months|weeks|days|hours|minutes|seconds)\s(?:later|earlier|ago|before|after|afterwards?|in\sthe\s(?:future|past))(?:[,\s{DASHES}].{{0,40}})?
        ){_TAIL}""",
        match="Three weeks later",
        miss="Three weeks was a long time",
    ),
    "part": pattern(
        "caption.time-part",
        rf"""(?:(?:later|earlier|early|late|the\snext|next|the\sfollowing|following|that|the\ssame|same|the\sprevious|previous|that\ssame|one|this)\s(?:on\s)?(?:that\s|the\s|same\s|next\s|in\sthe\s|one\s)?(?:{_PART}|{WEEKDAY})(?:[,\s{DASHES}].{{0,40}})?
            | the\s(?:{COUNT}|\d{{1,3}}(?:st|nd|rd|th)|last|final)\s{_PART}(?:[,\s{DASHES}].{{0,30}})?
            | (?:morning|afternoon|evening|night|midnight|noon|dawn|dusk|sunrise|sunset)
        ){_TAIL}""",
        match="The next morning",
        miss="The night was long",
    ),
    "now": pattern(
        "caption.time-now",
        rf"""(?:(?:the\s)?(?:present|past|future)(?:\s(?:day|time))?(?:[,\s{DASHES}].{{0,30}})? | meanwhile(?:,?\s.{{1,50}})? | sometime\slater | back\s(?:at|in)\s.{{3,40}}
            | (?:in\sthe\s)?(?:near|distant|not[\s-]so[\s-]distant)\s(?:future|past)
            | (?:current|present)\sday | now | then | before | after | later
        ){_TAIL}""",
        match="Meanwhile, in Atlantis",
        miss="Presently he came",
    ),
    "date": pattern(
        "caption.time-date",
        rf"""(?:(?:{WEEKDAY},?\s)?(?:{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of\s|de\s)?{MONTH})(?:(?:,?\s(?:de\s)?|\s[{DASHES}]\s)\d{{2,4}})?(?:[,:\s{DASHES}].{{0,40}})?
            | {MONTH},?\s\d{{4}}(?:[,:\s{DASHES}].{{0,40}})?
            | (?:summer|winter|spring|autumn|fall|christmas|new\syear's?)(?:\s(?:day|eve|of))?,?\s\d{{4}}
        ){_TAIL}""",
        match="June 3rd, 1998",
        miss="May I come in",
    ),
    "weekday": pattern(
        "caption.time-weekday",
        rf"""(?:{WEEKDAY}(?:,?\s(?:morning|noon|afternoon|evening|night|morgen|abend|matin|soir|noche|mañana|\d.{{0,20}}))?(?:[,:\s{DASHES}].{{0,30}})?
        ){_TAIL}""",
        match="Monday, 8:15 a.m.",
        miss="Mondays were hard",
    ),
    "clock": pattern(
        "caption.time-clock",
        rf"""(?:\d{{1,2}}[:.h]\d{{2}}(?::\d\d)?\s?(?:[ap]\.?m\.?|hours|hrs|uhr)?(?:[,\s{DASHES}].{{0,40}})? | \d{{1,2}}\s?[ap]\.?m\.?(?:[,\s{DASHES}].{{0,40}})? | \d{{4}}\shours(?:[,\s].{{0,30}})?
        ){_TAIL}""",
        match="0800 hours",
        miss="Eight in the morning",
    ),
    "other": pattern(
        "caption.time-other",
        rf"""(?:am\s(?:nächsten|selben|folgenden|gleichen)\s\w+ | (?:le|la)\s(?:lendemain|même\sjour|semaine\ssuivante)(?:\s.{{0,20}})? | (?:al|a\sla)\s(?:día|mañana|noche)\ssiguiente
            | на\sследующ(?:ий|ее|ую)\s\w+ | (?:тем\sвременем|позже|потом|наши\sдни|настоящее\sвремя)(?:[,\s].{{0,20}})? | (?:später|plus\stard|más\starde|währenddessen|inzwischen|pendant\sce\stemps|mientras\stanto)
        ){_TAIL}""",
        match="Am nächsten Morgen",
        miss="Am Morgen ging er",
    ),
    "counted": pattern(
        "caption.time-counted",
        rf"""(?:(?:day|night|week|month|year)\s(?:\d{{1,4}}|{COUNT})(?:[,:\s{DASHES}].{{0,40}})?
        ){_TAIL}""",
        match="Day 12",
        miss="Day after day",
    ),
}
"""The ways to name a time, each by its words (`_CUES`): one costly expression for all of them would be compiled for every story."""

VIEW = pattern(
    "caption.view",
    r"""(?:
    (?:normal|general|third[\s]person|3rd[\s]person|no[\s]one['’]?s?|author['’]?s|back[\s]to|switch[\s]to|change[\s]to|in)?\s?
        [A-ZА-ЯЁÀ-Þ][\w.'’-]{0,24}(?:\s(?:and\s)?[A-ZА-ЯЁÀ-Þ][\w.'’-]{0,24}){0,3}\s?(?:pov|p\.o\.v\.?|point[\s]of[\s]view|perspective|sicht|view)
    | (?:pov|p\.o\.v\.|sicht\svon|punto\sde\svista\sde|point\sde\svue\sde)\s?[:\-–—]?\s?[A-ZА-ЯЁÀ-Þ]?[\w.'’-]{1,24}(?:\s[\w.'’-]{1,24}){0,3}
    | (?:normal|third\sperson|3rd\sperson)\s(?:pov|point\sof\sview)
    )[.:]?""",
    match="Clark's POV",
    miss="From her point of view it was late.",
    cues="pov p.o.v view perspective sicht vista vue",
)

FLASHBACK = pattern(
    "caption.flashback",
    r"(?:(?:end|begin|start|end\sof|beginning\sof|start\sof)\s)?(?:the\s)?(?:flash\s?-?back|flash\s?-?forward|dream|dream\ssequence|time\s?-?skip|timeskip|rückblende|rückblick|zeitsprung|flashback\sende|fin\s(?:du\s)?flash\s?-?back|fin\sdel\sflashback|флешбэк|флэшбек|конец\sфлешбэка)(?:\s(?:over|ends?|begins?|starts?|ended|ende))?[.:]?(?:\s\(.{1,30}\))?",
    match="End flashback",
    miss="The flashback hit him hard.",
    cues="flash dream skip rückbl zeitsprung флеш флэш",
)

PLACE = pattern(
    "caption.place",
    rf"[A-ZÀ-ÞА-ЯЁ0-9][\w'’.&-]*(?:\s(?:of|the|and|de|la|von|du|des|[A-ZÀ-ÞА-ЯЁ0-9][\w'’.&-]*)){{0,5}}(?:(?:,\s|\s[{DASHES}|/]\s|:\s)[A-ZÀ-ÞА-ЯЁ0-9].{{1,60}}[^.!?;,]|,\s(?:(?:just|shortly|right|long|early|late|the\snext|that|one|two|three|a\sfew|some)\s){{0,3}}(?:before|after|at|dawn|dusk|noon|midnight|morning|evening|afternoon|night|days?|weeks?|hours?|months?|years?)\b[^.!?;,]{{0,40}})",
    match="Metropolis, Kansas - LexCorp Tower",
    miss="He lived in Metropolis, in a small flat.",
    case=True,
)

NAME = pattern(
    "caption.name",
    r"[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ'’.-]{1,15}(?:\s[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ'’.-]{1,15}){0,2}",
    match="LOIS LANE",
    miss="Lois Lane",
    case=True,
)

FRAMED = pattern(
    "caption.framed",
    rf"(?P<open>(?:[{ORNAMENT}]|(?<!\w)[oOxX0]{{1,3}}(?!\w)){{2,24}})\s?(?P<inside>\w[^\n]{{1,70}}?)\s?(?P<close>(?:[{ORNAMENT}]|(?<!\w)[oOxX0]{{1,3}}(?!\w)){{2,24}})",
    match="*~* 3 weeks later *~*",
    miss="he said - and left",
)

PATTERNS = (*TIMES.values(), VIEW, FLASHBACK, PLACE, NAME, FRAMED)


def caption_kind(text: str) -> str:
    """The kind "time", "view", "flashback", "place", or "" for a line without its ornaments."""
    if not text or len(text) > LONGEST or text.count(" ") >= MOST_WORDS:
        return ""
    if _names_time(text):
        return "" if text[-1] == "." and text.count(" ") > 6 else "time"
    if VIEW.fullmatch(text):
        return "view"
    if FLASHBACK.fullmatch(text):
        return "flashback"
    return "place" if text[-1] not in ".!?;," and PLACE.fullmatch(text) else ""


def _names_time(text: str) -> bool:
    """Whether a whole line names a time; only the ways whose words it holds are tried."""
    in_order = _WORD.findall(text.casefold())
    words = set(in_order)
    digits = any(map(str.isdigit, text))
    return any(
        TIMES[name].expression.fullmatch(text) is not None
        for name, cues in _CUES.items()
        if (not cues.isdisjoint(words) or (digits and name == "clock"))
        and not (name == "later" and _UNITS.isdisjoint(words))
        and (name not in _OPENINGS or not text[0].isalnum() or _OPENINGS[name](in_order))
    )


_COUNTS = frozenset(COUNT.strip("(?:)").split("|"))
_AMOUNTS = (
    frozenset(
        "about almost nearly over some just only exactly roughly approximately around a an few several many couple of half and ein eine einige paar quelques "
        "unos unas через спустя il hace vor nach sometime much shortly soon moments years months weeks days hours minutes seconds".split()
    )
    | _COUNTS
)
_NEXTS = frozenset("later earlier early late next following that same previous one this".split())
_AFTER_THE = frozenset("next following same previous last final".split()) | _COUNTS


def _opens_with_amount(words: list[str]) -> bool:
    return words[0] in _AMOUNTS or not words[0][0].isalpha()


def _opens_with_next(words: list[str]) -> bool:
    if words[0] == "the":
        return len(words) > 1 and (words[1] in _AFTER_THE or words[1][0].isdigit())
    return words[0] in _NEXTS or len(words) == 1


def _opens_with_date(words: list[str]) -> bool:
    return words[0] in _CUES["date"] or words[0] in WEEKDAYS or words[0][0].isdigit()


def _opens_with_weekday(words: list[str]) -> bool:
    return words[0] in WEEKDAYS


def _opens_with_now(words: list[str]) -> bool:
    if words[0] in ("the", "in"):
        return words[1:2] == ["the"] or (words[0] == "the" and words[1:2] in (["present"], ["past"], ["future"]))
    return words[0] in _NOWS or (len(words) == 1 and words[0] in _CUES["now"])


_NOWS = frozenset("present past future meanwhile sometime back near distant not current".split())

_OPENINGS = {
    "later": _opens_with_amount,
    "part": _opens_with_next,
    "now": _opens_with_now,
    "date": _opens_with_date,
    "weekday": _opens_with_weekday,
}
"""The costliest ways are tried only where a line opens as they do."""


_UNITS = frozenset(
    """second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months year years decade decades century centuries morning mornings evening evenings
    sometime time much little bit while shortly soon moments stunde stunden minuten tage wochen monate jahre heure heures jour jours semaine semaines mois an ans année années hora horas día días semana semanas mes meses año años
    час часа часов минуты минута минут дня дней день неделю недели недель неделя недели месяц месяца месяцев год года году лет""".split()
)
"""What time is counted in."""


_CUES = {
    "later": frozenset(
        "later earlier ago before prior previously hence on from into after since afterwards afterward future past später danach zuvor tard auparavant après después tarde antes спустя назад до через a hace vor nach".split()
    ),
    "part": frozenset(
        "day night morning afternoon evening week weekend month year summer winter spring fall autumn dawn dusk hour moment time noon midnight sunrise sunset".split()
    )
    | WEEKDAYS,
    "now": frozenset(
        "present past future meanwhile sometime back near distant current now then before after later".split()
    ),
    "date": frozenset(MONTHS) | frozenset("summer winter spring autumn fall christmas new".split()),
    "weekday": WEEKDAYS,
    "clock": frozenset(("hours",)),
    "other": frozenset(
        "am lendemain même suivante siguiente на тем позже потом наши настоящее später tard tarde währenddessen inzwischen pendant mientras".split()
    ),
    "counted": frozenset("day night week month year".split()),
}
"""Words without one of which a line names no time in this way."""

_WORD = lazy(r"\w+")
