"""Lines that WeasyPrint ends after their first word although more would fit.

It happens where a stretch of text fits its line but for the blank at its end, and marked words follow: the words are taken for too wide,
and the first of them is left alone. With room for the blank the stretch is taken whole, and whoever asked sees to the blank, as he does
for every line. Seen in WeasyPrint 70.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf
from typing import Any, Final

BLANK: Final = 0.6
"""Ems that a blank may be wide, in a typewriter face."""

HALF: Final = 0.5
"""Share of the width below which a line looks broken; a long word that cannot be parted may leave as little."""

Split = Callable[..., tuple[Any, ...]]


def mended(split: Split) -> Split:
    """`split_first_line` that looks again at lines it ended before their middle."""

    def split_again(
        text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **more: Any
    ) -> tuple[Any, ...]:
        found = split(text, style, context, max_width, *rest, **more)
        _, _, resume, width, *_ = found
        if resume is None or not max_width or max_width == inf or width > HALF * max_width or text[-1:] != " ":
            return found
        whole = split(text, style, context, max_width + BLANK * style["font_size"], *rest, **more)
        return whole if whole[2] is None else found

    return split_again


@contextmanager
def mended_lines() -> Iterator[None]:
    """Has WeasyPrint look again while the block runs; nothing changes where it keeps the function elsewhere."""
    from weasyprint.layout import inline

    original = getattr(inline, "split_first_line", None)
    if original is None:
        yield
        return
    inline.split_first_line = mended(original)
    try:
        yield
    finally:
        inline.split_first_line = original
