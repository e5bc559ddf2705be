"""``python -m factlint``, and the program ``factlint``."""

import gc
import sys

_GARBAGE = 200_000
"""Allocations between two rounds of garbage collection: a run makes many small values and hardly a cycle among them."""


def run() -> None:
    """Run the program and leave with its exit status; Ctrl-C while it starts is no traceback either."""
    gc.set_threshold(_GARBAGE)
    try:
        from factlint.commands.quick import quick_check

        status = quick_check(sys.argv[1:])
        if status is None:
            from factlint.cli import main

            status = main()
        sys.exit(status)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
