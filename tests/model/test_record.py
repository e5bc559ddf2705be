"""Records act as the dataclasses of the standard library do."""

import copy
import dataclasses
import pickle

import pytest

from factlint.model.record import dataclass, field, fields, replace


@dataclass(slots=True, frozen=True)
class Town:
    """A town, as a record that cannot change."""

    name: str
    people: int = 0
    river: str = field(default="", compare=False)


@dataclass(slots=True)
class County:
    """A county, as a record that can change."""

    name: str
    towns: list[Town] = field(default_factory=list)
    area: int | None = field(default=None, init=False, repr=False)


@dataclass(slots=True)
class Province(County):
    """A record with the fields of another."""

    seat: str = ""


@dataclass(slots=True, eq=False)
class Mark:
    """A record that is equal to itself only."""

    name: str


def test_fields_and_defaults() -> None:
    """Values are taken by place and by name; a default is made anew for each."""
    assert Town("Alder", people=3) == Town("Alder", 3, "Wye")
    one, other = County("North"), County("North")
    assert one == other
    one.towns.append(Town("Alder"))
    assert other.towns == []
    assert [each.name for each in fields(County)] == ["name", "towns", "area"]


def test_a_wrong_call_is_refused() -> None:
    """What is missing or unknown is an error, at the first call and later."""
    for _ in range(2):
        with pytest.raises(TypeError):
            Mark()  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            Mark("a", colour="red")  # type: ignore[call-arg]


def test_a_frozen_record_cannot_change() -> None:
    """Setting and deleting raise the error of the standard library."""
    town = Town("Alder")
    with pytest.raises(dataclasses.FrozenInstanceError):
        town.people = 4  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del town.name


def test_hash_and_equality() -> None:
    """A frozen record is hashed by what it is compared by, any other one is not hashed; types are told apart."""
    assert hash(Town("Alder", 3, "Wye")) == hash(Town("Alder", 3))
    other: object = ("Alder", 0, "")
    assert Town("Alder") != other
    with pytest.raises(TypeError):
        hash(County("North"))
    assert Mark("a") != Mark("a")
    assert len({Mark("a"), Mark("a")}) == 2


def test_a_record_shows_itself() -> None:
    """The words are those of the standard library."""
    assert repr(County("North", [Town("Alder")])) == (
        "County(name='North', towns=[Town(name='Alder', people=0, river='')])"
    )


def test_a_record_of_another_kind_has_its_fields_too() -> None:
    """Fields of the class above come first."""
    found = Province("North", [], "Alder")
    assert (found.name, found.seat, found.area) == ("North", "Alder", None)
    assert found != County("North", [])


def test_copies() -> None:
    """Records are pickled, copied and replaced."""
    town = Town("Alder", 3, "Wye")
    assert pickle.loads(pickle.dumps(town)).river == "Wye"
    assert copy.deepcopy(County("North", [town])).towns[0] == town
    assert replace(town, people=5) == Town("Alder", 5)
    assert dataclasses.is_dataclass(town)


def test_slots() -> None:
    """A record has no place for what is no field."""
    with pytest.raises(AttributeError):
        County("North").mayor = "Ada"  # type: ignore[attr-defined]
