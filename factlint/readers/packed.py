"""Files that are zip archives of XML (DOCX, ODT, XLSX): opened and parsed within bounds."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from factlint.errors import ReadError
from factlint.readers.limits import MEGABYTE, told_size

_MOST_MEMBER = 200 * MEGABYTE  # of XML, unpacked
_MOST_RATIO = 200  # unpacked to packed; text packs to a tenth, bombs to a thousandth
_FREE = 5 * MEGABYTE  # up to which no ratio is asked
_DEEPEST = 400
_MOST_NODES = 1_500_000
_CHUNK = 1 << 16


def kind_inside(data: bytes) -> str | None:
    """Return what a zip archive is by the members that it lists, or None."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return "docx"
            if "xl/workbook.xml" in names:
                return "xlsx"
            if "content.xml" in names and "mimetype" in names:
                info = archive.getinfo("mimetype")
                words = archive.read("mimetype") if info.file_size < 200 else b""
                return "odt" if words.startswith(b"application/vnd.oasis.opendocument.text") else None
    except (zipfile.BadZipFile, OSError, ValueError, zlib.error, RuntimeError, NotImplementedError):
        return None
    return None


def whole(words: str | None, otherwise: int = 0) -> int:
    """Return what an attribute says where it is a number of a few digits, as it is in an honest file."""
    return int(words) if words and len(words) < 8 and words.isascii() and words.isdigit() else otherwise


class Packed:
    """An open archive whose members are parsed within bounds; every failure is a ReadError for people."""

    def __init__(self, data: bytes, path: str, format_name: str) -> None:
        self.path = path
        self._name = format_name
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise ReadError(path, f"this is no {format_name} file but an old Office file, or one under a password")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise ReadError(path, f"this is no {format_name} file, or a damaged one (not a zip archive)") from None
        self._left = _MOST_MEMBER

    def names(self) -> list[str]:
        """Return the names of the members."""
        return self._archive.namelist()

    def parse(self, name: str, *, required: bool = False) -> Element | None:
        """Return the root of a member of XML; None where there is none and none is needed."""
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            if required:
                raise ReadError(self.path, f"this is no {self._name} file: it has no {name} inside") from None
            return None
        if info.flag_bits & 1:
            raise ReadError(self.path, f"this {self._name} file is under a password; save it without one")
        packed = max(info.compress_size, 1)
        if info.file_size > self._left or (info.file_size > _FREE and info.file_size > packed * _MOST_RATIO):
            self._refuse(name, info.file_size)
        target = _Bounded(self.path, name)
        parser = XMLParser(target=target)  # noqa: S314 -- bounded below: no document type, no entity, no depth
        try:
            with self._archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        self._refuse(name, _MOST_MEMBER)
                    parser.feed(chunk)
            root = parser.close()
        except (zipfile.BadZipFile, OSError, EOFError, ParseError, zlib.error, RuntimeError, ValueError) as error:
            raise ReadError(self.path, f"this {self._name} file is damaged ({name}: {error})") from None
        assert isinstance(root, Element)
        return root

    def _refuse(self, name: str, size: int) -> None:
        raise ReadError(
            self.path,
            f"refused: {name} inside unpacks to {told_size(size)} or more, far beyond what a text needs (a zip bomb?)",
        )


class _Bounded(TreeBuilder):
    """Builds a tree that is neither deeper nor larger than any text has need of, and takes no declarations."""

    def __init__(self, path: str, name: str) -> None:
        super().__init__()
        self._path = path
        self._name = name
        self._depth = 0
        self._nodes = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Open an element."""
        self._depth += 1
        self._nodes += 1
        if self._depth > _DEEPEST or self._nodes > _MOST_NODES:
            what = (
                f"nested more than {_DEEPEST} deep" if self._depth > _DEEPEST else f"of over {_MOST_NODES:,} elements"
            )
            raise ReadError(self._path, f"refused: {self._name} inside is {what}")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """Close an element."""
        self._depth -= 1
        return super().end(tag)

    def doctype(self, *_: object) -> None:
        """Refuse a document type: it serves no text, and entities that grow are declared there."""
        raise ReadError(self._path, f"refused: {self._name} inside declares a document type (an entity bomb?)")
