"""Reading paths, bytes and texts into documents."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.errors import ReadError
from factlint.model.document import Block, Document
from factlint.readers import read_bytes, read_path, read_text
from factlint.readers.sentences import LONGEST

SEED = Path(__file__).parents[2] / "seeds" / "scio-briefing-2023-04-20.txt"
PRESS = st.text(
    st.sampled_from(
        "AaBQq 19.,:;!?%$\n\r\t-\u2013\u2026\"'\u201c\u201d()[]|#*_`<>&~\\\u00e9\u4e2d\u3002\U0001f600\u2028\x0c"
    )
)


def obeys_the_laws(document: Document) -> None:
    """Assert what holds of every document: sentences ordered, disjoint, numbered, never white space at an edge."""
    end = 0
    paragraph = 0
    for index, sentence in enumerate(document.sentences):
        words = sentence.span.of(document.text)
        assert sentence.index == index
        assert sentence.span.start >= end
        assert words == words.strip() != ""
        assert any(map(str.isalnum, words))
        assert sentence.paragraph >= paragraph
        assert len(words) <= max(LONGEST, 100)
        assert sentence.section is None or sentence.section < index
        assert sentence.turn is None or document.turns[sentence.turn].span.covers(sentence.span)
        if sentence.section is not None:
            assert document.sentences[sentence.section].block is Block.HEADING
        end, paragraph = sentence.span.end, sentence.paragraph
    for one, next_one in zip(document.turns, document.turns[1:], strict=False):
        assert one.label.end <= one.span.start <= one.span.end <= next_one.label.start
    assert len(document.text) == len(document.source)


@given(PRESS)
def test_any_text_is_read_and_keeps_the_laws(text: str) -> None:
    """No text of press signs, however odd, crashes the reader or breaks the laws of sentences."""
    document = read_text(text)
    assert document.text == document.source
    obeys_the_laws(document)


@given(PRESS)
def test_any_markdown_is_read_and_keeps_the_laws(text: str) -> None:
    """The same for Markdown: what is shown is the source or a space, character for character."""
    document = read_text(text, kind="markdown")
    obeys_the_laws(document)
    ends = [(a, b) for a, b in zip(document.source, document.text, strict=True) if (a in "\r\n") != (b in "\r\n")]
    assert ends == []


@given(st.text())
def test_any_unicode_is_read(text: str) -> None:
    """No Unicode text crashes the reader."""
    obeys_the_laws(read_text(text))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Bytes become a document or a ReadError, nothing else."""
    try:
        document = read_bytes(data, "any.txt")
    except ReadError as error:
        assert str(error).startswith("any.txt: ")  # noqa: PT017
    else:
        obeys_the_laws(document)


@given(
    st.lists(st.sampled_from(["Exports rose 5.3%.", "", "Zhao Zhiguo:", "- an item", "A Heading", "so it went on,"]))
)
def test_line_endings_change_nothing(lines: list[str]) -> None:
    """LF, CRLF and CR give the same sentences."""
    texts = [
        [s.span.of(d.text).split() for s in d.sentences]
        for d in (read_text(end.join(lines)) for end in ("\n", "\r\n", "\r"))
    ]
    assert texts[0] == texts[1] == texts[2]


def test_a_seed_is_read_whole() -> None:
    """The seed's speakers, questions, date and place are found."""
    document = read_path(SEED)
    speakers = {turn.speaker for turn in document.turns}
    assert {"Shou Xiaoli", "Zhao Zhiguo", "Tao Qing", "21st Century Business Herald", "CCTV.com"} <= speakers
    asking = {turn.speaker for turn in document.turns if turn.is_question}
    assert asking == speakers - {"Shou Xiaoli", "Zhao Zhiguo", "Tao Qing"}
    assert str(document.dateline.date) == "2023-04-20"
    assert document.dateline.place == "Beijing"
    assert document.dateline.is_event
    obeys_the_laws(document)


def test_a_byte_order_mark_is_no_part_of_the_source(tmp_path: Path) -> None:
    """A BOM is stripped, line endings are kept, and offsets count from the first character after it."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfExports rose 5%.\r\nThey fell.\r\n")
    document = read_path(path)
    assert document.source == "Exports rose 5%.\r\nThey fell.\r\n"
    assert [tuple(sentence.span) for sentence in document.sentences] == [(0, 16), (18, 28)]
    assert document.line_column(18) == (2, 1)


def test_an_empty_file_has_no_sentences(tmp_path: Path) -> None:
    """An empty file, and one of blank lines, are read as documents without sentences."""
    for name, data in (("empty.txt", b""), ("blank.txt", b"\n \r\n\t\n")):
        path = tmp_path / name
        path.write_bytes(data)
        assert read_path(path).sentences == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is a ReadError with its path and reason."""
    with pytest.raises(ReadError, match=r"gone\.txt: no such file"):
        read_path(tmp_path / "gone.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder given for a file is a ReadError."""
    with pytest.raises(ReadError, match="folder"):
        read_path(tmp_path)


def test_a_locked_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission is a ReadError that says so."""

    def refuse(_: Path, _mode: str) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match="permission"):
        read_path(tmp_path / "a.txt")


def test_a_walked_file_may_be_excluded(tmp_path: Path) -> None:
    """For a file that was met in a folder the advice includes leaving it out."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(ReadError, match="exclude it"):
        read_path(path, walked=True)


def test_the_name_of_standard_input_tells_its_type() -> None:
    """With a file name given, standard input is read by its suffix and called by that name."""
    document = read_bytes(b"# Exports `rose`\n", "-", "draft.md")
    assert document.path == "draft.md"
    assert document.sentences[0].block is Block.HEADING
    assert read_bytes(b"# Exports `rose`\n", "-").text == "# Exports `rose`\n"


def test_an_unknown_kind_is_refused() -> None:
    """A kind of text that there is no reader for is a mistake of the caller."""
    with pytest.raises(ValueError, match="rtf"):
        read_text("Exports rose.", kind="rtf")


def _seconds(text: str) -> float:
    start = time.perf_counter()
    read_text(text)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "unit",
    [
        "Exports rose 5.3 percent to 2.64 million units, Mr. Li of Acme Inc. said. ",
        "no stop at all and then ",
        ".",
        '."',
        "x" + " " * 40,
        "a: ",
        "[",
    ],
)
def test_one_long_line_takes_linear_time(unit: str) -> None:
    """Five megabytes in one line take about five times as long as one megabyte, whatever they hold."""
    small, large = unit * (1_000_000 // len(unit)), unit * (5_000_000 // len(unit))
    _seconds(unit)
    once = min(_seconds(small) for _ in range(3))
    assert _seconds(large) < max(20 * once, 1.0)


def test_a_long_run_without_a_stop_is_cut() -> None:
    """No sentence is longer than the limit, and no word is cut or lost."""
    document = read_text("word " * 5000)
    assert max(s.span.end - s.span.start for s in document.sentences) <= LONGEST
    assert sum(s.span.of(document.text).count("word") for s in document.sentences) == 5000
