"""Where work is done: in this process, in several, or on the workers of a Dask cluster. The functions are the same."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from factlint.errors import FactlintError, UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")

_WATCH = 1.0  # seconds after which a process sees that the one that started it is gone
_RETRIES = 3


class Engine(Protocol):
    """Puts a function to many items; each result comes once, in any order, with the number of its item."""

    def each(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[tuple[int, Result]]:
        """Yield the number of each item with its result, as they are done."""
        ...


class Here:
    """Works in this process, or in as many as are asked for."""

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = jobs or (len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1)

    def each(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[tuple[int, Result]]:
        """Yield the number of each item with its result, as they are done."""
        if self.jobs == 1 or len(items) < 2:
            for number, item in enumerate(items):
                yield number, function(item)
            return
        from concurrent.futures import ProcessPoolExecutor, as_completed
        from multiprocessing import get_context

        # Not forked: a database may have threads here.
        context = get_context("spawn")
        workers = min(self.jobs, len(items))
        with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(os.getpid(),)) as pool:
            try:
                futures = {pool.submit(function, item): number for number, item in enumerate(items)}
                for future in as_completed(futures):
                    yield futures[future], future.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


class Dask:
    """Works on the workers of a Dask cluster, which must see the same files under the same names."""

    def __init__(self, scheduler: str) -> None:
        self.scheduler = scheduler

    def each(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[tuple[int, Result]]:
        """Yield the number of each item with its result, as they are done; what a lost worker had is done again."""
        try:
            import distributed
        except ImportError:
            raise UsageError("--engine dask needs Dask; install factlint[dask]") from None
        library: Any = distributed  # it tells few types
        try:
            client = library.Client(self.scheduler, timeout="10s", set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"{self.scheduler}: no Dask scheduler answers: {error}") from None
        with client:
            futures: list[Any] = client.map(function, items, pure=False, retries=_RETRIES)
            numbers = {future.key: number for number, future in enumerate(futures)}
            done = library.as_completed(futures, loop=client.loop, with_results=True, raise_errors=False)
            for future, result in done:
                if future.status != "finished":
                    raise FactlintError(f"the work failed on the cluster: {_reason(result)}")
                yield numbers[future.key], result
                future.release()


def _reason(result: object) -> str:
    if isinstance(result, tuple) and len(result) > 1:
        result = result[1]
    return f"{type(result).__name__}: {result}"


def _begin(parent: int) -> None:
    """Leave Ctrl-C to the first process, and end soon after it, however it ends."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)
