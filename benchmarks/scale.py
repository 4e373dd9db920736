"""Growth: time and memory against the length of a story and the number of books.

`python -m benchmarks.scale [--words N]`. Time and memory must grow no faster than the text; what a driver holds must not grow with the
number of books.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.batch import driver
from benchmarks.stories import story

ROOT = Path(__file__).resolve().parent.parent


def cost(command: Sequence[str | Path]) -> tuple[float, float]:
    """CPU seconds and peak MiB of a command."""
    process = subprocess.Popen([str(word) for word in command], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def lengths(longest: int) -> None:
    """One story, ten thousand words and on by fours."""
    print("| words | CPU s | µs a word | peak MiB | growth of time |\n| --- | --- | --- | --- | --- |")
    before: tuple[int, float] | None = None
    words = 10_000
    with tempfile.TemporaryDirectory() as name:
        while words <= longest:
            path = Path(name) / "story.txt"
            path.write_text(story(1, words), encoding="utf-8")
            seconds, peak = cost([sys.executable, "-m", "fic2book", "convert", path, "-o", name, "--to", "epub"])
            growth = f"{math.log(seconds / before[1]) / math.log(words / before[0]):.2f}" if before else ""
            print(f"| {words:,} | {seconds:.2f} | {seconds / words * 1e6:.1f} | {peak:.0f} | {growth} |")
            before = (words, seconds)
            words *= 4


def numbers() -> None:
    """The driver, with more and more books."""
    print("\n| books | CPU µs a book, built by a stub | unchanged | peak MiB |\n| --- | --- | --- | --- |")
    for count in (1_000, 10_000, 50_000, 100_000):
        with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
            built, again = (tuple(map(float, line.split())) for line in driver(Path(name), count))
        print(
            f"| {count:,} | {built[2] / count * 1e6:.0f} | {again[2] / count * 1e6:.0f} | {max(built[3], again[3]):.0f} |"
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=700_000, help="the longest story")
    wanted = parser.parse_args()
    lengths(wanted.words)
    numbers()
    print(f"\npeak of this program: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
