"""What each passage of a manuscript may be: every detector looks at the `Document` and proposes.

Detectors only propose. Each row of DETECTORS is a function from a `Document` to findings; later rows may look at what earlier rows
proposed (`Document.found`). docs/detectors.md shows how to add one. The other modules of this folder are what detectors read with:
labels, dates, bylines, the words of sites and of writers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from fic2book.cleaner.detectors.boxes import find_boxes
from fic2book.cleaner.detectors.breaks import find_breaks
from fic2book.cleaner.detectors.captions import find_captions
from fic2book.cleaner.detectors.chrome import find_chrome
from fic2book.cleaner.detectors.chrome_unmet import find_unmet
from fic2book.cleaner.detectors.contents import find_contents
from fic2book.cleaner.detectors.dates import find_dates
from fic2book.cleaner.detectors.dedications import find_dedications
from fic2book.cleaner.detectors.disclaimers import find_disclaimers
from fic2book.cleaner.detectors.ends import find_ends
from fic2book.cleaner.detectors.fields import find_fields
from fic2book.cleaner.detectors.gaps import find_gaps
from fic2book.cleaner.detectors.headings import find_headings
from fic2book.cleaner.detectors.notes import find_notes
from fic2book.cleaner.detectors.summaries import find_summaries
from fic2book.cleaner.detectors.title_below import find_titles_below
from fic2book.cleaner.detectors.titles import find_titles
from fic2book.cleaner.document import Document
from fic2book.model import Finding

Detector = Callable[[Document], Iterable[Finding]]

DETECTORS: Final[dict[str, Detector]] = {
    "headings": find_headings,
    "breaks": find_breaks,
    "fields": find_fields,
    "boxes": find_boxes,
    "dates": find_dates,
    "chrome": find_chrome,
    "titles": find_titles,
    "ends": find_ends,
    "contents": find_contents,
    "captions": find_captions,
    "disclaimers": find_disclaimers,
    "unmet chrome": find_unmet,
    "notes": find_notes,
    "dedications": find_dedications,
    "titles below": find_titles_below,
    "summaries": find_summaries,
    "gaps": find_gaps,
}
"""Every detector, in the order in which they run."""
