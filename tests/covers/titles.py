"""Titles that covers must carry: lengths and scripts."""

from __future__ import annotations

from typing import Final

LONG_TITLE: Final = (
    "In which the Captain, having lost the ship, the map and her patience, accepts the help of a librarian who knows more "
    "than he says; together they cross the marshes, quarrel about tea, mislay a horse, find a kingdom that nobody has asked "
    "for, and give it back, slightly used, to an owner who had been under the impression that it was still safely locked in "
    "a drawer at home, between the good spoons and a letter he never sent"
)[:400]

TITLES: Final = {
    "one letter": "I",
    "one word": "Ashes",
    "sixty characters": "The Long Winter of the Second Star and What Came Afterwards",
    "four hundred characters": LONG_TITLE,
    "one word without end": "W" * 400,
    "Cyrillic": "Зимняя дорога к морю",
    "Greek": "Ο δρόμος για τη θάλασσα",
    "Hebrew": "שיר של שנים עשר לילות",
    "Arabic": "ألف ليلة وليلة في المدينة",
    "Japanese": "雨の日の図書館で、君を待つ",
    "emoji": "Two Hearts 🌙 One Sky ❤️",
    "punctuation": "“What’s Past…” — Part 1",
}
"""Name of what is tried, and the title."""
