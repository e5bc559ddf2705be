"""Hostile files: bombs, depth and size end in a message, not in a crash."""

import io
import time
import zipfile
from types import FrameType, GeneratorType

import pytest

from factlint.engine import Settings, run
from factlint.errors import ReadError, UsageError
from factlint.readers import read_bytes
from factlint.readers.limits import Limits, size_of, told_size
from tests.support import WRONG, Program

HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def packed(xml: str | bytes, name: str = "word/document.xml") -> bytes:
    """Return a zip archive with one member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
    return stream.getvalue()


def test_a_zip_bomb_is_refused() -> None:
    """A member that unpacks to a thousand times its size is not unpacked."""
    data = packed(b" " * 30_000_000)
    start = time.perf_counter()
    with pytest.raises(ReadError, match="zip bomb"):
        read_bytes(data, "a.docx")
    assert time.perf_counter() - start < 5


def test_an_entity_bomb_is_refused() -> None:
    """A document type is refused before any entity grows."""
    xml = '<!DOCTYPE a [<!ENTITY b "' + "x" * 100 + '">]>' + HEAD + "&b;</w:body></w:document>"
    with pytest.raises(ReadError, match="document type"):
        read_bytes(packed(xml), "a.docx")


def test_deep_nesting_is_refused() -> None:
    """Elements inside one another thousands deep are refused."""
    xml = HEAD + "<w:sdt>" * 20_000 + "</w:sdt>" * 20_000 + "</w:body></w:document>"
    with pytest.raises(ReadError, match="nested more than"):
        read_bytes(packed(xml), "a.docx")


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.xlsx"])
def test_an_archive_of_something_else(name: str) -> None:
    """An archive without the member that the format needs says so."""
    with pytest.raises(ReadError, match="has no"):
        read_bytes(packed("<a/>", "other.xml"), name)


def test_the_size_of_a_file_is_bounded(program: Program) -> None:
    """A file larger than allowed is an error; the others keep their results."""
    program.write("large.txt", "The club has 640 members. " * 100)
    program.write("small.txt", WRONG)
    done = program("check", "--max-file-size", "1k", "--format", "json", ".")
    assert done.status == 2
    assert "limit of 1 kB" in done.json["errors"][0]["message"]
    assert len(done.json["findings"]) == 1
    assert program("check", "--max-file-size", "many", ".").status == 2
    assert program("check", "--max-file-size", "0", "small.txt").status == 1


def test_standard_input_is_bounded(program: Program) -> None:
    """No more is read of standard input than a file may have."""
    done = program("check", "--max-file-size", "10", "-", stdin=b"x" * 1000)
    assert done.status == 2
    assert "larger than the limit" in done.err


def test_the_time_of_a_file_is_bounded(program: Program) -> None:
    """A file that takes too long is given up; the others keep their results."""
    long = program.write("a.txt", "The club has 640 members and 12 rooms in 2023. " * 20_000)
    short = program.write("b.txt", WRONG)
    run([str(short)])  # what is loaded on first use counts for no file
    report = run([str(long), str(short)], Settings(limits=Limits(seconds=2)))
    assert [problem.path for problem in report.errors] == [str(long)]
    assert "--timeout" in report.errors[0].message
    assert len(report.findings) == 1


def test_sizes_as_people_write_them() -> None:
    """Sizes have units, and nothing else is one."""
    assert [size_of(words) for words in ("500", "64k", "20MB", "1.5g", "1 MiB", "0")] == [
        500, 64_000, 20_000_000, 1_500_000_000, 1_000_000, 0,
    ]  # fmt: skip
    assert [told_size(size) for size in (12, 1500, 20_000_000)] == ["12 bytes", "1.5 kB", "20 MB"]
    with pytest.raises(UsageError, match="no size"):
        size_of("-5")


@pytest.mark.parametrize(
    ("encoding", "data"), [("cp1252", b"Costs of \x80 5."), ("utf-16-be", "Costs of \u20ac 5.".encode("utf-16-be"))]
)
def test_a_named_encoding_is_taken(program: Program, encoding: str, data: bytes) -> None:
    """--encoding says how to read bytes; one that does not fit, or is unknown, is an error."""
    program.write("a.txt", data)
    assert program("text", "--encoding", encoding, "a.txt").out.strip() == "Costs of \u20ac 5."
    assert program("text", "--encoding", "ascii", "a.txt").status == 2
    assert program("text", "--encoding", "klingon", "a.txt").status == 2
    assert program("text", "--encoding", "hex", "a.txt").status == 2


def test_an_alarm_beside_the_work_waits() -> None:
    """Between the work and the end of its limit an alarm raises nothing, for it would go on ringing into the next file."""
    import contextlib
    import inspect
    import signal

    from factlint.readers import limits

    def ring(frame: FrameType | None) -> None:
        handler = signal.getsignal(signal.SIGALRM)
        assert callable(handler)
        handler(signal.SIGALRM, frame)

    limit = limits.time_limit("a.txt", Limits(seconds=100))
    assert isinstance(limit, contextlib._GeneratorContextManager) and isinstance(limit.gen, GeneratorType)
    with limit:
        ring(limit.gen.gi_frame)
        with pytest.raises(limits.OutOfTimeError):
            ring(inspect.currentframe())
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_time_runs_out_in_a_thread_too() -> None:
    """Where no alarm can be set, another thread raises the error."""
    import threading

    from factlint.readers.limits import time_limit

    problems: list[ReadError] = []

    def work() -> None:
        try:
            with time_limit("a.txt", Limits(seconds=0.05)):
                while True:
                    time.sleep(0.005)
        except ReadError as error:
            problems.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)
    assert [problem.path for problem in problems] == ["a.txt"]


def test_links_out_of_a_folder_are_not_followed(program: Program) -> None:
    """A link inside a named folder is followed as long as it stays inside."""
    program.write("outside/secret.txt", "The club has 640 members.\n")
    program.write("inside/a.txt", "The club has 460 members.\n")
    (program.folder / "inside" / "out.txt").symlink_to(program.folder / "outside" / "secret.txt")
    (program.folder / "inside" / "folder").symlink_to(program.folder / "outside")
    report = run([str(program.folder / "inside")])
    assert [file.path for file in report.files] == [str(program.folder / "inside" / "a.txt")]
    assert any("lead out of the folder" in note for note in report.notes)
