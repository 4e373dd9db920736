"""A short slice of `make fuzz`: the same damaged inputs each time, so that a failure is the change's own."""

from __future__ import annotations

import importlib.util
import random
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.fuzz import DAMAGED, LONGEST, NAMES, mutate, mutations, seeds
from tests.invariants import assert_everything

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("name", "data"), DAMAGED, ids=[f"{name}-{number}" for number, (name, _) in enumerate(DAMAGED)]
)
def test_a_small_damaged_file_loses_nothing(name, data):
    assert_everything(name, data)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost_whatever_the_damage(seed):
    for name, data in mutations(20, seed):
        assert_everything(name, data, quotations=1)


def test_the_same_seed_gives_the_same_damage():
    assert list(mutations(30, 7)) == list(mutations(30, 7))
    assert list(mutations(30, 7)) != list(mutations(30, 8))


def test_damage_changes_a_file_and_keeps_it_short():
    data = b"The lamp was out. " * 30
    harmed = {mutate(data, random.Random(seed)) for seed in range(20)}
    assert len(harmed) > 15
    assert all(len(item) <= LONGEST for item in harmed)


def test_every_seed_has_a_name_the_fuzzer_knows():
    assert {name for name, _ in seeds()} <= set(NAMES)


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this machine")
def test_the_fuzzer_itself_starts_and_finds_nothing_in_its_first_inputs(tmp_path):
    command = [sys.executable, "-m", "benchmarks.fuzz", "-runs=40", "-seed=1", f"-artifact_prefix={tmp_path}/"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=150, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Done 4" in done.stderr
