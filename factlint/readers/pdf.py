"""PDF to paragraphs: the words come from a process of its own, so that a crash of the native library loses one file."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factlint.errors import ReadError
from factlint.readers.extract import Extract
from factlint.readers.limits import Limits

_WORKER = Path(__file__).with_name("pdf_worker.py")
_SECONDS = 120.0


def can_read_pdf() -> bool:
    """Say whether the library that reads PDF is installed."""
    return find_spec("pypdfium2") is not None


def read_pdf(data: bytes, path: str, limits: Limits) -> Extract:
    """Return the text of a PDF in reading order; places know their page and rectangle."""
    if not data.lstrip()[:5] == b"%PDF-" and b"%PDF-" not in data[:1024]:
        raise ReadError(path, "this is no PDF: it does not begin like one")
    if not can_read_pdf():
        raise ReadError(path, "reading PDF needs the library pypdfium2; install factlint[pdf]")
    from factlint.readers.pdf_layout import lay_out
    from factlint.readers.pdf_page import Page

    pages: list[Page] = []
    notes: list[str] = []
    for row in _rows(data, path, limits):
        if "words" in row:
            pages.append(Page.of(row))
        elif "page" in row:
            notes.append(f"page {row['page']} cannot be read ({row['error']})")
        elif "error" in row:
            raise ReadError(path, str(row["error"]))
        elif row.get("cut"):
            notes.append("a very long file: only its first part is read")
    if not any(page.words for page in pages):
        raise ReadError(path, "this PDF holds no text, only pictures; run text recognition (OCR) on it first")
    extract = lay_out(pages)
    extract.notes.extend(notes)
    return extract


def _rows(data: bytes, path: str, limits: Limits) -> Iterator[dict[str, Any]]:
    """Yield what the worker tells, line by line; its end is told for people."""
    seconds = min(limits.seconds or _SECONDS, _SECONDS)
    environment = {
        key: value for key, value in os.environ.items() if key in ("PATH", "PYTHONPATH", "SYSTEMROOT", "VIRTUAL_ENV")
    }
    command = [sys.executable, "-P", "-X", "utf8", str(_WORKER)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, env=environment, check=False)
    except subprocess.TimeoutExpired:
        raise ReadError(
            path, f"reading this PDF took longer than {seconds:g} seconds; raise --timeout, or split it"
        ) from None
    except OSError as error:
        raise ReadError(path, f"the program that reads PDF could not be started: {error.strerror}") from None
    if done.returncode != 0:
        reason = "ran out of memory" if b"MemoryError" in done.stderr else f"ended with {done.returncode}"
        raise ReadError(
            path, f"the library that reads PDF failed on this file (it {reason}); the other files are not touched"
        )
    for line in done.stdout.splitlines():
        yield json.loads(line)
