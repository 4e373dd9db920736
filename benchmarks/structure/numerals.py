"""Numbers as headings write them."""

from __future__ import annotations

ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
WORDS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve".split(),
    "fr": "zéro premier deux trois quatre cinq six sept huit neuf dix onze douze".split(),
    "ru": "ноль первая вторая третья четвёртая пятая шестая седьмая восьмая девятая десятая".split(),
}
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()


def forms(number: int, language: str) -> dict[str, str]:
    """Every way a heading may write `number`, by placeholder."""
    word = WORDS.get(language, WORDS["en"])[number].capitalize()
    return {
        "n": str(number),
        "word": word,
        "WORD": word.upper(),
        "roman": ROMAN[number],
        "ROMAN": ROMAN[number],
        "Ordinal": ORDINALS[number].capitalize(),
    }
