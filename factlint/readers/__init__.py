"""A path, bytes or text to a Document with turns, sentences and dateline filled in."""

from pathlib import Path, PurePath

from factlint.errors import ReadError
from factlint.model.document import Document
from factlint.readers.dateline import dateline_of
from factlint.readers.decode import decode
from factlint.readers.plain import paragraphs_of
from factlint.readers.sentences import sentences_of
from factlint.readers.turns import turns_of
from factlint.readers.walk import discover

__all__ = ["MARKDOWN_SUFFIXES", "discover", "read_bytes", "read_path", "read_text"]

MARKDOWN_SUFFIXES = frozenset((".md", ".markdown"))


def read_path(path: Path, *, walked: bool = False) -> Document:
    """Read a file; raises ReadError, which says for people what is wrong, for all that cannot be read as text.

    ``walked`` says that a folder was named and not the file, so that the advice can be to leave it out.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadError(str(path), "no such file") from None
    except IsADirectoryError:
        raise ReadError(str(path), "this is a folder, not a file") from None
    except PermissionError:
        raise ReadError(str(path), "permission to read it is denied") from None
    except (OSError, ValueError) as error:
        raise ReadError(str(path), f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    try:
        return read_bytes(data, str(path))
    except ReadError as error:
        advice = "; or exclude it from the run" if walked else ""
        raise ReadError(error.path, error.message + advice) from None


def read_bytes(data: bytes, path: str, filename: str | None = None) -> Document:
    """Read the bytes of a file or of standard input; ``filename`` then says what to call it and of what type it is."""
    name = filename or path
    text, note = decode(data, name)
    document = read_text(text, name, _kind_of(name))
    if note is not None:
        document.notes.append(note)
    return document


def read_text(text: str, path: str = "<text>", kind: str = "text") -> Document:
    """Read a text that is already decoded; ``kind`` is "text" or "markdown"."""
    source = text.removeprefix("\ufeff")
    dateline = None
    if kind == "markdown":
        # Only here: the parser of Markdown takes longer to import than a text to read.
        from factlint.readers.markup import front_matter_date, read_markdown

        shown, paragraphs = read_markdown(source)
        dateline = front_matter_date(source)
    elif kind == "text":
        shown, paragraphs = source, paragraphs_of(source)
    else:
        raise ValueError(f"kind of text is {kind!r}, not 'text' or 'markdown'")
    turns = turns_of(shown, paragraphs)
    sentences = sentences_of(shown, paragraphs, turns)
    return Document(
        path=path,
        source=source,
        text=shown,
        turns=turns,
        sentences=sentences,
        dateline=dateline or dateline_of(shown, path),
    )


def _kind_of(name: str) -> str:
    return "markdown" if PurePath(name).suffix.lower() in MARKDOWN_SUFFIXES else "text"
