from __future__ import annotations

import hashlib
from itertools import islice
from typing import Any

import pytest

from benchmarks.structure import layouts, sealed
from benchmarks.structure.generate import DOCUMENTS, corpus, material, truth_of
from benchmarks.structure.model import Document, Layout, Truth, Unit, words


@pytest.fixture(scope="module", params=["dev", "held"])
def documents(request: pytest.FixtureRequest) -> list[Document]:
    return list(corpus(request.param))


def wordings(pools: dict[str, Any]) -> set[str]:
    kinds = ["disclaimers", "notes_start", "notes_end", "notes_chapter", "headings"]
    return {text for kind in kinds for texts in pools[kind].values() for text in texts} | {
        str(marker) for marker in pools["markers"]
    }


def test_the_two_parts_share_no_master_and_no_wording():
    (development, pools), (held, other_pools) = material("dev"), material("held")
    assert not {master.name for master in development} & {master.name for master in held}
    assert not wordings(pools) & wordings(other_pools)


def test_held_back_files_lie_sealed_only():
    assert not [path for path in (sealed.HERE / "held").rglob("*") if path.is_file() and path.suffix != ".sealed"]


def test_sealing_is_undone_by_unsealing():
    assert sealed.unseal(sealed.seal("Глава 1\n\n“Oh.”\n")) == "Глава 1\n\n“Oh.”\n"


def test_the_same_bytes_are_made_each_time(documents):
    split = documents[0].truth.split
    again = [hashlib.sha256(made.data).digest() for made in islice(corpus(split), 12)]
    assert again == [hashlib.sha256(made.data).digest() for made in documents[:12]]


def test_file_names_say_nothing_of_the_story(documents):
    assert all(len(made.name.partition(".")[0]) == 12 for made in documents)


def test_every_place_in_the_truth_is_a_place_in_the_story(documents):
    for made in documents:
        truth = made.truth
        places = (
            [place for place, *_ in [*truth.chapters, *truth.breaks, *truth.captions]]
            + truth.lost
            + truth.gaps
            + truth.paragraphs
        )
        assert all(0 <= place < len(truth.words) for place in places)
        assert len(set(truth.paragraphs)) == len(truth.paragraphs)


def test_the_story_in_the_truth_is_in_the_bytes(documents):
    for made in documents:
        if made.name.endswith(".txt") and made.data[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
            try:
                text = made.data.decode("utf-8-sig")
            except UnicodeDecodeError:
                text = made.data.decode("cp1251" if made.truth.language == "ru" else "cp1252")
            if "â€" not in text and "Ã" not in text:
                found = words(text)
                assert [word for word, _ in made.truth.roles] == found, made.truth.name


def test_a_third_is_held_back_and_a_sixth_is_not_english():
    assert DOCUMENTS["held"] * 2 == DOCUMENTS["dev"]
    for split in DOCUMENTS:
        foreign = [made for made in corpus(split) if made.truth.language != "en"]
        assert 0.1 < len(foreign) / DOCUMENTS[split] < 0.25


def test_lost_breaks_leave_no_trace_in_the_layout():
    units = [Unit("story", ("One.",)), Unit("break", (), by="lost"), Unit("story", ("Two.",))]
    assert layouts.write(units, Layout("blank"), "", "en") == b"One.\n\nTwo.\n"


def test_a_dropped_line_leaves_one_blank_line_more():
    units = [Unit("story", ("One.",)), Unit("gap"), Unit("story", ("Two.",))]
    assert layouts.write(units, Layout("blank"), "", "en") == b"One.\n\n\nTwo.\n"


def test_mojibake_is_utf8_taken_for_windows_1252():
    assert layouts.encode("“é”", Layout("blank", encoding="mojibake")).decode() == "â€œÃ©â€\x9d"


def test_the_truth_counts_story_words_only():
    units = [
        Unit("title", ("The Oar",), "Title: "),
        Unit("heading", ("Chapter 1",)),
        Unit("story", ("It was wet.",)),
        Unit("break", ("~*~",), name="soft", by="mark"),
        Unit("caption", ("Later",)),
        Unit("story", ("Dry.",)),
    ]
    truth = truth_of(units, Truth("t", "dev", "m", "s", "blank", "en"))
    assert truth.title == "The Oar"
    assert truth.words == ["it", "was", "wet", "later", "dry"]
    assert (truth.chapters, truth.breaks, truth.captions) == ([(0, "Chapter 1")], [(3, "soft", "mark")], [(3, "Later")])
