from __future__ import annotations

import io
import json
import sys
import zipfile

import pytest

from benchmarks.structure import align, extract, peers, score
from benchmarks.structure.generate import truth_of
from benchmarks.structure.measure import Score, measure
from benchmarks.structure.model import Document, Truth, Unit

UNITS = [
    Unit("title", ("The Oar",), "Title: "),
    Unit("author", ("Ada Example",), "Author: "),
    Unit("field", ("PG, for rowing",), "Rating: ", "rating"),
    Unit("disclaimer", ("Disclaimer: none of these boats is mine.",)),
    Unit("heading", ("Chapter 1: The River",)),
    Unit("story", ("It was wet that day upon the river, and cold.",)),
    Unit("story", ("NO! Part of her wanted to go home.",)),
    Unit("break", ("oOo",), name="soft", by="word"),
    Unit("caption", ("Three days later",)),
    Unit("story", ("The sun came out again over the old boathouse.",)),
    Unit("heading", ("Chapter 2",)),
    Unit("story", ("Nobody rowed any more after that summer was done.",)),
    Unit("chrome", ("Previous Entry Next Entry",)),
]
CHAPTER = """<h2>Chapter 1: The River</h2><p class="a">It was wet that day upon the river, and cold.</p>
<p class="a">NO! Part of her wanted to go home.</p>{mark}<p class="a">Three days later</p>
<p class="a">The sun came out again over the old boathouse.</p>
<h2>Chapter 2</h2><p class="a">Nobody rowed any more after that summer was done.</p>"""
ABOUT = '<section class="about"><dl><dt>Rating</dt><dd>PG, for rowing</dd></dl><p>None of these boats is mine.</p></section>'


@pytest.fixture
def truth() -> Truth:
    return truth_of(UNITS, Truth("oar", "dev", "m", "s", "blank", "en"))


