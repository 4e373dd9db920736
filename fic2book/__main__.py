"""`python -m fic2book`, the same as the command."""

from fic2book.cli import main

main()
