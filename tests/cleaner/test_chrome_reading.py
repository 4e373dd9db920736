"""How much a line alone reads like a site's."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.furniture.fit import fit, lines, written
from fic2book.cleaner.detectors.chrome_reading import LONGEST, MOST, NOTHING, read_line
from fic2book.cleaner.weights import ACT, WEIGHTS
from fic2book.model import Span

WEIGHED = Path(__file__).parents[2] / "fic2book" / "cleaner" / "chrome_weights.py"


@pytest.mark.parametrize(
    "line",
    [
        "She put the kettle on.",
        "“Log in,” he said.",
        "It was raining when they reached the station, and nobody had told the horses.",
        "Chapter Four: The Search",
        "Thank you for reading, and please be kind to the goat.",
        "Der Regen hörte nicht auf.",
        "Il n’y avait personne.",
        "Никто не ответил.",
    ],
)
def test_lines_of_a_text_do_not_read_like_a_sites(line: str):
    assert read_line(line).odds < 0


@pytest.mark.parametrize(
    "line",
    [
        "Log in or register to leave a review (14 reviews)",
        "Powered by Inkpot 3.1 © 2004",
        "Beiträge: 214 · Registriert seit: 03.02.2007",
        "Connexion | Inscription | Aide",
        "Responder con cita",
        "Сообщений: 312 | Зарегистрирован: 12.03.2006",
    ],
)
def test_lines_of_unmet_sites_do(line: str):
    reading = read_line(line)
    assert reading.odds > 0
    assert reading.reasons


def test_nothing_and_a_page_of_text_are_no_line():
    assert read_line("") == NOTHING == read_line("log in " * LONGEST)


def test_the_look_alone_makes_no_line_a_sites():
    evidence = read_line("Login | Register | Search | Help | Members | Reviews (14)").evidence(Span(0, 1))
    assert evidence.weight == MOST
    assert evidence.weight + WEIGHTS["zone.amid"].value < ACT
    assert "“login”" in evidence.note


@pytest.mark.slow
def test_the_weights_are_those_that_the_lines_give():
    """Whoever changes a line or a shape runs ``python -m benchmarks.furniture.fit --write``."""
    assert written(fit(lines())) == WEIGHED.read_text(encoding="utf-8")
