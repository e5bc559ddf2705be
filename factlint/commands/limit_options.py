"""The options of every reading command that say how much a file may ask of a run, and in which encoding it is."""

import codecs
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from factlint.errors import UsageError

if TYPE_CHECKING:
    from factlint.readers.limits import Limits

Wrapped = Callable[..., Any]


def limit_options(command: Wrapped) -> Wrapped:
    """Add --encoding, --max-file-size and --timeout to a command, which takes them as one value ``limits``."""

    @wraps(command)
    def collected(
        *,
        encoding: str | None,
        max_file_size: str | None,
        timeout: float | None,
        **given: Any,  # noqa: ANN401 -- click's own
    ) -> Any:  # noqa: ANN401 -- click's own parameters
        return command(limits=_limits(encoding, max_file_size, timeout), **given)

    for option in (
        click.option(
            "--timeout", type=click.FloatRange(0), metavar="SECONDS",
            help="Give a file up after so long; 0 waits for ever.  [default: 300]",
        ),
        click.option(
            "--max-file-size", metavar="SIZE", help="Do not read a file larger than this: 500k, 20MB; 0 is no limit.  [default: 20MB]"
        ),
        click.option("--encoding", metavar="NAME", help="Read text files in this encoding instead of telling it by their bytes."),
    ):  # fmt: skip
        collected = option(collected)
    return collected


def _limits(encoding: str | None, max_file_size: str | None, timeout: float | None) -> "Limits":
    from factlint.readers.limits import DEFAULT_SECONDS, DEFAULT_SIZE, Limits, size_of

    if encoding is not None:
        try:
            known = codecs.lookup(encoding)
            b"".decode(known.name)
        except (LookupError, ValueError):
            raise UsageError(
                f"--encoding {encoding!r} is not known; try utf-8, utf-16, cp1252, latin-1 or gb18030"
            ) from None
        encoding = known.name
    return Limits(
        DEFAULT_SIZE if max_file_size is None else size_of(max_file_size),
        DEFAULT_SECONDS if timeout is None else timeout,
        encoding,
    )
