"""Content streams made small before WeasyPrint writes them: each glyph is spelled once, and each stream is deflated once.

WeasyPrint writes a kerning of nought after nearly every glyph, deflates at the slowest level, and does so a second time for the file's
identifier: a fifth of the time that a novel takes.
"""

from __future__ import annotations

import re
import zlib
from typing import Any, Final

NOUGHT: Final = re.compile(rb"(?<=[\da-f])>0?<(?=[\da-f>])")
"""Between two strings of glyphs: no distance, so they may as well be one."""

EMPTY: Final = re.compile(rb"<>(?=[\]\s-]|\d)")
"""A string without glyphs, beside a distance or at the end of its array."""

LEVEL: Final = 6
"""Of deflate. The slowest makes a novel smaller by a hundredth and takes three times as long."""


def squeeze(pdf: Any) -> None:
    """Deflate the streams of a `pydyf.PDF`, those of its pages spelled shortly."""
    pages = {int(pdf.objects[number]["Contents"].split()[0]) for number in pdf.pages["Kids"][::3]}
    for number, item in enumerate(pdf.objects):
        if getattr(item, "compress", False):
            item.compress = False
            content = item.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
            item.stream = [zlib.compress(shorten(content) if number in pages else content, LEVEL)]
            item.extra = {**item.extra, "Filter": "/FlateDecode"}


def shorten(content: bytes) -> bytes:
    """The operators of a page, drawing the very same in fewer bytes."""
    return EMPTY.sub(b" ", NOUGHT.sub(b"", content))
