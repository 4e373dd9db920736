"""Small vocabularies that several detectors share: numbers, calendar words, heading words, in the languages we read.

Data only. Everything is written casefolded; look-ups casefold what they look up.
"""

from __future__ import annotations

import re
from typing import Final

from fic2book.lazy import lazy

# ---------------------------------------------------------------- numbers

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ORDINAL_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"


def _english() -> dict[str, int]:
    cardinals, ordinals = _UNITS.split(), _ORDINAL_UNITS.split()
    numbers = {word: number for number, word in enumerate(cardinals, 1)}
    numbers |= {word: number for number, word in enumerate(ordinals, 1)}
    for ten, (word, ordinal) in enumerate(zip(_TENS.split(), _ORDINAL_TENS.split(), strict=True), 2):
        numbers[word] = numbers[ordinal] = ten * 10
        for unit in range(9):
            for last in (cardinals[unit], ordinals[unit]):
                numbers[f"{word}-{last}"] = numbers[f"{word} {last}"] = ten * 10 + unit + 1
    return numbers


_OTHER = {
    # German
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig": 1,
    "erstes zweites drittes viertes fünftes sechstes siebtes achtes neuntes zehntes elftes zwölftes dreizehntes": 1,
    "erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter elfter zwölfter dreizehnter": 1,
    "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte": 1,
    # French
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt": 1,
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième": 1,
    # Spanish
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte": 1,
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo": 1,
    # Portuguese, Italian, Dutch, Swedish, Polish, Czech
    "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte": 1,
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti": 1,
    "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo": 1,
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien": 1,
    "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton": 1,
    "pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty": 1,
    "první druhá třetí čtvrtá pátá šestá sedmá osmá devátá desátá": 1,
    # Russian
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать "
    "шестнадцать семнадцать восемнадцать девятнадцать двадцать": 1,
    "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая одиннадцатая двенадцатая тринадцатая "
    "четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая девятнадцатая двадцатая": 1,
    "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый": 1,
}


def _numbers() -> dict[str, int]:
    numbers = {word: number for words, start in _OTHER.items() for number, word in enumerate(words.split(), start)}
    numbers |= {
        "première": 1,
        "seconde": 2,
        "second": 2,
        "primera": 1,
        "segunda": 2,
        "tercera": 3,
        "cuarta": 4,
        "primer": 1,
    }
    numbers |= {"четвёртая": 4, "четвёртый": 4, "première": 1, "un": 1, "une": 1}
    return numbers | _english()


NUMBER_WORDS: Final[dict[str, int]] = _numbers()
"""Cardinal and ordinal number words, to 99 in English and to about twenty elsewhere."""

_ROMAN = lazy(r"(?=[MDCLXVI])M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})", re.IGNORECASE)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def parse_number(word: str) -> int | None:
    """The number that a digit string of up to four digits, a roman numeral or a number word stands for, else None."""
    if word.isdecimal():
        return int(word) if len(word) <= 4 else None
    if len(word) <= 8 and _ROMAN.fullmatch(word) and (word.isupper() or word.islower()):
        return _roman(word.upper())
    return NUMBER_WORDS.get(word.casefold())


def _roman(word: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in word]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


# ---------------------------------------------------------------- heading words

HEADING_WORDS: Final[dict[str, str]] = {
    # word: kind of heading; "part" kinds stand above chapters where both occur
    **dict.fromkeys(
        "chapter chap ch chp chapt chpt kapitel kap chapitre capítulo capitulo cap глава гл capitolo hoofdstuk rozdział kapitola".split(),
        "chapter",
    ),
    **dict.fromkeys("part pt teil partie parte часть deel".split(), "part"),
    **dict.fromkeys("book buch livre libro книга".split(), "book"),
    **dict.fromkeys("volume vol band tome tomo том".split(), "volume"),
    **dict.fromkeys("arc арка arco bogen".split(), "arc"),
    **dict.fromkeys("act acte akt acto акт".split(), "act"),
    **dict.fromkeys("scene szene scène escena сцена".split(), "scene"),
    **dict.fromkeys("episode episodio épisode эпизод folge".split(), "episode"),
    **dict.fromkeys("section abschnitt sección".split(), "section"),
    **dict.fromkeys("verse movement letter track".split(), "section"),
    **dict.fromkeys("drabble vignette".split(), "section"),
}
"""Words that head a numbered section."""

ABOVE_CHAPTERS: Final = frozenset({"part", "book", "volume", "arc", "act"})
"""Kinds that stand above chapters where the text has both."""

NAMED_SECTIONS: Final[dict[str, str]] = {
    # a heading by itself, with or without a title or a number behind it
    **dict.fromkeys(
        ("prologue", "prolog", "prólogo", "prologo", "пролог", "intro", "prelude", "prélude", "präludium"), "prologue"
    ),
    **dict.fromkeys(("epilogue", "epilog", "épilogue", "epílogo", "epilogo", "эпилог"), "epilogue"),
    **dict.fromkeys(
        (
            "interlude",
            "intermission",
            "intermezzo",
            "entr'acte",
            "zwischenspiel",
            "intermède",
            "interludio",
            "интерлюдия",
            "интермедия",
            "антракт",
        ),
        "interlude",
    ),
    **dict.fromkeys(("omake",), "omake"),
    **dict.fromkeys(("coda", "кода"), "coda"),
    **dict.fromkeys(("remix",), "remix"),
    **dict.fromkeys(("side story", "side stories", "sidestory", "nebengeschichte"), "side story"),
    **dict.fromkeys(
        (
            "bonus",
            "bonus chapter",
            "bonus scene",
            "extra",
            "extra chapter",
            "extras",
            "bonuskapitel",
            "chapitre bonus",
            "capítulo extra",
            "бонус",
            "экстра",
            "deleted scene",
            "outtake",
            "outtakes",
        ),
        "bonus",
    ),
    **dict.fromkeys(
        ("foreword", "vorwort", "avant-propos", "prefacio", "предисловие", "introduction", "preface"), "foreword"
    ),
    **dict.fromkeys(("afterword", "nachwort", "postface", "послесловие"), "afterword"),
    **dict.fromkeys(
        (
            "final chapter",
            "last chapter",
            "the final chapter",
            "letztes kapitel",
            "dernier chapitre",
            "último capítulo",
            "последняя глава",
        ),
        "chapter",
    ),
}
"""Headings without a number."""

CERTAIN_SECTIONS: Final = frozenset({"prologue", "epilogue", "omake", "interlude", "side story"})
"""Kinds whose name alone on a line is hardly ever anything but a heading."""

# ---------------------------------------------------------------- calendar and clock

MONTHS: Final[dict[str, int]] = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    )
    for number, name in enumerate(names.split(), 1)
} | {
    "sept": 9,
    "janv": 1,
    "févr": 2,
    "juil": 7,
    "déc": 12,
    "ene": 1,
    "abr": 4,
    "ago": 8,
    "dic": 12,
    "okt": 10,
    "dez": 12,
    "mär": 3,
}
"""Month names and their short forms."""

WEEKDAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo "
    "понедельник вторник среда четверг пятница суббота воскресенье".split()
)
"""Names of weekdays."""

DAY_WORDS: Final[dict[str, str]] = {
    **dict.fromkeys("day tag jour día dia день".split(), "day"),
    **dict.fromkeys("night nacht nuit noche ночь".split(), "day"),
    **dict.fromkeys("week woche semaine semana неделя".split(), "day"),
    **dict.fromkeys("month monat mois mes месяц year jahr année año год".split(), "day"),
}
"""Words that, with a number, head the sections of a diary-like story."""
