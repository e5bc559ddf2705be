"""Dataclasses that are quick to define: their methods are made when they are first needed, and most never are.

The standard library writes the source of up to six methods for each class and compiles them while modules are imported.
With the records of this program that took close to a tenth of a second. Here ``__init__`` is compiled when the first
instance is made; the other methods are shared functions. The rest is the standard library's own: ``fields``,
``replace``, slots and defaults work as ever. Of its options only ``slots``, ``frozen`` and ``eq`` are known.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, FrozenInstanceError, field, fields, replace
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field", "fields", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from dataclasses import dataclass as _standard

    def dataclass(
        cls: type | None = None, /, *, slots: bool = False, frozen: bool = False, eq: bool = True
    ) -> Callable[[type], type] | type:
        """Turn a class with annotations into a record, as ``dataclasses.dataclass`` does."""
        if cls is None:
            return lambda cls: dataclass(cls, slots=slots, frozen=frozen, eq=eq)
        own = dict(cls.__dict__)
        cls = _standard(init=False, repr=False, eq=False, slots=slots)(cls)
        cls.__init__ = _first_init(cls, frozen=frozen)
        if "__repr__" not in own:
            cls.__repr__ = _repr
        if eq:
            _add_equality(cls, own, frozen=frozen)
        if frozen:
            cls.__setattr__, cls.__delattr__ = _refuse_to_set, _refuse_to_delete
            if slots:
                cls.__getstate__, cls.__setstate__ = _get_state, _set_state
        return cls


def _first_init(cls: type, *, frozen: bool) -> Any:  # noqa: ANN401 -- a function of any signature
    """Return the ``__init__`` of a class until its first call, which puts a compiled one in its place."""

    def __init__(self: object, *arguments: object, **named: object) -> None:  # noqa: N807 -- it becomes the method
        cls.__init__ = _compiled_init(cls, frozen=frozen)  # type: ignore[misc]
        cls.__init__(self, *arguments, **named)  # type: ignore[misc]

    __init__.__qualname__ = f"{cls.__qualname__}.__init__"
    return __init__


def _compiled_init(cls: type, *, frozen: bool) -> Any:  # noqa: ANN401 -- as above
    known: dict[str, object] = {"_set": object.__setattr__, "_missing": MISSING}
    parameters, lines = [], []
    for each in fields(cls):
        name, value = each.name, each.name
        if each.default_factory is not MISSING:
            known[f"_make_{name}"] = each.default_factory
            value = f"_make_{name}()"
            if each.init:
                parameters.append(f"{name}=_missing")
                value += f" if {name} is _missing else {name}"
        elif each.default is not MISSING:
            known[f"_default_{name}"] = each.default
            if each.init:
                parameters.append(f"{name}=_default_{name}")
            else:
                value = f"_default_{name}"
        elif each.init:
            parameters.append(name)
        else:
            continue
        lines.append(f"  _set(self, {name!r}, {value})" if frozen else f"  self.{name} = {value}")
    source = f"def __init__({', '.join(('self', *parameters))}):\n" + ("\n".join(lines) or "  pass")
    exec(source, known)  # noqa: S102 -- the names are those of the class's own fields
    made: Any = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _add_equality(cls: Any, own: Mapping[str, object], *, frozen: bool) -> None:  # noqa: ANN401 -- a class is changed
    compared = _getter(each.name for each in fields(cls) if each.compare)
    hashed = _getter(each.name for each in fields(cls) if (each.compare if each.hash is None else each.hash))

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 -- it becomes the method
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(compared(self) == compared(other))

    def __hash__(self: object) -> int:  # noqa: N807 -- it becomes the method
        return hash(hashed(self))

    if "__eq__" not in own:
        cls.__eq__ = __eq__
    if own.get("__hash__") is None:
        cls.__hash__ = __hash__ if frozen else None


def _getter(names: Iterable[str]) -> Callable[[object], object]:
    listed = tuple(names)
    return attrgetter(*listed) if listed else lambda _: ()


@recursive_repr()
def _repr(self: Any) -> str:  # noqa: ANN401 -- any record
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({shown})"


def _refuse_to_set(_: object, name: str, __: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _get_state(self: Any) -> list[object]:  # noqa: ANN401 -- any record
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _set_state(self: Any, state: list[object]) -> None:  # noqa: ANN401 -- any record
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)
