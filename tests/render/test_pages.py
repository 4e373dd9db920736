"""Whole pages: which there are, in which order, and what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from fic2book.ledger import prove_pages
from fic2book.model import Metadata, Removed, Settings, Source, Span
from fic2book.render import field_words, render, story_words
from fic2book.render.chapters import FULL_SIZE
from fic2book.render.labels import LABELS, RIGHT_TO_LEFT, label_language, right_to_left
from tests.builders import (
    anthology,
    book,
    chapter,
    field,
    hard,
    heading,
    metadata,
    note,
    page_named,
    paragraph,
    rich_book,
    run,
    scene,
    soft,
    story,
)

BOOKS = {"rich": rich_book(), "anthology": anthology(), "bare": book(chapter("", "One line."), about=Metadata())}
GOLDENS = Path(__file__).parent / "golden"


def parsed(markup: str | bytes) -> Any:
    return etree.fromstring(markup)


def rendered(made, **settings):
    return render(made, Settings(**settings))


def body(made, name: str) -> str:
    return page_named(rendered(made), name).body


@pytest.mark.parametrize("name", BOOKS)
def test_every_page_is_well_formed_with_one_section_named_after_it(name):
    seen: set[str] = set()
    for page in rendered(BOOKS[name]):
        root = parsed(f'<body xmlns:epub="http://www.idpf.org/2007/ops">{page.body}</body>')
        assert [child.tag for child in root] == ["section"]
        assert root[0].get("id") == page.name.removesuffix(".xhtml")
        identities = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(identities) == len(set(identities))
        assert seen.isdisjoint(identities)
        seen.update(identities)


@pytest.mark.parametrize("name", BOOKS)
def test_every_word_of_the_book_is_on_the_pages_once_and_in_order(name):
    prove_pages(BOOKS[name], rendered(BOOKS[name]))


@pytest.mark.parametrize("name", BOOKS)
def test_references_lead_to_elements_that_exist(name):
    pages = rendered(BOOKS[name])
    trees = {page.name: parsed(f'<b xmlns:epub="x">{page.body}</b>') for page in pages}
    for own, tree in trees.items():
        for link in tree.iter("a"):
            file, _, fragment = link.get("href").partition("#")
            if "://" not in file:
                assert trees[file or own].xpath(f"//*[@id='{fragment}']")
        for labelled in tree.xpath("//*[@aria-labelledby]"):
            assert tree.xpath(f"//*[@id='{labelled.get('aria-labelledby')}']")


def test_an_element_of_our_own_holds_no_other():
    for made in BOOKS.values():
        for page in rendered(made):
            tree = parsed(f'<b xmlns:epub="x">{page.body}</b>')
            assert not tree.xpath("//*[starts-with(@class, 'made')]/*")


def test_words_that_look_like_markup_come_back_as_words():
    words = '<p class="made">no</p> &amp; </dl> <dl class="fields">'
    made = book(chapter(words, scene(words, paragraph(run(words, "em")))))
    assert list(story_words(rendered(made))) == [words, words, words]


def test_a_word_in_several_runs_is_one_word():
    made = book(chapter("", scene(paragraph("half", run("way", "em"), "s"))))
    assert list(story_words(rendered(made))) == ["halfways"]


def test_header_fields_are_printed_as_written_and_kept_apart_from_the_story():
    fields = (field("rating", "PG-13", "RATED"), field("date", "Oct. 24th"), field("summary", "A & B\nC", "Summary:"))
    made = book(chapter("", "Text."), about=metadata(fields=fields))
    assert list(field_words(rendered(made))) == ["RATED", "PG-13", "Oct. 24th", "Summary:", "A & B\nC"]
    assert list(story_words(rendered(made))) == ["Text."]


def test_a_story_about_which_nothing_is_known_has_no_about_page():
    assert [page.role for page in rendered(BOOKS["bare"])] == ["title", "chapter", "colophon"]


def test_a_summary_is_not_told_twice():
    told = metadata(summary="It burns.", fields=(field("summary", "It burns.", "Summary"),))
    assert body(book(chapter("", "x"), about=told), "about.xhtml").count("It burns.") == 1
    assert "It burns." in body(book(chapter("", "x"), about=metadata(summary="It burns.")), "about.xhtml")


def test_what_was_set_aside_is_counted_in_words():
    source = Source("a.txt", "text", "Next post Up ***\n\ntext", digest="0" * 64)
    removed = (Removed(Span(0, 12), "chrome"), Removed(Span(13, 16), "break"), Removed(Span(16, 18), "separator"))
    fields = (field("fandom", "X", "Fandom"),)
    part = story(chapter("", "text"), about=metadata(fields=fields), source=source, removed=removed)
    shown = body(book(part), "about.xhtml")
    assert "From the site: 3 words" in shown
    assert shown.count("<li>") == 1


def test_a_dedication_stands_alone_only_when_it_comes_last():
    last = book(story(chapter("", "x"), notes=(note("n"), note("For you.", role="dedication"))))
    assert "For you." in body(last, "dedication-1.xhtml")
    first = book(story(chapter("", "x"), notes=(note("For you.", role="dedication"), note("n"))))
    assert list(story_words(rendered(first))) == ["For you.", "n", "x"]
    prove_pages(first, rendered(first))


def test_breaks_are_rules_of_two_strengths_that_carry_their_mark_silently():
    text = body(
        book(chapter("", scene("a"), scene("b", opening=soft('"~"')), scene("c", opening=hard("")))),
        "chapter-001.xhtml",
    )
    assert '<hr class="break soft" data-mark="&quot;~&quot;" data-by="detector"/>' in text
    assert '<hr class="break hard" data-by="detector"/>' in text
    assert list(story_words(rendered(book(chapter("", scene("a"), scene("b", opening=soft())))))) == ["a", "b"]


@pytest.mark.parametrize(
    ("kind", "semantics", "role"),
    [
        ("chapter", "chapter", "doc-chapter"),
        ("prologue", "prologue", "doc-prologue"),
        ("epilogue", "epilogue", "doc-epilogue"),
        ("part", "part", "doc-part"),
        ("omake", "chapter", "doc-chapter"),
        ('x" onclick="y', "chapter", "doc-chapter"),
    ],
)
def test_a_chapter_says_what_it_is_in_both_vocabularies(kind, semantics, role):
    text = body(book(chapter("Heading", "x", kind=kind)), "chapter-001.xhtml")
    assert f'epub:type="{semantics}" role="{role}"' in text
    assert " onclick=" not in text.replace("&quot; onclick=", "")


def test_headings_go_as_deep_as_the_tree():
    deep = chapter("One", chapters=(chapter("Two", chapters=(chapter("Three", "x"),)),))
    levels = [page.level for page in rendered(book(deep)) if page.role in {"chapter", "division"}]
    assert levels == [1, 2, 3]
    assert "<h3 " in body(book(deep), "chapter-003.xhtml")
    twice = book(story(deep), story(chapter("Other", "y")))
    assert [page.level for page in rendered(twice) if page.part == 0] == [1, 2, 3, 4]


def test_a_heading_of_several_lines_is_one_heading():
    text = body(book(chapter((heading("I"), heading("The Lamp")), "x")), "chapter-001.xhtml")
    assert text.count("<h1") == 1
    assert '<p class="subtitle">The Lamp</p>' in text


def test_a_story_without_headings_is_listed_once_in_an_anthology():
    pages = rendered(book(story(chapter("", "a")), story(chapter("", "b"))))
    assert [(page.role, page.level) for page in pages if page.part == 0] == [("part", 1), ("chapter", 0)]


def test_a_huge_chapter_is_cut_and_nothing_is_lost_or_listed_twice():
    scenes = [scene(*("word " * 2000 for _ in range(12)), opening=hard() if number else None) for number in range(6)]
    made = book(chapter("Long", *scenes, notes=(note("pop", place="popup"),)))
    pages = [page for page in rendered(made) if page.role == "chapter"]
    assert len(pages) > 1
    assert [page.level for page in pages] == [1] + [0] * (len(pages) - 1)
    assert all(len(page.body) < FULL_SIZE * 1.2 for page in pages)
    assert f'href="{pages[-1].name}#chapter-001-note-1"' in pages[0].body
    prove_pages(made, rendered(made))


def test_a_huge_scene_is_cut_between_paragraphs():
    made = book(chapter("Long", scene(*("word " * 1000 for _ in range(120)))))
    pages = [page for page in rendered(made) if page.role == "chapter"]
    assert len(pages) == 3
    assert '<section class="scene continued">' in pages[1].body
    prove_pages(made, rendered(made))


def test_our_words_are_in_the_language_of_the_story():
    pages = rendered(anthology())
    assert page_named(pages, "story-02-about.xhtml").title == "Об этой истории"
    assert page_named(pages, "story-02-about.xhtml").language == "ru"
    assert page_named(pages, "story-01-about.xhtml").language == ""


def test_our_words_name_their_language_where_we_do_not_speak_the_story_s():
    made = book(chapter("", "Lampa."), about=metadata(language="pl", fields=(field("fandom", "X"),)))
    assert '<h1 class="made" id="about-heading" lang="en" xml:lang="en">About this story</h1>' in body(
        made, "about.xhtml"
    )


def test_a_language_that_is_no_tag_counts_as_unknown():
    part = story(chapter("", "x"), about=metadata(language="English, I think"))
    assert all(page.language == "" for page in rendered(book(part, part)))


def test_the_same_book_gives_the_same_pages():
    assert rendered(rich_book()) == rendered(rich_book())


@pytest.mark.parametrize("language", LABELS)
def test_every_language_has_every_label_with_the_same_gaps(language):
    english = LABELS["en"]
    assert LABELS[language].keys() == english.keys()
    for key, label in LABELS[language].items():
        assert label.count("{}") == english[key].count("{}"), key


def test_directions_and_label_languages_are_chosen_by_the_primary_subtag():
    assert label_language("de-AT") == "de"
    assert label_language("pl") == "en"
    assert right_to_left("ar-EG")
    assert not right_to_left("en")
    assert "he" in RIGHT_TO_LEFT


@pytest.mark.parametrize("name", ["rich", "anthology"])
def test_the_markup_is_the_one_that_was_agreed(name, golden):
    shown = "\n".join(f"<!-- {page.name} {page.role} {page.level} -->\n{page.body}\n" for page in rendered(BOOKS[name]))
    golden(GOLDENS / f"{name}.html", shown.replace(version(), "VERSION"))


def version() -> str:
    import fic2book

    return f"fic2book {fic2book.__version__}"


def test_part_numbers_of_a_serial_are_told_only_as_far_as_known():
    known = book(chapter("", "x"), about=metadata(part="2", parts="5"))
    unknown = book(chapter("", "x"), about=metadata(part="2", parts="?"))
    assert "Part 2 of 5" in body(known, "title.xhtml")
    assert "Part 2<" in body(unknown, "title.xhtml")


def test_notes_of_a_chapter_that_stand_at_the_end_name_their_chapter():
    made = book(chapter("Two", "x", notes=(note("late", place="back"),)))
    assert "Author’s note (Two)" in body(made, "notes.xhtml")


def test_a_note_that_brings_its_label_is_not_labelled_twice():
    made = book(story(chapter("", "x"), notes=(note("Author's Note:", "Hello!"), note("Notes", "Hi!", label="Notes"))))
    text = body(made, "about.xhtml")
    assert '<h2 class="label" data-block="paragraph">Author\'s Note:</h2>\n<p>Hello!</p>' in text
    assert '<h2 class="label" data-block="paragraph">Notes</h2>\n<p>Hi!</p>' in text
    assert "made label" not in text
    prove_pages(made, rendered(made))


def test_a_note_whose_first_words_are_its_label_is_not_labelled_twice():
    made = book(
        story(
            chapter("", "x"), notes=(note("Disclaimer: not mine.", role="disclaimer"), note("A/N: hello", label="A/N"))
        )
    )
    text = body(made, "about.xhtml")
    assert "<p>Disclaimer: not mine.</p>" in text
    assert "made label" not in text
    prove_pages(made, rendered(made))


def test_a_label_of_ours_stands_above_words_that_only_look_like_one():
    made = book(story(chapter("", "x"), notes=(note("Authors: all of us, I hope"),)))
    assert "made label" in body(made, "about.xhtml")


def test_a_book_changed_in_its_title_changes_only_what_shows_it():
    before, after = rendered(rich_book()), rendered(replace(rich_book(), metadata=metadata("Other")))
    assert {old.name for old, new in zip(before, after, strict=True) if old.body != new.body} == {"title.xhtml"}
