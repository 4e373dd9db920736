"""Values that name something elsewhere: a style, a format, a cover design. They are looked up when the collection file is read, so that a
slip of the pen is answered once, with its line, and not by every book that fails of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from fic2book import places
from fic2book.errors import UsageError
from fic2book.hints import nearest

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T.+)?)?)?")
_TAG = re.compile(r"[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*")


def checked(name: str, value: Any, folder: Path) -> Any:
    """`value` as the key `name` has it, a style's folder seen from `folder`. Raises UsageError that says what there is instead."""
    if name == "style":
        value = style_at(value, folder)
    if name == "profile" and value and not Path(value).is_absolute():  # read where the book is set
        value = f"{folder.as_posix()}/{value}"
    state = places.state(f"{value}/style.toml") if name == "style" else None  # which may be edited while we watch
    problem = _problem(name, tuple(value) if isinstance(value, list) else value, state)
    if problem:
        raise UsageError(problem)
    return value


def style_at(style: str, folder: Path) -> str:
    """A style's name as it is, or the way from here to a style of the user's own, which was written as seen from `folder`."""
    own = re.search(r"[./\\]", style) and not Path(style).is_absolute()
    return f"{folder.as_posix()}/{style}" if own else style


@lru_cache(4096)
def _problem(name: str, value: Any, state: places.State | None) -> str:
    """What is wrong with a value, "" for nothing. Each is looked at once: a manifest may repeat it a million times."""
    check = CHECKS.get(name)
    try:
        if check is not None:
            check(value)
    except UsageError as error:
        return str(error)
    return ""


def _style(value: str) -> None:
    from fic2book.styles import load_style

    load_style(value)


def _formats(value: str | tuple[str, ...]) -> None:
    from fic2book.exporters import EXPORTERS

    names = (value,) if isinstance(value, str) else value
    if not names:
        raise UsageError(f"formats is empty. {nearest('', EXPORTERS)}")
    for name in names:
        if name not in EXPORTERS:
            raise UsageError(f"There is no format {name!r}. {nearest(name, EXPORTERS)}")


def _cover(value: str) -> None:
    if value not in {"auto", "none"}:
        from fic2book.covers import DESIGNS

        if value not in DESIGNS:
            raise UsageError(f"There is no cover design {value!r}. {nearest(value, ('auto', 'none', *DESIGNS))}")


def _palette(value: str) -> None:
    if value not in {"", "auto"}:
        from fic2book.covers.colours import find_palette

        find_palette(value)


def _trim(value: str) -> None:
    if value:
        from fic2book.press.geometry import find_trim

        find_trim(value)


def _standard(value: str) -> None:
    from fic2book.press.weasy import STANDARDS

    if value not in STANDARDS:
        raise UsageError(f"There is no PDF standard {value!r}. {nearest(value, STANDARDS)}")


def _impose(value: tuple[tuple[str, Any], ...]) -> None:
    from fic2book.binding.plan import plan_from

    _trim(plan_from(dict(value)).paper)


def _date(value: str) -> None:
    if value and not _is_date(value):
        raise UsageError(f"{value!r} is no date. Write it as 2024-05-01, or 2024-05, or 2024.")


def _is_date(value: str) -> bool:
    try:
        dt.datetime.fromisoformat(value + "-01-01"[len(value) - 4 :])  # a year or a month alone is enough
    except ValueError:
        return False
    return _DATE.fullmatch(value) is not None


def _language(value: str) -> None:
    if value and not _TAG.fullmatch(value):
        raise UsageError(f"{value!r} is no language tag. Write it as en, pt-BR or zh-Hant.")


def _breaks(value: float) -> None:
    if not 0 <= value <= 1:
        raise UsageError(f"{value:g} should lie between 0 and 1.")


CHECKS: Final[dict[str, Callable[[Any], None]]] = {
    "style": _style,
    "formats": _formats,
    "cover": _cover,
    "palette": _palette,
    "trim": _trim,
    "standard": _standard,
    "impose": _impose,
    "date": _date,
    "language": _language,
    "breaks": _breaks,
}
"""What a key's value must pass; each raises UsageError."""
