"""Ratings of every archive, read to one scale: General, Teen, Mature, Explicit, Not Rated.

The scale is that of the largest archive. MPAA "R" is its Mature and "NC-17" its Explicit; fanfiction.net's K and K+ are General, T Teen,
M Mature, MA Explicit; "FR" ratings name the youngest reader's age.
"""

from __future__ import annotations

from typing import Final

from fic2book.lazy import lazy

RATINGS: Final[dict[str, str]] = {
    **dict.fromkeys(
        "g|k|k+|u|general|general audiences|general audience|all ages|everyone|e for everyone|for everyone|all|gen|fiction k|fiction k+|frk|frc|fr-k|worksafe|p6|p12 slash|ab 6|ab 0|ab 12|p 12|p12|"
        "tout public|tous publics|todo público|para todos|ohne altersbeschränkung|0+|6+".split("|"),
        "General",
    ),
    **dict.fromkeys(
        "pg|pg-13|pg13|pg 13|pg-14|pg-15|pg15|t|teen|teens|teen and up|teen and up audiences|teen & up|12|12a|13|13+|14+|15|12+|fr-13|fr13|fr-15|fr15|frt|fr-t|fiction t|light r|12 und älter|"
        "ab 16|p16|p 16|p16 slash|ados|adolescents|adolescentes".split("|"),
        "Teen",
    ),
    **dict.fromkeys(
        "r|m|mature|mature audiences|16+|16|17+|frm|fr-m|fr-17|fr17|fiction m|hard r|soft r|r-ish|m for mature|erwachsene|maduro|adulte|p18|ab 18".split(
            "|"
        ),
        "Mature",
    ),
    **dict.fromkeys(
        "nc-17|nc17|nc 17|nc-18|nc-21|nc21|x|xxx|ma|e|explicit|adult|adults only|adult only|fr-18|fr18|frao|frao-|frmao|fr-ao|18|18+|21|21+|ao|m+|nsfw|smut|explicite|explícito|p18 slash|ab 18 avl|p18-avl|p18 avl".split(
            "|"
        ),
        "Explicit",
    ),
    **dict.fromkeys("not rated|unrated|none|nr|no rating|not yet rated|n/a|без рейтинга".split("|"), "Not Rated"),
}
"""A rating as written, casefolded → the rating on our scale."""

_ORDER = ("General", "Teen", "Mature", "Explicit")
_FIRST = lazy(r"[\w+]+(?:[- ]?\d+\+?)?")
_SPLIT = lazy(r"\s*(?:[,;/(\[]|\bto\b|\bfor\b|\bfür\b|\s[-\N{EN DASH}\N{EM DASH}]\s|\band\b|\bbis\b)\s*")


def normal_rating(written: str) -> str:
    """The rating on our scale, "" when `written` names none. Of "PG-13 to NC-17" the highest counts."""
    plain = " ".join(
        written.casefold().replace("\N{NON-BREAKING HYPHEN}", "-").replace("\N{EN DASH}", "-").split()
    ).strip(" .!*\"'")
    plain = plain.removeprefix("rated ").removeprefix("fiction ").strip()
    if plain in RATINGS:
        return RATINGS[plain]
    found = [RATINGS[piece.strip(" .!)")] for piece in _SPLIT.split(plain[:80]) if piece.strip(" .!)") in RATINGS]
    scaled = [rating for rating in found if rating in _ORDER]
    if scaled:
        return max(scaled, key=_ORDER.index)
    if found:
        return found[0]
    match = _FIRST.match(plain)
    return RATINGS.get(match.group(), "") if match else ""
