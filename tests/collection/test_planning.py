"""Which books a collection file asks for, under which names, made of what."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from fic2book.collection.config import load_config
from fic2book.collection.planning import PlannedBook, plan
from fic2book.errors import ConfigError, SourceError
from tests.collection.shelves import EACH, STORY, write


def planned(folder: Path, config: str, *names: str) -> list[PlannedBook]:
    return list(plan(load_config(write(folder, dict.fromkeys(names, STORY), config=config)), str(folder / "dist")))


def refusal(folder: Path, config: str, *names: str) -> str:
    with pytest.raises(ConfigError) as caught:
        planned(folder, config, *names)
    return str(caught.value)


# ---------------------------------------------------------------- mistakes


def test_a_pattern_that_matches_nothing_names_its_line_and_the_nearest_file(tmp_path: Path) -> None:
    message = refusal(tmp_path, "[[books]]\ntitle = 'x'\nsources = ['wintr.txt']", "winter.txt")
    assert "line 3" in message
    assert "“winter.txt”" in message


def test_two_books_of_one_name_are_refused_whatever_the_case(tmp_path: Path) -> None:
    config = "[[books]]\nname = 'Lamp'\nsources = ['a.txt']\n[[books]]\nname = 'lamp'\nsources = ['a.txt']"
    message = refusal(tmp_path, config, "a.txt")
    assert "line 4" in message
    assert "line 1" in message


def test_particulars_of_a_story_that_is_not_in_the_book_are_refused(tmp_path: Path) -> None:
    config = "[[books]]\nsources = ['a.txt']\n[[books.stories]]\nsource = 'b.txt'"
    message = refusal(tmp_path, config, "a.txt", "b.txt")
    assert "line 4: source" in message
    assert "Did you mean" not in message
    assert "“a.txt”" in refusal(tmp_path, config.replace("b.txt", "aa.txt"), "a.txt")
    assert "none of the stories" in refusal(tmp_path, config.replace("sources", "each"), "a.txt", "b.txt")


def test_a_series_is_numbered_by_whole_numbers(tmp_path: Path) -> None:
    assert "whole number" in refusal(tmp_path, "[[books]]\neach = '*.txt'\nseries = 'S'\nseries_index = '1a'", "a.txt")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "not JSON"),
        ('{"sorces": "a.txt"}', "“sources”"),
        ('{"each": "*.txt"}', "no place in a manifest"),
        ("[1]", "must be a table"),
        ("{}", "neither"),
    ],
)
def test_a_mistake_in_a_manifest_names_its_line(tmp_path: Path, line: str, words: str) -> None:
    (tmp_path / "all.jsonl").write_text(f'{{"sources": "a.txt"}}\n\n{line}\n')
    message = refusal(tmp_path, "[[books]]\nmanifest = 'all.jsonl'", "a.txt")
    assert "all.jsonl, line 3" in message
    assert words in message


def test_a_manifest_that_is_missing_is_named(tmp_path: Path) -> None:
    assert "line 2" in refusal(tmp_path, "[[books]]\nmanifest = 'all.jsonl'")


@pytest.mark.parametrize(
    ("config", "line", "key"),
    [
        (
            "[[books]]\nsources = 'a.txt'\n[[books.stories]]\nsource = 'a.txt'\nintroduction = 'intr.txt'",
            5,
            "introduction",
        ),
        ("[[books]]\nsources = 'a.txt'\nforeword = 'intr.txt'", 3, "foreword"),
        ("[[books]]\neach = 'a.txt'\ncover_art = 'intr.txt'", 3, "cover_art"),
        ("[defaults]\ncover_art = 'intr.txt'\n[[books]]\nsources = 'a.txt'", 2, "cover_art"),
    ],
)
def test_a_file_that_is_missing_is_named_with_its_key_and_the_nearest_there_is(
    tmp_path: Path, config: str, line: int, key: str
) -> None:
    message = refusal(tmp_path, config, "a.txt", "intro.txt")
    assert f"line {line}: {key}" in message
    assert "“intro.txt”" in message


def test_a_story_of_a_manifest_that_is_missing_is_its_own_books_failure(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text('{"sources": "gone.txt"}\n{"sources": "a.txt"}\n')
    gone, there = planned(tmp_path, "[[books]]\nmanifest = 'all.jsonl'", "a.txt")
    assert there.load().sources
    with pytest.raises(SourceError, match=r"gone\.txt"):
        gone.load()


# ---------------------------------------------------------------- names


def test_stories_of_one_stem_get_names_of_their_own_the_same_in_every_run(tmp_path: Path) -> None:
    names = [
        book.name for book in planned(tmp_path, "[[books]]\neach = ['*.txt', '*.html']", "a.txt", "a.html", "A!.txt")
    ]
    assert names[0] == "A"
    assert len({name.casefold() for name in names}) == 3
    assert names == [book.name for book in plan(load_config(tmp_path / "fic2book.toml"))]


def test_books_of_a_manifest_with_one_title_never_collide(tmp_path: Path) -> None:
    lines = [json.dumps({"sources": name, "title": "Home"}) for name in ("a.txt", "b.txt", "c.txt")]
    (tmp_path / "all.jsonl").write_text("\n".join(lines))
    books = planned(tmp_path, "[[books]]\nmanifest = 'all.jsonl'\nstyle = 'zine'", "a.txt", "b.txt", "c.txt")
    assert books[0].name == "Home"
    assert len({book.name for book in books}) == 3
    assert {book.settings.style for book in books} == {"zine"}


def test_a_name_that_is_not_unicode_is_a_name_like_any_other(tmp_path: Path) -> None:
    names = [os.fsdecode(b"caf\xe9.txt"), "café.txt"]
    books = planned(tmp_path, EACH, *names)
    assert min(book.name for book in books) == "café"
    assert len({book.name for book in books}) == 2
    assert sorted(book.key(book.stories[0].place) for book in books) == ["caf\\xe9.txt", "café.txt"]
    assert sorted(book.load().sources[0].name for book in books) == ["caf\\xe9.txt", "café.txt"]


def test_names_keep_the_folders_below_the_pattern(tmp_path: Path) -> None:
    books = planned(tmp_path, "[[books]]\neach = 's/**/*.txt'", "s/x y/con.txt", "s/a.txt")
    assert [book.name for book in books] == ["a", "x-y/con-book"]


# ---------------------------------------------------------------- contents


def test_books_of_a_series_are_numbered_in_natural_order(tmp_path: Path) -> None:
    config = "[[books]]\neach = '*.txt'\nseries = 'Lamps'\nseries_index = 3"
    books = planned(tmp_path, config, "p10.txt", "p9.txt")
    assert [(book.name, book.metadata.series_index) for book in books] == [("p9", "3"), ("p10", "4")]


def test_what_is_particular_to_a_story_travels_with_it(tmp_path: Path) -> None:
    config = """
    [[books]]
    title = "Winter"
    foreword = "fore.txt"
    [[books.stories]]
    source = "b.txt"
    author = "Ann"
    date = 2020-01-02
    introduction = "intro.txt"
    [[books.stories]]
    source = "a.txt"
    """
    (book,) = planned(tmp_path, config, "a.txt", "b.txt", "intro.txt", "fore.txt")
    job = book.load()
    assert [item.name for item in job.sources] == ["b.txt", "a.txt"]
    assert (job.sources[0].metadata.authors, job.sources[0].metadata.date) == (("Ann",), "2020-01-02")
    assert job.sources[0].introduction is not None
    assert job.foreword is not None
    assert {Path(place).name for place in book.inputs()} >= {"intro.txt", "fore.txt", "b.fic.toml"}


def test_each_may_single_out_a_story(tmp_path: Path) -> None:
    config = "[[books]]\neach = '*.txt'\n[[books.stories]]\nsource = 'b.txt'\ntitle = 'Bee'"
    assert [book.stories[0].metadata.title for book in planned(tmp_path, config, "a.txt", "b.txt")] == ["", "Bee"]


def test_the_order_of_sources_is_the_users_and_a_story_matched_twice_stands_once(tmp_path: Path) -> None:
    (book,) = planned(tmp_path, "[[books]]\nsources = ['b.txt', '*.txt']", "a.txt", "b.txt", "c.txt")
    assert [Path(story.place).name for story in book.stories] == ["b.txt", "a.txt", "c.txt"]


def test_places_are_told_from_the_collection_file_wherever_the_build_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (book,) = planned(tmp_path, "[[books]]\nsources = ['a.txt']", "a.txt")
    monkeypatch.chdir(tmp_path)
    (other,) = plan(load_config(Path("fic2book.toml")))
    assert book.key(book.stories[0].place) == other.key(other.stories[0].place) == "a.txt"


def test_planning_holds_one_book_at_a_time(tmp_path: Path) -> None:
    lines = "\n".join(f'{{"sources": "a.txt", "name": "n{n}"}}' for n in range(3))
    (tmp_path / "all.jsonl").write_text(f"{lines}\n{{broken")
    path = write(tmp_path, {"a.txt": STORY}, config="[[books]]\nmanifest = 'all.jsonl'")
    books = plan(load_config(path))
    assert [next(books).name for _ in range(3)] == ["n0", "n1", "n2"]  # the broken line was not read yet
    with pytest.raises(ConfigError):
        next(books)
