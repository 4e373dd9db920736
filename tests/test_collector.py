"""The cycle collector stands still within, and is as it was afterwards."""

from __future__ import annotations

import gc

import pytest

from fic2book.collector import collector_paused


@pytest.fixture(autouse=True)
def _collecting():
    gc.enable()
    yield
    gc.enable()


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    with collector_paused():
        pass
    assert not gc.isenabled()


def break_within(seen: list[bool]) -> None:
    with collector_paused():
        seen.append(gc.isenabled())
        raise ValueError("broken")


def test_the_collector_stands_still_within_and_goes_on_after_an_error():
    seen: list[bool] = []
    with pytest.raises(ValueError, match="broken"):
        break_within(seen)
    assert seen == [False]
    assert gc.isenabled()


def test_an_inner_pause_does_not_end_the_outer_one():
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
