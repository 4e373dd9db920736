"""The name under which detectors know `fic2book.lazy`."""

from __future__ import annotations

from fic2book.lazy import lazy

__all__ = ["lazy"]
