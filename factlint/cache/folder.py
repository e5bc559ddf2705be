"""The folder in which things are kept from run to run, and what makes it one to trust."""

import os
import stat
import sys

NAME = "factlint"
_TAG = "CACHEDIR.TAG"
_TAGGED = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder holds what factlint keeps from run to run; delete it at will.\n"


class Shelf:
    """The folder of this run, None as long as nobody has chosen one: a library writes nothing unasked."""

    folder: str | None = None


def default_folder() -> str | None:
    """Return the user's folder, of the XDG base directories, or of macOS or Windows; None for a user without a home."""
    named = os.environ.get("FACTLINT_CACHE_DIR")
    if named:
        return os.path.abspath(named)
    base = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(base):  # a relative one is to be passed by, says the specification
        return os.path.join(base, NAME)
    home = os.path.expanduser("~")
    if not os.path.isdir(
        home
    ):  # as in many containers: nobody asked to keep anything, so nobody is told that nothing is
        return None
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", NAME)
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), NAME, "Cache")
    return os.path.join(home, ".cache", NAME)


def make_folder(folder: str) -> None:
    """Make a folder that only its owner can read, marked as one that backups may leave out; raises OSError."""
    if os.path.isdir(folder):
        return
    os.makedirs(folder, mode=0o700, exist_ok=True)
    with open(os.path.join(folder, _TAG), "w", encoding="ascii") as tag:
        tag.write(_TAGGED)


def is_own(path: str) -> bool:
    """Say whether a file or folder is this user's and nobody else may write to it; on Windows the home folder sees to that."""
    if not hasattr(os, "getuid"):
        return os.path.exists(path)
    try:
        found = os.stat(path, follow_symlinks=False)
    except OSError:
        return False
    return (
        found.st_uid == os.getuid()
        and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        and not stat.S_ISLNK(found.st_mode)
    )
