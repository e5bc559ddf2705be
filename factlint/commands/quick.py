"""The quickest way to a report: of a few files, asked for in the plainest way, whose results are all known.

Reading a command line with every option costs more than all the rest of such a run. What is not as plain as
``check [--format FORMAT] FILE...``, or not known, takes the common way and is told there, whatever is wrong with it.
"""

import os
from collections.abc import Sequence

_MOST = 8
"""Files: of more it is no longer the command line that counts."""


def quick_check(arguments: Sequence[str]) -> int | None:
    """Check, report and return the exit status; None, with nothing written, where the common way is to be taken."""
    if not arguments or arguments[0] != "check" or os.environ.get("FACTLINT_NO_CACHE"):
        return None
    form, paths = _plain(arguments[1:])
    if not 0 < len(paths) <= _MOST or not all(map(os.path.isfile, paths)):
        return None
    from factlint.commands.checking import RunOptions, Wanted, check_once
    from factlint.errors import FactlintError
    from factlint.readers.limits import Limits
    from factlint.reporters.formats import FORMATS
    from factlint.runs import NotRecalledError

    if form not in FORMATS or FORMATS[form].wants_texts:
        return None
    options = RunOptions(cache_dir=os.environ.get("FACTLINT_CACHE_DIR") or None)
    try:
        return check_once(Wanted(paths, form, run=options, limits=Limits(), recalled_only=True))
    except (NotRecalledError, FactlintError, OSError):
        return None


def _plain(words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the format and the files that the words name; no files where they say anything else."""
    form, paths, at = "text", [], 0
    while at < len(words):
        word = words[at]
        if word == "--format" and at + 1 < len(words):
            at += 1
            form = words[at]
        elif word.startswith("--format="):
            form = word.partition("=")[2]
        elif word.startswith("-") or not word:
            return form, ()
        else:
            paths.append(word)
        at += 1
    return form, tuple(paths)
