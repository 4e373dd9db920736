"""The proof fails whenever a word is lost, doubled, changed or added."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fic2book.assembler import assemble
from fic2book.errors import ProofError
from fic2book.ledger import prove_book
from fic2book.model import Block, Book, Job, Removed, Run, Span
from tests.manuscripts import story


def book() -> Book:
    return assemble([story("One lamp.\n\nTwo lamps.")], Job("job", ()))


def with_block(made: Book, index: int, block: Block | None) -> Book:
    part = made.parts[0]
    chapter = part.chapters[0]
    blocks = list(chapter.scenes[0].blocks)
    blocks[index : index + 1] = [] if block is None else [block]
    scene = replace(chapter.scenes[0], blocks=tuple(blocks))
    return replace(made, parts=(replace(part, chapters=(replace(chapter, scenes=(scene,)),)),))


def first_block(made: Book) -> Block:
    return made.parts[0].chapters[0].scenes[0].blocks[0]


def test_a_true_book_passes() -> None:
    prove_book(book())


def test_a_lost_paragraph_is_quoted() -> None:
    with pytest.raises(ProofError, match="lost, near “One lamp"):
        prove_book(with_block(book(), 0, None))


def test_a_lost_last_paragraph_is_found_too() -> None:
    with pytest.raises(ProofError, match="Two lamps"):
        prove_book(with_block(book(), 1, None))


def test_a_paragraph_printed_twice_is_found() -> None:
    made = book()
    doubled = replace(made.parts[0], removed=(*made.parts[0].removed, Removed(Span(0, 3), "note")))
    with pytest.raises(ProofError, match="printed twice"):
        prove_book(replace(made, parts=(doubled,)))


def test_a_place_without_text_cannot_hide_a_gap() -> None:
    made = with_block(book(), 1, None)
    empty = replace(made.parts[0], removed=(*made.parts[0].removed, Removed(Span(21, 21), "note")))
    with pytest.raises(ProofError, match="lost"):
        prove_book(replace(made, parts=(empty,)))


def test_a_changed_run_needs_a_rule() -> None:
    made = book()
    block = first_block(made)
    changed = replace(block, inlines=(Run("One lamp!", block.span),))
    with pytest.raises(ProofError, match="without a rule"):
        prove_book(with_block(made, 0, changed))


def test_words_of_a_button_may_be_left_out_but_not_changed() -> None:
    block = book().parts[0].chapters[0].scenes[0].blocks[0]
    run = block.inlines[0]
    assert isinstance(run, Run)
    prove_book(with_block(book(), 0, replace(block, inlines=(run._replace(text="", rule="control"),))))
    for text, rule in (("Two lamp.", "control"), ("", "spaces"), ("", "chrome")):
        with pytest.raises(ProofError, match="would change words"):
            prove_book(with_block(book(), 0, replace(block, inlines=(run._replace(text=text, rule=rule),))))


def test_a_rule_may_change_punctuation_but_no_letter() -> None:
    made = book()
    block = first_block(made)
    prove_book(with_block(made, 0, replace(block, inlines=(Run("One lamp!", block.span, rule="dots"),))))
    with pytest.raises(ProofError, match="change words"):
        prove_book(with_block(made, 0, replace(block, inlines=(Run("One damp.", block.span, rule="dots"),))))
