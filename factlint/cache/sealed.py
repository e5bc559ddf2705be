"""Values as sealed bytes: whatever was cut short, changed or made by something else does not open.

The seal is no secret. It tells what a disk lost; that nobody else wrote it, the owner of its folder tells. And should both
be fooled, opening makes values of this program's own records only and can call nothing else.
"""

import pickle
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from factlint.cache.installed import digest

if TYPE_CHECKING:
    from fractions import Fraction

T = TypeVar("T")
_SEAL = 40
_ROOMS = ("factlint.model.", "factlint.knowledge.")
_OTHERS = {
    ("builtins", "set"), ("builtins", "frozenset"), ("collections", "defaultdict"), ("builtins", "list"), ("builtins", "dict"),
    ("factlint.knowledge", "Knowledge"), ("datetime", "date"), ("decimal", "Decimal"), ("factlint.cache.sealed", "fraction"),
    ("factlint.alignment.cross", "Kept"), ("factlint.alignment.cross", "Source"), ("factlint.alignment.principals", "About"),
}  # fmt: skip


def fraction(above: int, below: int) -> "Fraction":
    """Return a fraction of whole numbers; its own way leads through text, which takes ten times as long."""
    from fractions import Fraction

    return Fraction(above, below)


class _Pickler(pickle.Pickler):
    """Writes fractions as their two numbers."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 -- as the base class has it
        """Return how to make a value again."""
        if type(value).__name__ == "Fraction":
            return fraction, (value.numerator, value.denominator)  # type: ignore[attr-defined]
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Makes records of this program and plain values, nothing else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 -- as the base class has it
        """Return what a name stands for."""
        if (module, name) in _OTHERS or (module.startswith(_ROOMS) and "." not in name):
            found = super().find_class(module, name)
            if isinstance(found, type) or found is fraction:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is nothing that is kept")


def seal(value: object) -> bytes:
    """Return a value as sealed bytes."""
    stream = BytesIO()
    _Pickler(stream, protocol=5).dump(value)
    body = stream.getvalue()
    return digest(body).encode() + body


def unseal(data: bytes, kind: Callable[..., T]) -> T | None:
    """Return the value of sealed bytes, None where they are not whole or hold something of another type."""
    if len(data) <= _SEAL or digest(data[_SEAL:]).encode() != data[:_SEAL]:
        return None
    try:
        value = _Unpickler(BytesIO(data[_SEAL:])).load()
    except Exception:  # noqa: BLE001 -- whatever is wrong with what was kept: it is made anew
        return None
    return value if isinstance(value, kind) else None  # type: ignore[arg-type]
