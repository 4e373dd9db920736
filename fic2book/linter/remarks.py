"""What the linter says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fic2book.devices import QUIRKS, Quirk

SEVERITIES: Final = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Remark:
    """One complaint: a stable code, where, what goes wrong and what to do about it."""

    code: str
    severity: str  # error: the book is broken; warning: some reader trips; info: good to know
    place: str  # file within the book, with a line where known
    trouble: str
    remedy: str
    source: str = ""  # where the claim is known from

    def __str__(self) -> str:
        place = f" {self.place}:" if self.place else ""
        return f"{self.severity} {self.code}:{place} {self.trouble} {self.remedy}".rstrip()


_QUIRKS: Final[dict[str, Quirk]] = {quirk.code: quirk for quirk in QUIRKS}


def quirk_remark(code: str, place: str, detail: str = "", severity: str = "warning") -> Remark:
    """A remark in the words of the quirk of that code; `detail` says what was found."""
    quirk = _QUIRKS[code]
    trouble = f"{detail} {quirk.trouble}".strip()
    return Remark(code, severity, place, trouble, quirk.remedy, quirk.source)


def concerns(code: str, device: str) -> bool:
    """Whether the quirk of that code matters on `device`."""
    return _QUIRKS[code].concerns(device)
