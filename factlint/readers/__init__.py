"""A path, bytes or text to a Document with turns, sentences, tables and dateline filled in."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factlint.readers.kinds import MARKDOWN_SUFFIXES
    from factlint.readers.limits import Limits, load_bytes
    from factlint.readers.reading import read_bytes, read_path, read_text
    from factlint.readers.walk import discover

__all__ = ["MARKDOWN_SUFFIXES", "Limits", "discover", "load_bytes", "read_bytes", "read_path", "read_text"]

_HOMES = {"MARKDOWN_SUFFIXES": "kinds", "Limits": "limits", "load_bytes": "limits", "discover": "walk"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- a run that reads no text, for all is known of it, loads no reader
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"factlint.readers.{_HOMES.get(name, 'reading')}"), name)
    globals()[name] = found
    return found
