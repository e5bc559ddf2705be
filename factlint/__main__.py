"""``python -m factlint``, and the program ``factlint``."""

import sys


def run() -> None:
    """Run the program and leave with its exit status; Ctrl-C while it starts is no traceback either."""
    try:
        from factlint.cli import main

        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
