"""Page content in fewer bytes: whatever draws something stays, to the last distance."""

from __future__ import annotations

import pikepdf
import pytest

from fic2book.press.squeezing import shorten


@pytest.mark.parametrize(
    "content",
    [
        b"[<0001>-40<0002>] TJ",
        b"[<0001>10<0002>100<0003>] TJ",
        b"/P <</MCID 0>> BDC",
        b"[(x>0<y)] TJ",
        b"1 0 0 -1 0 612 cm",
    ],
)
def test_what_draws_something_is_left_alone(content: bytes) -> None:
    assert shorten(content) == content


def test_a_distance_of_nought_goes_and_its_strings_become_one() -> None:
    assert shorten(b"[<0001>0<0002>0<0003>70<0004>0] TJ") == b"[<000100020003>70<0004>0] TJ"


def test_an_empty_string_goes_and_the_distances_around_it_stay_two_numbers() -> None:
    assert operands(shorten(b"[<0003>-40<>-40.5<00ff>] TJ")) == ["0003", -40.0, -40.5, "00ff"]
    assert operands(shorten(b"[<0003>10<>5<00ff>] TJ")) == ["0003", 10.0, 5.0, "00ff"]
    assert operands(shorten(b"[<0003>10<>] TJ")) == ["0003", 10.0]


def operands(content: bytes) -> list[str | float]:
    """The array of a TJ, strings as hexadecimal digits."""
    with pikepdf.new() as pdf:
        array = pikepdf.parse_content_stream(pdf.make_stream(content))[0].operands[0]
        return [bytes(item).hex() if isinstance(item, pikepdf.String) else float(str(item)) for item in array]
