"""What the names of classes, ids and elements say of a page's parts, and where they must not be believed."""

from __future__ import annotations

import pytest

from fic2book import cleaner, readers
from fic2book.model import Story

STORY = [
    "The lamp at the end of the pier went out at nine, and nobody in the village could say afterwards who had seen it last.",
    "“It was the wind,” said the harbour master, who had been asleep.",
    "Mirren put her coat on and took the boat hook from behind the door, because nobody else was going to.",
    "Out on the stones the water made the sound of a cat that wants to be let in, and she did not look at it.",
    "When she came back there was salt in her hair and a light on the pier, and she would not say what it was.",
]


def clean(body: str, title: str = "Lamp") -> Story:
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return cleaner.clean(readers.read("page.html", page.encode()))


def paragraphs(texts: list[str] = STORY) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def roles(story: Story) -> dict[str, str]:
    texts = [block.text.strip() for block in story.manuscript.blocks]
    return {texts[at]: item.role for item in story.decisions for at in range(item.first, item.last + 1)}


def told(story: Story) -> list[str]:
    return [text for text, role in roles(story).items() if role == "story"]


@pytest.mark.parametrize("name", ["has-sidebar comments-open", "footer", "nav", "site-menu", "comments"])
def test_a_name_that_holds_the_story_makes_it_no_furniture(name: str):
    assert told(clean(f"<div class='{name}'>{paragraphs()}</div>")) == STORY


@pytest.mark.parametrize("name", ["footer", "sidebar", "post-footer"])
def test_a_writers_paragraph_in_the_frame_is_no_furniture(name: str):
    said = "I wrote this over one weekend with the windows open, and my sister read it aloud to the dog, who liked the boat."
    story = clean(f"<div class='entry'>{paragraphs()}</div><div class='{name}'><p>{said}</p></div>")
    assert roles(story)[said] in ("note", "story")


def test_notes_called_comments_beside_a_chapter_are_notes():
    said = "I cried over this one, so now it is your turn."
    story = clean(f"<div class='text'>{paragraphs()}</div><div class='part-comment-bottom'><p>{said}</p></div>")
    assert roles(story)[said] == "note"


def test_a_heading_outside_of_every_chapters_text_is_a_heading():
    parts = "".join(
        f"<h3>Chapter {number}</h3><div class='userstuff'>{paragraphs(STORY[number:] + STORY[:number])}</div>"
        for number in (1, 2)
    )
    story = clean(f"<h1>Lamp</h1>{parts}<div class='foot'>Terms of the house</div>")
    assert [item.role for item in story.decisions if item.role == "heading"] == ["heading", "heading"]


def test_lines_of_a_site_that_the_story_shows_are_story():
    inner = [*STORY[:2], "rivetgirl wrote:", "Reply | Quote | Report", *STORY[2:]]
    story = clean(
        "<div class='nav'>Home | Random story | Submit</div><h1>Lamp</h1>"
        f"<div class='body'>{paragraphs(inner)}</div><div class='footer'>Like this? Share it | Report a problem</div>"
    )
    assert told(story) == [text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") for text in inner]


def test_frames_with_unknown_words_are_furniture():
    story = clean(
        "<div class='navi'><a>Schmökerecke</a> <a>Zettelkasten</a></div><h1>Lamp</h1>"
        f"<div class='lesen'>{paragraphs()}</div>"
        "<div class='pied'>Tintenfass 3.1</div><div class='toolbar'>Einkleben</div>"
    )
    assert roles(story)["Tintenfass 3.1"] == roles(story)["Einkleben"] == "chrome"
    assert told(story) == STORY


def test_posters_and_mottos_of_a_board_are_furniture():
    post = "<div class='userinfo'><p>Ulfra_84</p><p>Deck hand</p></div><div class='postbody'>{}</div><div class='sig'>“Rows, rows, rows.”</div>"
    story = clean(
        "<h1>Lamp</h1>"
        + post.format(paragraphs(STORY[:3]))
        + post.format(paragraphs(STORY[3:]))
        + "<div class='foot'>Board 3</div>"
    )
    assert told(story) == STORY


def test_readers_comments_below_are_furniture():
    comment = "Oh, that is horrid, that is really horrid, and I have read it three times since breakfast. Well done!"
    story = clean(
        f"<h1>Lamp</h1><div class='entry-content'>{paragraphs()}</div><div class='comments'><p>oddbishop</p><p>{comment}</p></div>"
    )
    assert roles(story)[comment] == "chrome"


def test_the_page_names_title_author_summary_and_note():
    story = clean(
        "<div class='work-title'>a lamp, at sarn</div><div class='penname'>marrow gate</div>"
        "<div class='blurb'>Nobody saw who put the lamp out that night.</div>"
        f"<div class='author-note'><p>It is colder here than it was.</p></div><div class='chapter-text'>{paragraphs()}</div>"
    )
    assert (story.metadata.title, story.metadata.authors) == ("a lamp, at sarn", ("marrow gate",))
    assert story.metadata.summary == "Nobody saw who put the lamp out that night."
    assert roles(story)["It is colder here than it was."] == "note"


@pytest.mark.parametrize(
    "title",
    [
        "Salt and Iron | Chapter 4 | The Archive",
        "Reading «Salt and Iron» online",
        "marrow: Salt and Iron",
        "Salt and Iron by marrow",
    ],
)
def test_the_pages_own_title_tells_which_line_is_the_storys(title: str):
    story = clean(f"<p>The Long Shelf of Wren</p><p>Salt and Iron</p><p>Read at your own risk</p>{paragraphs()}", title)
    assert story.metadata.title == "Salt and Iron"


def test_a_name_beside_the_title_in_the_pages_own_title_is_the_authors():
    story = clean(f"<h2>Isaura Pell</h2><h1>The Toll House</h1>{paragraphs()}", "Isaura Pell: The Toll House")
    assert (story.metadata.title, story.metadata.authors) == ("The Toll House", ("Isaura Pell",))


@pytest.mark.parametrize("name", ["poem", "letter", "verse", "calibre3"])
def test_short_lines_of_the_story_in_an_element_of_their_own_are_story(name: str):
    lines = ["Dear Mirren", "the lamp is out", "and so am I", "Yours", "Tam"]
    inner = "".join(f"<p>{line}</p>" for line in lines)
    story = clean(f"<h1>Lamp</h1><div class='calibre1'>{paragraphs()}</div><div class='{name}'>{inner}</div>")
    assert told(story) == [*STORY, *lines]
