"""Python's cycle collector, stopped while a stage makes hundreds of thousands of tuples and no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """The collector stopped: it would search all that was made so far again and again, and find nothing.

    Measured on 3.6 MB of wrapped text: 0.66 s of CPU time to read it instead of 1.18; of a layout by WeasyPrint it is an eighth.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