def epub(*bodies: str, title: str = "The Oar", creator: str = "Ada Example") -> bytes:
    items = "".join(
        f'<item id="p{n}" href="p{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(bodies))
    )
    spine = "".join(f'<itemref idref="p{n}"/>' for n in range(len(bodies)))
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(
            "META-INF/container.xml", '<container><rootfiles><rootfile full-path="b/o.opf"/></rootfiles></container>'
        )
        archive.writestr(
            "b/o.opf",
            f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>'
            f"</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for number, body in enumerate(bodies):
            archive.writestr(f"b/p{number}.xhtml", f"<html><head><title>x</title></head><body>{body}</body></html>")
    return kept.getvalue()


def counts(truth: Truth, *bodies: str, **metadata: str) -> dict[str, int]:
    return dict(measure(extract.read(epub(*bodies, **metadata)), truth).counts)


def test_a_tool_that_fails_has_found_nothing(truth):
    found = measure(None, truth).counts
    assert found["failed"] == 1
    assert found["words.kept"] == found["chapter.hit"] == found["break.hit"] == found["note.right"] == 0


def test_a_false_heading_in_running_prose_is_counted(truth):
    body = CHAPTER.format(mark="<hr/>").replace(
        '<p class="a">NO! Part of her wanted to go home.</p>', "<h2>NO! Part of her wanted to go home.</h2>"
    )
    found = counts(truth, ABOUT, body)
    assert (found["false.headings"], found["words.kept"]) == (1, len(truth.words))


def test_a_mark_that_looks_like_any_paragraph_is_no_break(truth):
    assert counts(truth, ABOUT, CHAPTER.format(mark='<p class="a">oOo</p>'))["break.hit"] == 0


@pytest.mark.parametrize(
    "mark",
    ["<hr/>", '<p class="b">oOo</p>', "<center><p>oOo</p></center>", '<p class="a" style="text-align:center">oOo</p>'],
)
def test_a_break_may_be_a_rule_or_a_mark_that_looks_different(truth, mark):
    found = counts(truth, ABOUT, CHAPTER.format(mark=mark))
    assert (found["break.hit"], found["break.claimed"], found["false.breaks"]) == (1, 1, 0)


def test_a_break_one_paragraph_late_is_missed_and_invented(truth):
    body = CHAPTER.format(mark="").replace("Three days later</p>", "Three days later</p><p>more</p><hr/>")
    found = counts(truth, ABOUT, body.replace('<p class="a">The sun', '<p class="a">The sun').replace("</h2>", "</h2>"))
    assert found["break.hit"] == 0


def test_a_caption_set_as_a_heading_counts_as_the_break(truth):
    body = CHAPTER.format(mark="").replace('<p class="a">Three days later</p>', "<h3>Three days later</h3>")
    found = counts(truth, ABOUT, body)
    assert (found["break.hit"], found["false.headings"], found["chapter.hit"]) == (1, 0, 2)


def test_everything_right_is_counted_right(truth):
    found = counts(truth, ABOUT, CHAPTER.format(mark="<hr/>"))
    assert (found["title.right"], found["author.right"], found["field.right"], found["note.right"]) == (1, 1, 1, 1)
    assert (found["chapter.hit"], found["chapter.claimed"], found["chapter-title.right"]) == (2, 2, 2)
    assert (found["paragraph.hit"], found["paragraph.claimed"], found["chrome-gone.right"]) == (3, 3, 1)
    assert (found["words.kept"], found["words.invented"], found["false.headings"]) == (len(truth.words), 0, 0)


def test_a_header_left_on_the_storys_page_is_neither_field_nor_note(truth):
    found = counts(
        truth,
        "<p>Rating: PG, for rowing</p><p>Disclaimer: none of these boats is mine.</p>" + CHAPTER.format(mark="<hr/>"),
    )
    assert (found["field.right"], found["note.right"], found["note-kept.right"]) == (0, 0, 1)


def test_chrome_left_in_the_story_is_seen(truth):
    assert (
        counts(truth, ABOUT, CHAPTER.format(mark="<hr/>") + "<p>Previous Entry Next Entry</p>")["chrome-gone.right"]
        == 0
    )


def test_words_lost_moved_and_invented_are_seen(truth):
    body = (
        CHAPTER.format(mark="<hr/>")
        .replace("upon the river, and cold", "upon the river")
        .replace("that summer", "that golden summer")
    )
    found = counts(truth, ABOUT, body)
    assert (found["words.true"] - found["words.kept"], found["words.invented"]) == (2, 1)


def test_a_title_made_up_from_the_text_is_seen():
    truth = truth_of(
        [Unit("story", ("It was wet that day upon the river.",))], Truth("oar", "dev", "m", "s", "blank", "en")
    )
    assert counts(truth, "<p>It was wet that day upon the river.</p>", title="It was wet")["title.invented"] == 1
    assert counts(truth, "<p>It was wet that day upon the river.</p>", title="Untitled")["title.invented"] == 0


def test_the_contents_may_name_the_chapters(truth):
    body = CHAPTER.format(mark="<hr/>").replace("<h2>Chapter 2</h2>", '<p id="two">Chapter 2</p>')
    book = extract.read(epub(ABOUT, body))
    assert measure(book, truth).counts["chapter.hit"] == 1
    book.contents.append(("Chapter 2", book.words.index("nobody") - 2))
    assert measure(book, truth).counts["chapter.hit"] == 2


def test_a_class_that_only_resembles_front_matter_sets_nothing_apart():
    book = extract.read(
        epub('<h2 class="toc-heading" id="calibre_toc_2">One</h2><div class="endnotes2"><p>Two</p></div>')
    )
    assert book.apart == [False, True]


def test_ordered_lists_print_their_numbers():
    book = extract.read(epub('<ol start="3"><li>oar</li><li>boat</li></ol><ol type="a"><li>hull</li></ol>'))
    assert book.words == ["3", "oar", "4", "boat", "a", "hull"]


def test_lone_words_far_from_any_match_are_not_aligned():
    assert align.align("one two three".split(), "two seven".split()) == [-1, -1, -1]


def test_alignment_survives_insertions_and_repeats():
    text = "the boat went down the river and the boat came up the river again at last".split()
    found = ["a", "note", *text[:6], "inserted", "words", *text[6:]]
    assert align.align(text, found) == [2, 3, 4, 5, 6, 7, *range(10, 10 + len(text) - 6)]


def test_held_back_errors_cannot_be_listed(monkeypatch, capsys):
    for extra in (["--list-errors"], ["--only", "held-001"]):
        monkeypatch.setattr(sys, "argv", ["score", "--split", "held", *extra])
        with pytest.raises(SystemExit):
            score.main()
        assert "never looked at" in capsys.readouterr().err


def test_the_table_and_the_report_hold_sums_only(monkeypatch, capsys, tmp_path, truth):
    document = Document("oar.txt", b"It was wet.", truth)
    monkeypatch.setattr(score, "corpus", lambda split, rounds: iter([document]))
    monkeypatch.setattr(peers, "convert", lambda tool, made: epub(ABOUT, CHAPTER.format(mark="<hr/>")))
    monkeypatch.setattr(peers, "available", lambda tool: True)
    monkeypatch.setattr(
        sys, "argv", ["score", "--split", "held", "--tools", "pandoc", "--json", str(tmp_path / "out.json")]
    )
    assert score.main() == 0
    shown = capsys.readouterr().out + (tmp_path / "out.json").read_text()
    assert "| chapters, F1 | 1.0000 |" in shown
    assert "boathouse" not in shown
    assert json.loads((tmp_path / "out.json").read_text())["rows"]["pandoc"]["marked breaks, F1"] == 1


def test_scores_add_up():
    total, one = Score(), Score()
    one.judge("title", right=False, error="x")
    total.add(one)
    total.add(one)
    assert (total.counts["title.asked"], total.counts["title.right"], len(total.errors)) == (2, 0, 2)
