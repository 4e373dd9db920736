"""The program of a worker process: jobs come in by standard input, outcomes go out by standard output, one after the other.

``python -m fic2book.executors.child BUILDER SECONDS MEGABYTES``. It ends when its input does, which is when its parent closes it or
dies.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from math import ceil

from fic2book.executors import find_builder

READY = "ready"
"""The first thing a worker says: a book's time begins after that, not while Python starts."""


def serve(builder: str, seconds: float, megabytes: int) -> None:
    """Build until there is no more input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    outcomes = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not print among the outcomes
    build = find_builder(builder)
    bound_memory(megabytes)
    gc.freeze()  # what is loaded stays; collecting looks only at what a book makes
    pickle.dump(READY, outcomes)
    outcomes.flush()
    while True:
        try:
            job = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
        except EOFError:
            return
        bound_time(seconds)
        pickle.dump(build(job), outcomes, protocol=5)
        outcomes.flush()


def bound_memory(megabytes: int) -> None:
    """Let this process have no more address space; asking for more is then a MemoryError. No bound where the system knows none."""
    try:
        import resource
    except ImportError:  # Windows
        return
    if megabytes:
        limit = megabytes * 1024 * 1024
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def bound_time(seconds: float) -> None:
    """End this process if the next book takes twice its time: the parent's own clock stops at the first, but a parent may be dead."""
    try:
        import resource
    except ImportError:  # Windows
        return
    if seconds:
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = ceil(used.ru_utime + used.ru_stime + 2 * seconds + 1)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


if __name__ == "__main__":
    serve(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
