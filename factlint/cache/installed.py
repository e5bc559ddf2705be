"""What is installed, as one short word: code, rules and Python. What was kept by other code or rules is not this program's."""

import os
import sys
from collections.abc import Iterator
from functools import cache

try:
    from _blake2 import blake2b  # a tenth of the time that hashlib takes to load
except ImportError:  # pragma: no cover -- another Python
    from hashlib import blake2b

_READING = ("charset_normalizer-", "markdown_it_py-", "pathspec-", "pint-", "pypdfium2-", "regex-")
_SUFFIXES = (".py", ".toml", ".css", ".js")


def digest(*parts: bytes) -> str:
    """Return a hash of parts: which parts there are counts, not what they are when joined."""
    found = blake2b(digest_size=20)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.hexdigest()


@cache
def installed() -> str:
    """Return a hash over the names, sizes and times of all files of code and rules, and over the versions of Python and of libraries.

    Files are not read: that would cost more than what is kept saves.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    folders = [package]
    beside = os.path.join(os.path.dirname(package), "rules")
    if not os.path.isdir(os.path.join(package, "rules")):
        folders.append(beside)
    lines = [sys.version, sys.platform, package, *sorted(_libraries())]
    for folder in folders:
        lines += sorted(_states(folder))
    return digest("\n".join(lines).encode("utf-8", "surrogateescape"))


def _states(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_SUFFIXES):
                found = entry.stat()
                yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _states(entry.path)


def _libraries() -> Iterator[str]:
    """Yield the names, which tell the versions, of the installed packages by which texts are read."""
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:  # a zip file, or gone
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")) and name.lower().startswith(_READING):
                yield name
