"""What every test shares: a calm hypothesis, and nothing from the machine that could change a book."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import hypothesis
import pytest
from hypothesis.configuration import set_hypothesis_home_dir

from tests.goldens import match_golden

REPOSITORY = Path(__file__).resolve().parent.parent

set_hypothesis_home_dir(REPOSITORY / ".cache" / "hypothesis")
# Machines differ in speed, so nothing is timed; in CI the same examples are tried each time, so that a failure is the change's own.
hypothesis.settings.register_profile(
    "house",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def shared_stories() -> tuple[Path, ...]:
    """Real stories, which are not ours to distribute, laid beside the repository; skips where there are none."""
    folder = REPOSITORY.parent / "shared" / "stories"
    stories = tuple(sorted(folder.glob("*.txt")))
    if not stories:
        pytest.skip("no real stories in ../shared/stories")
    return stories


@pytest.fixture(scope="session")
def kills(request: pytest.FixtureRequest) -> int:
    """How many runs the tests of crashes kill."""
    return int(request.config.getoption("--kills"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """One flag refreshes all goldens; what changed is then reviewed in the diff. Another says how often runs are killed."""
    parser.addoption("--kills", default=8, type=int, help="runs that the tests of crashes kill (make kills: 100)")
    parser.addoption("--refresh-goldens", action="store_true", help="write what the tests got into their golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """``golden(path, text)`` fails unless the file at `path` holds `text`, or writes it with ``--refresh-goldens``."""
    return partial(match_golden, refresh=request.config.getoption("--refresh-goldens"))
