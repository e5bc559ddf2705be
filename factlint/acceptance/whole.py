"""Files that are whole at any time: a reader sees the old one or the new one, whenever the program is stopped."""

import contextlib
import os
import stat


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file beside its place and move it there; what is no plain file (a pipe, a device) is written to directly.

    A link stays a link and the file that it leads to is replaced, with the permissions that it had. Where the folder
    takes no new file, a file that is there and may be written is written in place. Raises OSError; what was there
    before then is there still.
    """
    place = os.path.realpath(path)
    try:
        before = os.stat(place)
    except FileNotFoundError:
        before = None
    if before is not None and not stat.S_ISREG(before.st_mode):
        _write(place, data, os.O_WRONLY)
        return
    folder, name = os.path.split(place)
    beside = os.path.join(folder, f".{name[:100]}.{os.getpid()}.part")
    try:
        _write(beside, data, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    except PermissionError:
        if before is None:
            raise
        _write(place, data, os.O_WRONLY | os.O_TRUNC)
        return
    except OSError:
        _remove(beside)
        raise
    try:
        if before is not None:
            os.chmod(beside, stat.S_IMODE(before.st_mode))
        os.replace(beside, place)
    except OSError:
        _remove(beside)
        raise


def _write(path: str, data: bytes, how: int) -> None:
    with open(os.open(path, how | getattr(os, "O_BINARY", 0), 0o666), "wb") as file:
        file.write(data)
        file.flush()
        with contextlib.suppress(OSError):  # a pipe or a device keeps nothing
            os.fsync(file.fileno())


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.remove(path)
