"""The words of Rich Text that the reader knows."""

from __future__ import annotations

import re
from typing import Final

TOKEN: Final = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|'(?P<hex>[0-9a-fA-F]{2})|(?P<symbol>[^a-zA-Z]))"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<feed>[\r\n]+)|(?P<text>[^\\{}\r\n]+)|(?P<end>\\$)",
    re.DOTALL,
)
HIDDEN: Final = frozenset(
    "fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator info header footer headerl headerr headerf "
    "footerl footerr footerf ftnsep ftnsepc aftnsep aftnsepc xe tc bkmkstart bkmkend themedata colorschememapping latentstyles datastore "
    "xmlnstbl mmathPr nonshppict private atrfstart atrfend annotation atnid atnauthor filetbl pntxta pntxtb objdata".split()
)
"""Destinations that hold no text of the document."""

TAKEN: Final = frozenset({"fldinst", "fldrslt", "listtext", "pntext"})
LINK: Final = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
MARKS: Final = {
    "b": "b",
    "i": "em",
    "ul": "u",
    "strike": "s",
    "scaps": "smallcaps",
    "super": "sup",
    "sub": "sub",
    "uld": "u",
    "uldb": "u",
    "ulw": "u",
}
SPECIAL: Final = {
    "emdash": "\N{EM DASH}", "endash": "\N{EN DASH}", "lquote": "\N{LEFT SINGLE QUOTATION MARK}", "rquote": "\N{RIGHT SINGLE QUOTATION MARK}",
    "ldblquote": "\N{LEFT DOUBLE QUOTATION MARK}", "rdblquote": "\N{RIGHT DOUBLE QUOTATION MARK}", "bullet": "\N{BULLET}", "tab": " ",
    "emspace": "\N{EM SPACE}", "enspace": "\N{EN SPACE}", "zwj": "\N{ZERO WIDTH JOINER}", "zwnj": "\N{ZERO WIDTH NON-JOINER}",
}  # fmt: skip
SYMBOLS: Final = {
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
    b"~": "\N{NO-BREAK SPACE}",
    b"_": "\N{NON-BREAKING HYPHEN}",
    b"-": "",
}
ALIGN: Final = {"qc": "center", "qr": "right", "ql": "", "qj": ""}
