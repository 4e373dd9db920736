"""Kobo's own markup: every sentence in a numbered span, so that places, highlights and statistics are exact.

Source: the behaviour of kepubify (github.com/pgaskin/kepubify, README and kepub/transform.go, read for its facts): ``div#book-columns``
around ``div#book-inner`` around the body, spans ``koboSpan`` with ids ``kobo.P.S`` where P counts blocks and S sentences in one.
"""

from __future__ import annotations

from typing import Final

from fic2book.lazy import lazy

TAGS: Final = lazy(r"(<[^>]*>)")

SENTENCE_END: Final = lazy(
    "(?<=[.!?\N{HORIZONTAL ELLIPSIS}])[\"')\\]\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}]*\\s+|(?<=[\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}])"
)
"""Where one sentence ends and the next begins; a wrong cut costs nothing, the text stays the same."""

BLOCK: Final = lazy(r"<(?:p|h[1-6]|li|dt|dd|td|pre|blockquote|figure)[ >]")
"""Start tags that count as one place."""


def with_spans(body: str) -> str:
    """`body` in Kobo's columns, each of its sentences and pictures in a span. The text is unchanged."""
    pieces = ['<div id="book-columns"><div id="book-inner">']
    block = sentence = 0
    for token in TAGS.split(body):
        if token.startswith("<"):
            if BLOCK.match(token):
                block, sentence = block + 1, 0
            if token.startswith("<img "):
                sentence += 1
                pieces.append(_span(block, sentence, token))
            else:
                pieces.append(token)
        elif token.isspace() or not token:
            pieces.append(token)
        else:
            for text in _sentences(token):
                sentence += 1
                pieces.append(_span(block, sentence, text))
    pieces.append("</div></div>")
    return "".join(pieces)


def _span(block: int, sentence: int, markup: str) -> str:
    return f'<span class="koboSpan" id="kobo.{block}.{sentence}">{markup}</span>'


def _sentences(text: str) -> list[str]:
    cuts = [match.end() for match in SENTENCE_END.finditer(text)]
    return [text[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(text)], strict=True) if stop > start]
