"""Whole stories of known structure, damaged as real ones are, and a scorer that judges any tool's EPUB by one set of rules."""
