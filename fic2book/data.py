"""Where the data files live that ship with the program: cover designs and styles."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fic2book.errors import DependencyError


@cache
def data_dir(kind: str) -> Path:
    """Folder of the data files of one `kind` ("covers", "styles").

    An installed wheel carries them beside the code, in ``fic2book/_data``; a source checkout has them at the top of the repository,
    where people look for them. Raises DependencyError when neither is there, which means a broken installation.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_data" / kind, package.parent / kind):
        if folder.is_dir():
            return folder
    raise DependencyError(
        f"The folder of {kind} is missing beside {package}. Install fic2book again: pip install --force-reinstall fic2book"
    )
