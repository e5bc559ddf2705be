"""A version of a text: a file, or a file as a revision of git has it (HEAD~1:release.md)."""

import re
import subprocess
from pathlib import Path

from factlint.errors import ReadError
from factlint.model.document import Document
from factlint.readers import read_bytes, read_path

_REVISION = re.compile(r"([\w./~^@{}-]{2,}):(.+)")


def read_version(name: str) -> Document:
    """Read a file or REVISION:PATH; raises ReadError, which says for people what is wrong."""
    told = _REVISION.fullmatch(name)
    if told is None or Path(name).exists():
        return read_path(Path(name))
    revision, path = told.groups()
    if revision.startswith("-"):
        raise ReadError(name, "no such file")
    try:
        done = subprocess.run(
            ["git", "show", "--end-of-options", f"{revision}:./{path}"],
            capture_output=True, check=False, timeout=60,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ReadError(name, f"git cannot be asked for it: {error}") from None
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().splitlines()
        raise ReadError(name, f"git does not have it: {why[-1] if why else 'no reason given'}")
    return read_bytes(done.stdout, name, path)
