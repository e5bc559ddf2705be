"""``factlint text``: what offsets point into."""

from tests.support import WRONG, Program


def test_the_text_is_the_decoded_source(program: Program) -> None:
    """Without byte order mark, line endings kept; offsets of findings point into it."""
    program.write("a.txt", b"\xef\xbb\xbf" + WRONG.replace(". ", ".\r\n").encode())
    done = program("text", "a.txt")
    assert (done.status, done.raw) == (0, WRONG.replace(". ", ".\r\n").encode())
    for finding in program("check", "a.txt", "--format", "json").json["findings"]:
        for place in finding["locations"]:
            assert done.raw.decode()[place["start"] : place["end"]] == place["text"]


def test_standard_input_and_what_cannot_be_read(program: Program) -> None:
    """``-`` is standard input; a file that is no text ends with 2."""
    assert program("text", "-", stdin=b"12 ships").out == "12 ships\n"
    done = program("text", "no.txt")
    assert (done.status, done.out) == (2, "")
    assert "no such file" in done.err
