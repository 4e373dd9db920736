"""A collection file can ask for sheets: the book's PDF once more, imposed, and a slip of the pen answered with its line."""

from __future__ import annotations

import io
from pathlib import Path

import jsonschema
import pikepdf
import pytest

from fic2book.binding.plan import ImpositionPlan, plan_from
from fic2book.build import build
from fic2book.collection.config import load_config
from fic2book.collection.schema import json_schema
from fic2book.errors import ConfigError, UsageError
from fic2book.model import Job, OutputFile, Settings, SourceFile

STORY = b"Rain\nby Ida Voss\n\nIt rained all day upon the river, and nobody minded.\n"
HEBREW = "גשם\n\nירד גשם כל היום על הנהר, ואיש לא התלונן. כך היה תמיד בחורף.\n".encode()


def files(data: bytes = STORY, **settings: object) -> dict[str, OutputFile]:
    outcome = build(Job("rain", (SourceFile("rain.txt", data),), Settings(cover="none", **settings)))  # type: ignore[arg-type]
    assert outcome.error is None, outcome.error
    return {item.name: item for item in outcome.files}


def collection(tmp_path: Path, impose: str) -> Path:
    (tmp_path / "rain.txt").write_bytes(STORY)
    path = tmp_path / "fic2book.toml"
    path.write_text(f"[[books]]\nsources = ['rain.txt']\n{impose}\n")
    return path


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize(
    ("impose", "told"),
    [
        ("impose = { bindng = 'saddle' }", "Did you mean “binding”"),
        ("impose = { binding = 'staple' }", "Choose one of saddle, sewn, stab"),
        ("impose = { sheets = 99 }", "between 1 and 32"),
        ("impose = { sheets = 'four' }", "a whole number"),
        ("impose = { creep = 1 }", "true or false"),
        ("impose = { paper = [1] }", "must be a table"),
        ("impose = 'saddle'", "must be a table"),
        ("impose = { paper = 'a44' }", "There is no trim size 'a44'"),
    ],
)
def test_an_imposition_that_cannot_be_is_answered_with_its_line(tmp_path: Path, impose: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(collection(tmp_path, impose))
    assert "line 3" in str(caught.value)
    assert told.lower() in str(caught.value).lower()


def test_the_schema_refuses_what_the_program_refuses() -> None:
    check = jsonschema.Draft202012Validator(json_schema())

    def valid(impose: object) -> bool:
        return bool(check.is_valid({"books": [{"sources": "a.txt", "impose": impose}]}))

    assert valid({"binding": "saddle", "paper": "a4", "creep": False, "thickness": 0.12})
    assert not any(
        map(valid, ({"bindng": "saddle"}, {"binding": "staple"}, {"sheets": 99}, {"creep": "yes"}, "saddle"))
    )


def test_a_true_is_no_number() -> None:
    with pytest.raises(UsageError, match="whole number"):
        plan_from({"sheets": True})


# ---------------------------------------------------------------- what is made


def test_without_the_wish_or_without_a_pdf_there_are_no_sheets() -> None:
    assert set(files(formats=("pdf",))) == {"rain.pdf"}
    assert set(files(formats=("pdf",), impose=())) == {"rain.pdf"}
    assert set(files(formats=("epub",), impose=(("binding", "saddle"),))) == {"rain.epub"}


def test_sheets_stand_beside_the_pdf_as_the_plan_has_them() -> None:
    made = files(
        formats=("epub", "pdf"), style="zine", impose=(("binding", "saddle"), ("guide", False), ("paper", "a4"))
    )
    assert set(made) == {"rain.epub", "rain.pdf", "rain-sheets.pdf"}
    with (
        pikepdf.open(io.BytesIO(made["rain.pdf"].data)) as book,
        pikepdf.open(io.BytesIO(made["rain-sheets.pdf"].data)) as sheets,
    ):
        assert len(sheets.pages) == 2 * -(-len(book.pages) // 4)
        box = [float(value) for value in sheets.pages[0].mediabox]
    assert sorted(box[2:]) == pytest.approx([595.28, 841.89], abs=0.1)


def test_a_hebrew_book_is_imposed_to_open_on_the_right() -> None:
    wish = (("binding", "saddle"), ("guide", False))
    sheets = {name: files(HEBREW, formats=("pdf",), language="he", impose=plan)["rain-sheets.pdf"].data
              for name, plan in (("found", wish), ("said", (*wish, ("right_to_left", True))), ("wrong", (*wish, ("right_to_left", False))))}  # fmt: skip
    assert sheets["found"] == sheets["said"] != sheets["wrong"]


def test_the_wish_reaches_the_book_from_defaults_and_a_book_can_decline_it(tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_bytes(STORY)
    path = tmp_path / "fic2book.toml"
    path.write_text(
        "[defaults]\nimpose = { binding = 'sewn', sheets = 3 }\n"
        "[[books]]\nsources = ['rain.txt']\n[[books]]\nname = 'b'\nsources = ['rain.txt']\nimpose = {}\n"
        "[[books]]\nname = 'c'\nsources = ['rain.txt']\n[books.impose]\nbinding = 'stab'\n"
    )
    plans = [dict(entry.settings.impose) for entry in load_config(path).books]
    assert plans == [{"binding": "sewn", "sheets": 3}, {}, {"binding": "stab"}]


def test_defaults_of_a_plan_need_not_be_said() -> None:
    assert plan_from({}) == ImpositionPlan()
