"""Pictures of every packaged style for docs/styles.md: `python -m scripts.specimens` writes docs/specimens/*.png.

Each shows a chapter's opening and the page after it, as the PDF exporter sets them. Needs pdftoppm (Debian: poppler-utils).
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PIL import Image

from fic2book.exporters.pdf import export
from fic2book.model import Block, Book, Break, Chapter, Metadata, Part, Run, Scene, Settings, Source, Span
from fic2book.render import render
from fic2book.styles import style_names

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "specimens"
HEIGHT: Final = 430
GREYS: Final = 12
LARGEST: Final = 60_000
GAP: Final = 8

FIRST: Final = (
    (
        "The harbour lamp had been lit every evening for a hundred and eleven years, and nobody in Sable Reach could say who paid for"
        " the oil. It came in tins without a label, on the first of the month, and stood on the step like a cat that expects to be let in."
    ),
    "“You might ask,” said Wren, who had been keeper for nine days.",
    (
        "“I might,” said her aunt, “and then it might stop.” She wound the clock as she spoke, eleven turns and no more, and set it back"
        " upon its shelf between the almanac and the jar of sea glass."
    ),
    (
        "So Wren did not ask. She trimmed the wick, and polished the brass, and learned the names of the rocks in the order in which they"
        " killed: the Abbot, the Abbot’s Wife, the Three Clerks, the Quiet One. On clear nights she counted the boats home. On the others"
        " she counted the strokes of the bell, and wrote them in the book, and did not sleep."
    ),
    (
        "It was the Quiet One that troubled her. The others broke the water and could be seen; this one lay a fathom under, smooth as a"
        " loaf, and in all the years of the lamp it had not touched a keel. Her aunt said that it was waiting. Her aunt said that of most"
        " things."
    ),
)
SECOND: Final = (
    (
        "The letter came with the oil. It was folded small and had been wet, and the ink had run into the shape of an island that is on"
        " no chart she owned."
    ),
    "“Dear keeper,” it began, “we have seen your light.”",
    (
        "She read it on the step, and again in the lamp room with the door shut, and a third time aloud, to hear whether it would sound"
        " like a joke. It did not. It sounded like somebody who has rowed a long way, and is not sure of the welcome, and has brought"
        " what there was to bring."
    ),
    "Beyond the glass the sea had gone flat and grey. A gull walked along the rail as if it had been sent to see about the paint.",
)
THIRD: Final = (
    "By the spring there were three letters in the jar with the sea glass, and Wren had stopped being surprised by any of it.",
    "“You never told me that they answer,” she said.",
    "“You never asked,” said her aunt, and wound the clock.",
) * 4


def sample() -> Book:
    """One chapter of a tale written for the purpose."""

    def blocks(lines: Sequence[str]) -> tuple[Block, ...]:
        return tuple(Block("paragraph", (Run(line, Span(0, 0)),), Span(0, 0)) for line in lines)

    scenes = (
        Scene(blocks(FIRST)),
        Scene(blocks(SECOND), Break("soft", Span(0, 0))),
        Scene(blocks(THIRD), Break("hard", Span(0, 0))),
    )
    heading = (Block("heading", (Run("The Quiet One", Span(0, 0)),), Span(0, 0), level=1),)
    chapters = (Chapter("chapter", heading, scenes), Chapter("chapter", heading, scenes))
    known = Metadata(title="The Keeper of Sable Reach", authors=("Mara Lindqvist",), language="en")
    return Book(
        known,
        (Part(known, chapters, (), Source("sample.txt", "text", "")),),
        (),
        "urn:uuid:specimen",
        "2024-01-01T00:00:00Z",
    )


def opening_page(pdf: Path) -> int:
    """The number of the page the first chapter opens on."""
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return next(number for number, page in enumerate(text.split("\f"), 1) if "harbour lamp" in page.lower())


def spread(data: bytes) -> bytes:
    """Two facing pages as a small grey PNG."""
    with tempfile.TemporaryDirectory() as name:
        pdf = Path(name) / "book.pdf"
        pdf.write_bytes(data)
        first = opening_page(pdf)
        subprocess.run(
            [
                "pdftoppm",
                "-gray",
                "-r",
                "150",
                "-png",
                "-f",
                str(first),
                "-l",
                str(first + 1),
                pdf,
                Path(name) / "page",
            ],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        pages = [Image.open(file).convert("L") for file in sorted(Path(name).glob("page*.png"))]
    pages = [
        page.resize((round(page.width * HEIGHT / page.height), HEIGHT), Image.Resampling.LANCZOS) for page in pages
    ]
    picture = Image.new("L", (sum(page.width + GAP for page in pages) + GAP, HEIGHT + 2 * GAP), 200)
    left = GAP
    for page in pages:
        picture.paste(page, (left, GAP))
        left += page.width + GAP
    stored = io.BytesIO()
    picture.quantize(GREYS, dither=Image.Dither.NONE).save(stored, "PNG", optimize=True)
    return stored.getvalue()


def main() -> None:
    """Write one picture for each style; complain about one that has grown too large for the repository."""
    book = sample()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for style in style_names():
        settings = Settings(style=style)
        picture = spread(export(book, render(book, settings), None, settings)[0].data)
        (FOLDER / f"{style}.png").write_bytes(picture)
        print(f"{style}: {len(picture) / 1000:.0f} kB")
        if len(picture) > LARGEST:
            sys.exit(f"The specimen of {style} is larger than {LARGEST // 1000} kB.")


if __name__ == "__main__":
    main()
