"""The one error tree. Every message says what is wrong, where (file and quoted words), and what to do.

Fic2BookError            1   anything else
├── UsageError           2   an option, a style or a design that does not exist
├── SourceError          3   a story that cannot be read: missing, empty, binary, undecodable, only chrome
├── ConfigError          4   fic2book.toml: unknown key, wrong type, duplicate output
├── SidecarError         5   <name>.fic.toml: broken, or a quotation found nowhere or twice
├── OutputError          6   a target that cannot be written
├── ProofError           7   the conservation proof failed; nothing was written
├── DependencyError      8   an extra or a system library is not installed
└── BatchError           9   some books of a run failed, the others were built
"""

from __future__ import annotations

from typing import ClassVar


class Fic2BookError(Exception):
    """Base of all our errors; `exit_code` is what the command line returns."""

    exit_code: ClassVar[int] = 1


class UsageError(Fic2BookError):
    """An option's value, a style or a design that does not exist."""

    exit_code = 2


class SourceError(Fic2BookError):
    """A story that cannot be read."""

    exit_code = 3


class ConfigError(Fic2BookError):
    """A collection file that cannot be obeyed."""

    exit_code = 4


class SidecarError(Fic2BookError):
    """An override file that is broken or stale."""

    exit_code = 5


class OutputError(Fic2BookError):
    """A target that cannot be written."""

    exit_code = 6


class ProofError(Fic2BookError):
    """Text would have been lost or invented; the build stopped before writing."""

    exit_code = 7


class DependencyError(Fic2BookError):
    """Something that is needed is not installed; the message holds the command that installs it."""

    exit_code = 8


class BatchError(Fic2BookError):
    """Some books of a run failed."""

    exit_code = 9
