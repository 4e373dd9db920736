"""How fast a story becomes a book, beside other tools on the same story in the same run.

`python -m benchmarks.speed [STORY…]` prints a table of wall time (median), CPU time and peak memory of fic2book, pandoc and calibre; then
what starting fic2book costs, and how fast text is read, cleaned, assembled and proved in one process. Stories default to the samples and,
where they are at hand, the real ones in ../shared/stories. Trust the ratios: the seconds are this machine's.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5


@dataclass(frozen=True)
class Cost:
    """Seconds of wall and CPU time (medians) and peak memory in MiB of one command."""

    wall: float
    cpu: float
    peak: float


def measure(command: Sequence[str | Path], rounds: int = ROUNDS) -> Cost | None:
    """The cost of a command, None when it fails or is not installed."""
    walls, cpus, peaks = [], [], []
    for _ in range(rounds):
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except FileNotFoundError:
            return None
        _, status, usage = os.wait4(process.pid, 0)
        walls.append(time.perf_counter() - start)
        if status != 0:
            return None
        cpus.append(usage.ru_utime + usage.ru_stime)
        peaks.append(usage.ru_maxrss / 1024)
    return Cost(statistics.median(walls), statistics.median(cpus), max(peaks))


def rivals(story: Path, folder: Path) -> dict[str, list[str | Path]]:
    """Commands that make a book of `story`."""
    ours: list[str | Path] = [sys.executable, "-m", "fic2book", "convert", story, "-o", folder, "--to"]
    return {
        "fic2book EPUB": [*ours, "epub"],
        "fic2book EPUB, no cover": [*ours, "epub", "--cover", "none"],
        "fic2book PDF": [*ours, "pdf"],
        "pandoc EPUB": ["pandoc", story, "-o", folder / "pandoc.epub", "--metadata", "title=Story"],
        "calibre EPUB": ["ebook-convert", story, folder / "calibre.epub"],
    }


def table(stories: Sequence[Path]) -> None:
    """Print wall seconds, CPU seconds and peak memory for every story and tool, and wall time as a multiple of pandoc's."""
    print(f"| story | tool | wall s | CPU s | peak MiB | × pandoc |\n|---|---|{'---:|' * 4}")
    for story in stories:
        with tempfile.TemporaryDirectory() as name:
            costs = {tool: measure(command) for tool, command in rivals(story, Path(name)).items()}
        base = costs["pandoc EPUB"]
        for tool, cost in costs.items():
            if cost is None:
                print(f"| {story.stem[:24]} | {tool} | – | – | – | – |")
                continue
            ratio = f"{cost.wall / base.wall:.2f}" if base else "–"
            print(f"| {story.stem[:24]} | {tool} | {cost.wall:.3f} | {cost.cpu:.3f} | {cost.peak:.0f} | {ratio} |")


def start_up() -> None:
    """Print what starting Python, importing the package and asking for help cost."""
    for label, command in {
        "python": [sys.executable, "-c", "pass"],
        "import fic2book": [sys.executable, "-c", "import fic2book"],
        "import fic2book.build": [sys.executable, "-c", "import fic2book.build"],
        "fic2book --help": [sys.executable, "-m", "fic2book", "--help"],
    }.items():
        cost = measure(command, 9)
        if cost:
            print(f"| {label} | {cost.wall * 1000:.0f} ms | {cost.cpu * 1000:.0f} ms CPU | {cost.peak:.0f} MiB |")


def throughput(story: Path, size: int = 4_000_000) -> None:
    """Print megabytes of plain text a second through read, clean, assemble and prove, and through pandoc's reader."""
    from fic2book.assembler import assemble
    from fic2book.cleaner import clean
    from fic2book.ledger import prove_book
    from fic2book.model import Job
    from fic2book.readers import read

    once = story.read_bytes() + b"\n\n"
    data = once * (size // len(once) + 1)
    start = time.process_time()
    prove_book(assemble([clean(read("novel.txt", data))], Job("novel", ())))
    ours = time.process_time() - start
    print(f"read, clean, assemble, prove: {len(data) / 1e6 / ours:.2f} MB/s", end="")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "novel.txt"
        path.write_bytes(data)
        cost = measure(["pandoc", "-f", "markdown", "-t", "plain", path, "-o", Path(name) / "out.txt"], 1)
    if cost:
        print(f"; pandoc -t plain: {len(data) / 1e6 / cost.cpu:.2f} MB/s; ratio {cost.cpu / ours:.1f}", end="")
    print(f"; peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def main(arguments: Sequence[str]) -> None:
    """Run every measurement."""
    shared = sorted((ROOT.parent / "shared" / "stories").glob("*.txt"))
    stories = [Path(name) for name in arguments] or [ROOT / "sources" / "captions-and-stars.txt", *shared]
    for tool in ("pandoc", "ebook-convert"):
        if shutil.which(tool) is None:
            print(f"{tool} is not installed; make bench-tools installs it", file=sys.stderr)
    table(stories)
    print()
    start_up()
    print()
    throughput(stories[-1] if arguments else ROOT / "sources" / "captions-and-stars.txt")


if __name__ == "__main__":
    main(sys.argv[1:])
