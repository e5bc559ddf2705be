"""How much a file may ask of a run: size, time, and the depth and size of what it unpacks to."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factlint.errors import ReadError, UsageError
from factlint.model.record import dataclass

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

MEGABYTE = 1_000_000
DEFAULT_SIZE = 20 * MEGABYTE
DEFAULT_SECONDS = 300.0
_AGAIN = 0.25  # seconds: where an error would be lost or out of place, the alarm raises none and rings again


@dataclass(slots=True, frozen=True)
class Limits:
    """What the user allows a single file, and the encoding that the user says its text has."""

    size: int = DEFAULT_SIZE  # bytes; 0 is no limit
    seconds: float = DEFAULT_SECONDS  # 0 is no limit
    encoding: str | None = None


NO_LIMITS = Limits()
"""What counts where nothing is said."""


class OutOfTimeError(BaseException):
    """Raised inside the work on a file that takes too long; no handler of errors is to take it for one of its own."""


def size_of(words: str) -> int:
    """Return a number of bytes as people write it: 500, 64k, 20MB, 1.5g; raises UsageError for anything else."""
    text = words.strip().lower().removesuffix("b").removesuffix("i").strip()
    factor = {"k": 1000, "m": MEGABYTE, "g": 1000 * MEGABYTE}.get(text[-1:], 1)
    number = text[:-1].strip() if factor > 1 else text
    whole, _, part = number.partition(".")
    if not whole.isascii() or not whole.isdigit() or (part and not (part.isascii() and part.isdigit())):
        raise UsageError(f"{words!r} is no size; write 500, 64k, 20MB or 1.5GB, or 0 for no limit")
    return int(whole) * factor + (int(part) * factor // 10 ** len(part) if part else 0)


def told_size(size: int) -> str:
    """Return a number of bytes for people: 20 MB."""
    for unit, words in ((1000 * MEGABYTE, "GB"), (MEGABYTE, "MB"), (1000, "kB")):
        if size >= unit:
            tenths = size * 10 // unit
            return f"{tenths // 10}{f'.{tenths % 10}' if tenths % 10 else ''} {words}"
    return f"{size} bytes"


def check_size(size: int, path: str, limits: Limits) -> None:
    """Raise ReadError for a file that is larger than allowed."""
    if limits.size and size > limits.size:
        raise ReadError(
            path,
            f"at {told_size(size)} it is larger than the limit of {told_size(limits.size)} a file; "
            "split it, or raise --max-file-size",
        )


def load_bytes(path: "Path", limits: Limits = NO_LIMITS) -> bytes:
    """Return the bytes of a file; raises ReadError, which says for people why there are none."""
    try:
        with path.open("rb") as stream:
            # One byte more tells a file that is too large without reading it all, whatever its size is said to be.
            data = stream.read(limits.size + 1) if limits.size else stream.read()
            if limits.size and len(data) > limits.size:
                check_size(max(path.stat().st_size, len(data)), str(path), limits)
                check_size(len(data), str(path), limits)
    except FileNotFoundError:
        raise ReadError(str(path), "no such file") from None
    except IsADirectoryError:
        raise ReadError(str(path), "this is a folder, not a file") from None
    except PermissionError:
        raise ReadError(str(path), "permission to read it is denied") from None
    except MemoryError:
        raise ReadError(str(path), "it is larger than the memory that is free") from None
    except (OSError, ValueError) as error:
        raise ReadError(str(path), f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    return data


@contextmanager
def time_limit(path: str, limits: Limits) -> Iterator[None]:
    """Let the work on a file end with a ReadError where it takes longer than allowed."""
    import signal
    import threading

    message = f"not done after {limits.seconds:g} seconds; split it, or raise --timeout"
    if not limits.seconds:
        yield
        return
    is_main = threading.current_thread() is threading.main_thread()
    try:
        if is_main and hasattr(signal, "setitimer"):
            with _alarm(limits.seconds):
                yield
        else:
            with _raised_from_outside(limits.seconds):
                yield
    except OutOfTimeError:
        raise ReadError(path, message) from None


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    import signal

    def ring(_signal: int, frame: "FrameType | None") -> None:
        if not (_is_beside_the_work(frame) or _is_in_callback(frame)):
            raise OutOfTimeError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _is_beside_the_work(frame: "FrameType | None") -> bool:
    """Tell whether the work has not begun or is over, so that an error would leave the alarm ringing into what follows."""
    import contextlib

    return frame is not None and frame.f_code.co_filename in {__file__, contextlib.__file__}


def _is_in_callback(frame: "FrameType | None") -> bool:
    """Tell whether the interpreter is inside a callback of its garbage collection, where an error would be lost."""
    import gc

    codes = {getattr(callback, "__code__", None) for callback in gc.callbacks}
    while frame is not None:
        if frame.f_code in codes:
            return True
        frame = frame.f_back
    return False


@contextmanager
def _raised_from_outside(seconds: float) -> Iterator[None]:
    """Where no alarm can be set, as on Windows or in a thread, let another thread raise the error in this one."""
    import ctypes
    import threading

    done = threading.Lock()
    is_done = False
    here = threading.get_ident()

    def ring() -> None:
        with done:
            if not is_done:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(here), ctypes.py_object(OutOfTimeError))

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with done:
            is_done = True
