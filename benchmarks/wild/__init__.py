"""Texts in the form in which people save pages, each passage marked with what it is; see README.md."""
