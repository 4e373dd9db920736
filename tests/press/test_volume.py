"""Binding changes no word: it only moves notes, points links inside and says what each section is."""

from __future__ import annotations

from fic2book.model import Note, Page, Settings
from fic2book.press.volume import bind, parse_body, shorten, wants_contents
from fic2book.render import render
from fic2book.render.edition import open_edition
from fic2book.styles import load_style
from tests.press_books import anthology, novel, paragraph, simple

STYLE = load_style("classic")


def bound(book, style=STYLE):
    settings = Settings(style=style.name)
    return bind(book, render(book, settings), settings, style)


def letters(text: str) -> str:
    return "".join(sorted("".join(text.split())))


def test_a_running_head_is_cut_between_words_and_says_so() -> None:
    assert shorten("A Tale") == "A Tale"
    assert (
        shorten("The Extraordinarily Long Title of a Story — and More of It")
        == "The Extraordinarily Long Title of a Story…"
    )
    assert len(shorten("A" * 400)) <= 48


def test_every_letter_of_the_pages_is_in_the_volume() -> None:
    notes = [
        Note("note", (paragraph("A short word about the story."),), "popup"),
        Note("note", (paragraph("After it."),), "after"),
    ]
    book = simple(
        "Roses are red,\nViolets are blue",
        paragraph("One,\ntwo,\nthree", "verse"),
        paragraph("a\tb", "table"),
        notes=notes,
    )
    pages = render(book, Settings())
    volume = bind(book, pages, Settings(), STYLE)
    there = "".join(
        "".join(section.element.itertext())
        for section in volume.sections
        if section.page.role not in {"halftitle", "imprint"}
    )
    wanted = "".join("".join(parse_body(page.body).itertext()) for page in pages)
    # The words of the call and of the way back are ours, and a note at the foot of the same page needs neither.
    for ours in ("Author’s note 1", open_edition(book, Settings()).labels["back"]):
        wanted = wanted.replace(ours, "", 1)
    assert letters(there) == letters(wanted)


def test_front_text_and_back_are_told_apart() -> None:
    sections = bound(novel(1800, 3)).sections
    assert [section.matter for section in sections] == ["front"] * 4 + ["main"] * 3 + ["back"]
    assert [section.page.role for section in sections][:4] == ["halftitle", "title", "imprint", "about"]


def test_a_short_story_has_no_half_title() -> None:
    assert [section.page.role for section in bound(novel(300, 3)).sections][:2] == ["title", "imprint"]


def test_links_between_pages_lead_to_places_in_the_volume() -> None:
    long = Note("note", (paragraph("word " * 200),), "popup")
    volume = bound(simple("A story.", notes=[long]))
    ids = {element.get("id") for section in volume.sections for element in section.element.iter()}
    links = [link.get("href", "") for section in volume.sections for link in section.element.iter("a")]
    assert links
    assert all(link.removeprefix("#") in ids for link in links if link.startswith("#"))
    assert not any(".xhtml" in link for link in links)


def test_a_short_popup_note_becomes_a_footnote_and_a_long_one_stays() -> None:
    short, long = (Note("note", (paragraph("word " * count),), "popup") for count in (10, 300))
    elements = [bound(simple("A story.", notes=[note])).sections for note in (short, long)]
    footnotes = [
        sum(1 for section in sections for span in section.element.iter("span") if span.get("class") == "footnote")
        for sections in elements
    ]
    assert footnotes == [1, 0]


def test_contents_are_printed_only_where_they_help() -> None:
    assert wants_contents(STYLE, bound(novel(300, 3)))
    assert not wants_contents(STYLE, bound(simple("A story without chapters.")))
    assert not wants_contents(load_style("manuscript"), bound(novel(300, 3)))


def test_the_contents_of_an_anthology_name_its_stories_in_order() -> None:
    book = anthology(3, 100)
    assert [entry.page.title for entry in bound(book).entries()] == [part.metadata.title for part in book.parts]


def test_a_blank_between_marked_words_moves_into_one_of_them() -> None:
    page = Page(
        "x.xhtml",
        "chapter",
        "X",
        '<section class="chapter" id="x"><p><em>one</em> <b>two</b> <s>three</s> <i>four</i></p></section>',
    )
    section = bind(simple("x"), [page], Settings(), STYLE).sections[0].element
    texts = [element.text for element in section.iter() if element.tag in {"em", "b", "s", "i"}]
    assert texts == ["one ", "two ", "three", " four"]
