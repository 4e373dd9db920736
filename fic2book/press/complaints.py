"""What WeasyPrint and its libraries complain about, kept from the terminal and told in a few sentences."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from fic2book.model import Notice

FEW: Final = 3
"""Complaints that are told one by one; a broken stylesheet brings forth dozens."""

HIDDEN: Final = "on no page: "
"""Begins what is remembered of a passage that no page shows."""


@contextmanager
def collected() -> Iterator[list[str]]:
    """Collects what the libraries log at warning level or above, instead of letting it reach the terminal."""
    complaints: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            complaints.append(record.getMessage())

    collector = Collector(logging.WARNING)
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(collector)
        logger.propagate = False
    try:
        yield complaints
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(collector)
            logger.propagate = propagate


def notices(complaints: tuple[str, ...]) -> tuple[Notice, ...]:
    """What WeasyPrint complained about, the first few things one by one; and what no page shows, in one sentence."""
    told = dict.fromkeys(complaints)
    hidden = [complaint.removeprefix(HIDDEN) for complaint in told if complaint.startswith(HIDDEN)]
    said = [f"WeasyPrint: {complaint}" for complaint in told if not complaint.startswith(HIDDEN)]
    if len(said) > FEW:
        said[FEW - 1 :] = [f"{said[FEW - 1]} And {len(said) - FEW} more complaints of the kind."]
    made = [Notice("print-warning", sentence, severity="warning") for sentence in said]
    if hidden:
        one = len(hidden) == 1
        what, them = ("A passage is", "it") if one else (f"{len(hidden)} passages are", "them")
        verbs = f"hides {them}, shrinks {them} away or moves {them} off the paper"
        sentence = f"{what} not whole on any page: the style's own CSS {verbs}. The first is"
        made.append(Notice("words-hidden", sentence, where=hidden[0][:60], severity="warning"))
    return tuple(made)
