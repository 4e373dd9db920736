"""fic2book: turns online stories into EPUBs and printable PDFs, and shows every decision it made.

The way of a story through the package is told in docs/architecture.md; the types it passes through stand in `fic2book.model`.
This module imports nothing, so that ``import fic2book`` costs nothing.
"""

__version__ = "0.1.0"
