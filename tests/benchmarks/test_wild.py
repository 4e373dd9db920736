"""The wild texts must be marked through and through, and their judge must see what is right and what is wrong."""

from __future__ import annotations

import pytest

from benchmarks.wild.masters import KINDS, MARK, masters, read
from benchmarks.wild.score import rows, score

STORY = "The lamp went out at nine, and nobody in the village could say afterwards who had seen it last."
TEXT = f"%%title: Lamp\n%%author: marrow\n\n⟦T⟧Lamp\n\n⟦A⟧by marrow\n\n⟦S⟧{STORY}\n\n⟦S⟧It came back at ten.\n"


@pytest.mark.parametrize("half", ["dev", "held"])
def test_every_text_is_marked_from_its_first_word_on(half: str):
    texts = list(masters(half))
    assert len(texts) == {"dev": 104, "held": 64}[half]
    for master in texts:
        assert {passage.kind for passage in master.passages} <= KINDS.keys(), master.name
        assert any(passage.kind == "S" for passage in master.passages), master.name
        assert "⟦" not in master.source.decode(), master.name


def test_words_before_the_first_mark_are_an_error():
    with pytest.raises(ValueError, match=r"lamp\.txt: words before the first mark: 'The lamp'"):
        read("lamp.txt", "%%title: Lamp\n\nThe lamp ⟦S⟧went out.")


def test_no_text_stands_in_both_halves():
    bodies = [
        {
            passage.words
            for master in masters(half)
            for passage in master.passages
            if passage.kind == "S" and len(passage.words) > 12
        }
        for half in ("dev", "held")
    ]
    assert not bodies[0] & bodies[1]


def test_the_cleaner_is_given_the_text_without_its_marks():
    master = read("lamp.txt", TEXT)
    assert (master.title, master.author) == ("Lamp", "marrow")
    assert master.source.decode() == MARK.sub("", TEXT.partition("\n\n")[2])
    assert [passage.kind for passage in master.passages] == ["T", "A", "S", "S"]


def test_what_a_page_does_not_show_is_not_judged():
    page = "\n<html><title>⟦X⟧Lamp</title><script>nav()</script><p>⟦S⟧It <b>w</b>ent &amp; came.</p></html>"
    assert read("lamp.html", page).passages[-1].words == ("it", "went", "came")


def test_right_and_wrong_are_counted():
    right = score([read("lamp.txt", TEXT)])
    assert (right.share("S"), right.share("title"), right.wrong) == ("100.0 % (2/2)", "100.0 % (1/1)", [])
    wrong = score([read("lamp.txt", TEXT.replace("⟦S⟧It", "⟦C⟧It").replace("%%title: Lamp", "%%title: Salt"))])
    assert (wrong.share("C"), wrong.share("title"), wrong.share("N")) == ("0.0 % (0/1)", "0.0 % (0/1)", "-")
    assert len(wrong.wrong) == 2
    assert any("0.0 % (0/1)" in row for row in rows({"dev": wrong}))
