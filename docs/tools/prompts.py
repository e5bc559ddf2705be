"""Prints a session of Python with the outputs as they are now: each prompt of a file is run after the one before it."""

import contextlib
import doctest
import io
import sys
import traceback
from pathlib import Path


def main(session: str) -> None:
    """Run the prompts and print the session anew; an error is shown as its last line."""
    names: dict[str, object] = {}
    shown = sys.stdout
    for example in doctest.DocTestParser().get_examples(session):
        first, *rest = example.source.splitlines()
        shown.write("".join((f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in rest))))
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            try:
                exec(compile(example.source, "<page>", "single"), names)  # noqa: S102 -- the page's own lines
            except Exception as error:
                if not example.exc_msg:
                    raise
                told.write(
                    "Traceback (most recent call last):\n...\n" + "".join(traceback.format_exception_only(error))
                )
        shown.write("".join(f"{line.rstrip() or '<BLANKLINE>'}\n" for line in told.getvalue().splitlines()))
    shown.write("\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).read_text(encoding="utf-8"))
