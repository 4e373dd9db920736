"""Reading systems and what each is known to get wrong: one table of devices, one table of quirks.

`DEVICES` says what an EPUB for a device looks like and is read in one place, `fic2book.exporters.epub`. `QUIRKS` says why, with the
source of each claim; `fic2book.linter` names its findings by the same codes.
"""

from __future__ import annotations

from typing import Final

from fic2book.errors import UsageError
from fic2book.hints import did_you_mean
from fic2book.records import dataclass

MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Device:
    """How a book is packed for one family of reading systems."""

    name: str
    title: str
    suffix: str = ".epub"
    cover_page: bool = True  # a page that shows the cover, besides the picture named as cover
    spans: bool = False  # every sentence in a span of Kobo's
    specified_fonts: bool = False  # tell Apple Books to honour embedded fonts
    unknown_language: str = "und"  # written when nobody knows the language
    largest: int = 200 * MEGABYTE  # bytes the device or its way of delivery takes


@dataclass(frozen=True, slots=True)
class Quirk:
    """Something a reading system trips over: what goes wrong, what to do, where that is known from."""

    code: str
    devices: tuple[str, ...]  # names of devices it matters to; () for all
    trouble: str
    remedy: str
    source: str

    def concerns(self, device: str) -> bool:
        """Whether the quirk matters on `device`; every quirk matters to a book for all of them."""
        return not self.devices or device == "generic" or device in self.devices


DEVICES: Final[dict[str, Device]] = {
    "generic": Device("generic", "any reading system"),
    "kindle": Device("kindle", "Amazon Kindle", cover_page=False, unknown_language="en", largest=50 * MEGABYTE),
    "kobo": Device("kobo", "Rakuten Kobo", suffix=".kepub.epub", spans=True, largest=100 * MEGABYTE),
    "apple": Device("apple", "Apple Books", specified_fonts=True),
}


def find_device(name: str) -> Device:
    """The device of that name. Raises UsageError that names the nearest one."""
    if name not in DEVICES:
        raise UsageError(f"There is no device {name!r}.{did_you_mean(name, DEVICES)} Devices: {', '.join(DEVICES)}.")
    return DEVICES[name]


QUIRKS: Final[tuple[Quirk, ...]] = (
    Quirk(
        "no-declaration",
        ("kindle",),
        "A page without an XML declaration is read as ISO-8859-1: quotation marks and accents turn into several wrong signs.",
        'Begin every XHTML, OPF and NCX file with <?xml version="1.0" encoding="utf-8"?>.',
        "github.com/innocenat/kindle-epub-fix, README",
    ),
    Quirk(
        "bad-language",
        ("kindle", "apple"),
        "Send to Kindle refuses a book (E999) whose language is missing or is no BCP 47 tag; Apple Books shows only the first screen of "
        "each chapter when there are blanks around the tag.",
        "Write one plain tag such as en or en-GB in dc:language.",
        "github.com/crocodilestick/Calibre-Web-Automated issue 382; github.com/auto-novel/auto-novel issue 85",
    ),
    Quirk(
        "cover-not-jpeg",
        ("kindle", "apple"),
        "Apple Books does not show some PNG covers, and Kindle's library converts them badly.",
        "Store the cover as baseline JPEG.",
        "github.com/gutenbergtools/ebookmaker issue 234; Kindle Publishing Guidelines, Cover Image Guidelines",
    ),
    Quirk(
        "no-cover",
        (),
        "The library shows a blank or an invented cover.",
        'Give one picture of the manifest properties="cover-image", and name it in <meta name="cover"/> for older readers.',
        "EPUB 3.3, section D.6.1 (cover-image); Kindle Publishing Guidelines, 3.2.2",
    ),
    Quirk(
        "no-cover-property",
        ("kobo",),
        "Kobo and other EPUB 3 readers find the cover only by the property cover-image.",
        'Add properties="cover-image" to the picture\'s manifest item.',
        "github.com/kobolabs/epub-spec, README, Cover Images",
    ),
    Quirk(
        "cover-page",
        ("kindle",),
        "Kindle makes a cover page from the picture; a page of our own shows the cover twice.",
        "Leave the cover page out of the spine.",
        "Kindle Publishing Guidelines, 3.2.3: the cover must not appear twice",
    ),
    Quirk(
        "too-big",
        (),
        "Delivery refuses the file: Send to Kindle by mail takes 50 MB.",
        "Use fewer or smaller pictures, or leave fonts out.",
        "Amazon, Send to Kindle help; github.com/input-output-hk/mastering-cardano issue 47: 134 MB failed, under 50 MB passed",
    ),
    Quirk(
        "big-page",
        ("kobo",),
        "Pages beyond about 300 kB open slowly or not at all on older e-ink readers.",
        "Split the page at a scene break.",
        "Adobe RMSDK limit, as calibre's --flow-size help gives it (260 kB)",
    ),
    Quirk(
        "unsafe-name",
        ("kobo", "apple"),
        "File names with blanks, colons or signs beyond ASCII break reading progress on Kobo and links elsewhere.",
        "Name files with ASCII letters, digits, full stop, hyphen and underscore only.",
        "github.com/pgaskin/kepubify issue 87; OCF 3.3, section 4.2.3",
    ),
    Quirk(
        "colon-in-id",
        ("apple",),
        "An id with a colon is no XML name; Apple Books and strict parsers drop the page.",
        "Use letters, digits, hyphen, full stop and underscore in ids.",
        "github.com/knighty/fimfiction-issues issue 317",
    ),
    Quirk(
        "hard-colour",
        (),
        "Text with a colour of its own becomes unreadable in night mode.",
        "Leave color and background-color of running text to the reader.",
        "github.com/readest/readest issue 1197; github.com/dteviot/WebToEpub issues 176 and 2782",
    ),
    Quirk(
        "no-kobo-spans",
        ("kobo",),
        "Without koboSpan elements Kobo's own renderer keeps no exact place, highlights or statistics.",
        "Build with --device kobo, which wraps every sentence.",
        "github.com/pgaskin/kepubify; wiki.mobileread.com/wiki/Kepub",
    ),
    Quirk(
        "kepub-name",
        ("kobo",),
        "Kobo opens a file as kepub only when its name ends in .kepub.epub.",
        "Rename the file.",
        "wiki.mobileread.com/wiki/Kepub",
    ),
    Quirk(
        "no-specified-fonts",
        ("apple",),
        "Apple Books ignores embedded fonts unless the package asks for them.",
        'Add <meta property="ibooks:specified-fonts">true</meta> with its prefix, and META-INF/com.apple.ibooks.display-options.xml.',
        "Apple Books Asset Guide, Fonts; github.com/dita4publishers/org.dita4publishers.epub issue 86",
    ),
    Quirk(
        "no-ncx",
        ("kindle", "kobo"),
        "Older readers know no nav document and show no contents.",
        "Add an NCX beside it.",
        "EPUB 3.3, section D.2 (legacy features)",
    ),
    Quirk(
        "remote-resource",
        (),
        "Pictures or styles on the web are not loaded, and tell a server what is read when they are.",
        "Put the file into the book.",
        "EPUB 3.3, section 3.6 (resource locations)",
    ),
    Quirk(
        "script",
        ("kindle", "kobo"),
        "Scripts are switched off or refused on e-ink readers.",
        "Leave scripts and event handlers out.",
        "Kindle Publishing Guidelines: scripts are not supported; they are stripped on conversion",
    ),
)
