"""The held-back part, out of sight but not secret.

Its masters and pools are kept as compressed text in base64, so that nobody meets their wording by searching the repository. Whoever tunes
the cleaner does not open them; whoever changes the corpus does so with

    python -m benchmarks.structure.sealed open DIR      write the plain files
    python -m benchmarks.structure.sealed close DIR     seal them again
"""

from __future__ import annotations

import base64
import sys
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent


def seal(text: str) -> str:
    """The sealed form of a text: base64 lines."""
    return base64.encodebytes(zlib.compress(text.encode(), 9)).decode("ascii")


def unseal(text: str) -> str:
    """The text that was sealed."""
    return zlib.decompress(base64.decodebytes(text.encode("ascii"))).decode()


def texts(split: str) -> dict[str, str]:
    """All plain files of a split by their path within it, in order."""
    root = HERE / split
    plain = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if is_plain(path)}
    for path in root.rglob("*.sealed"):
        plain[path.relative_to(root).as_posix().removesuffix(".sealed")] = unseal(path.read_text("ascii"))
    return dict(sorted(plain.items()))


def is_plain(path: Path) -> bool:
    """Whether a file belongs to a split as it stands."""
    return path.suffix in {".txt", ".toml"}


def main(arguments: list[str]) -> None:
    """Open or close the held-back part."""
    action, folder = arguments
    outside = Path(folder)
    if action == "open":
        for name, text in texts("held").items():
            target = outside / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
    elif action == "close":
        for path in sorted(path for path in outside.rglob("*") if is_plain(path)):
            target = HERE / "held" / f"{path.relative_to(outside).as_posix()}.sealed"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(seal(path.read_text("utf-8")), "ascii")
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
