"""What can go wrong, said for people: what was wrong, where, and what to do."""

from pathlib import Path


class FactlintError(Exception):
    """Base of all errors that the project raises on purpose."""


class UsageError(FactlintError):
    """An option or argument that makes no sense."""


class ReadError(FactlintError):
    """An input that could not be read as text."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


class DataError(FactlintError):
    """A mistake in a data file: the file, the line (from 1, or 0 where unknown) and a hint."""

    def __init__(self, path: Path | str, line: int, message: str, hint: str = "") -> None:
        place = f"{path}:{line}" if line else str(path)
        super().__init__(f"{place}: {message}" + (f" ({hint})" if hint else ""))
        self.path = str(path)
        self.line = line
        self.message = message
        self.hint = hint


class DataErrors(FactlintError):  # noqa: N818 -- several of them
    """All mistakes of one load, raised at once."""

    def __init__(self, errors: list[DataError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors
