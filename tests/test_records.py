"""Records behave as the standard library's frozen, slotted dataclasses do, which cost five times as much to define."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field, fields, replace

import pytest

from fic2book.model import Block, Job, Span
from fic2book.records import dataclass


@dataclass(frozen=True, slots=True)
class Boat:
    """A boat."""

    name: str
    oars: int = 2
    crew: list[str] = field(default_factory=list)

    @property
    def manned(self) -> bool:
        return bool(self.crew)


@dataclass(frozen=True, slots=True)
class Weighed:
    weight: float

    def __post_init__(self) -> None:
        if self.weight < 0:
            raise ValueError("nothing weighs less than nothing")


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    name: str
    oars: int = 2


@pytest.mark.parametrize("change", [lambda boat: setattr(boat, "oars", 3), lambda boat: delattr(boat, "oars")])
def test_a_record_cannot_be_changed(change):
    with pytest.raises(dataclasses.FrozenInstanceError, match="replace"):
        change(Boat("Late"))


def test_a_record_has_no_room_for_more_than_its_fields():
    assert not hasattr(Boat("Late"), "__dict__")


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), (("a", 1, [], 4), {}), (("a",), {"name": "b"}), (("a",), {"sails": 1})]
)
def test_wrong_arguments_are_refused_as_python_refuses_them(given, named):
    for _ in range(2):  # the first time compiles
        with pytest.raises(TypeError):
            Boat(*given, **named)


def test_what_a_record_checks_is_checked_when_it_is_made():
    assert Weighed(1.5).weight == 1.5
    with pytest.raises(ValueError, match="less than nothing"):
        replace(Weighed(1.0), weight=-1.0)


def test_records_of_two_classes_are_never_equal():
    other: object = Standard("Late")
    assert Boat("Late") != other
    assert Boat("Late", crew=["Mara"]) == Boat("Late", 2, ["Mara"])
    assert Span(0, 2) == (0, 2)


def test_a_default_that_can_be_changed_is_made_for_each_record():
    assert Boat("Late").crew is not Boat("Early").crew
    assert Boat("Late", crew=["Mara"]).manned


def test_fields_replace_repr_and_matching_know_a_record():
    assert [item.name for item in fields(Boat)] == ["name", "oars", "crew"]
    assert replace(Boat("Late"), oars=4) == Boat("Late", 4)
    assert repr(Boat("Late")) == "Boat(name='Late', oars=2, crew=[])"
    match Boat("Late", 6):
        case Boat(name, oars):
            assert (name, oars) == ("Late", 6)


def test_equal_records_have_equal_hashes():
    one, other = (Block("paragraph", (), Span(0, 0)) for _ in range(2))
    assert one == other
    assert len({one, other}) == 1


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_records_travel(protocol):
    for record in (Boat("Late", 4, ["Mara"]), Weighed(2.0), Job("x", ())):
        assert pickle.loads(pickle.dumps(record, protocol)) == record
        assert copy.deepcopy(record) == record
        assert copy.copy(record) == record
