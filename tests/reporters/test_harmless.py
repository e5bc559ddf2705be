"""What a text, a file name or a mistake holds never steers the terminal that a report is read on."""

import csv
import io
import json
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from factlint.commands.output import Output
from factlint.reporters.formats import FORMATS
from factlint.reporters.segments import harmless
from tests.support import Program

# Window title, colour, C1 introducer, right to left override, isolate, zero width, line separator, delete.
EVIL = "\x1b]0;x\x07\x1b[31m\x9b31m\u202e\u2066\u200b\u2028\x7f\x08"
WORDS = f"The {EVIL}network has 2.64 million 5G base stations. We {EVIL} run 2.46 million 5G {EVIL}base stations.\n"
MARKUP_FREE = ("html",)  # what a browser draws and no terminal: only what turns letters around is kept out


@pytest.fixture
def evil(program: Program) -> Program:
    """A folder with texts, file names and side files that hold such characters."""
    program.write("plain.txt", WORDS)
    program.write(f"name{EVIL}.txt", WORDS)
    program.write(f"broken{EVIL}.pdf", b"no PDF")
    program.write("odd.txt", f"On 31{EVIL} April 12{EVIL}3,4 fish {EVIL}swam. <!-- factlint: allow nope{EVIL} -->\n")
    program.write("plain.txt.factlint.toml", f'[[allow]]\nrules = ["no-such{json.dumps(EVIL)[1:-1]}"]\n')
    return program


def steering(text: str, kept: str = "\n\t") -> set[str]:
    """Return the characters of a text that steer."""
    return {one for one in text if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") and one not in kept}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_harmless(evil: Program, form: str) -> None:
    """No report, and no word on standard error, holds a control or direction character as it is."""
    more = ["--verified"] if FORMATS[form].has_verified else []
    done = evil("check", ".", f"broken{EVIL}.pdf", "--format", form, "--min-severity", "info", *more)
    assert done.status == 2
    assert "2.46 million" in done.out or form == "concise"
    assert steering(done.err) == set()
    if form in MARKUP_FREE:
        assert steering(done.out) & set("\x1b\x07\x9b\u202e\u2066\x7f\x08") == set()
    else:
        assert steering(done.out) == set()


def test_json_still_says_what_stands_there(evil: Program) -> None:
    """Escaped in JSON, the words are the same when it is read: each place is a slice of its source."""
    report = evil("check", ".", "--format", "json").json
    places = [place for finding in report["findings"] for place in finding["locations"]]
    assert any(EVIL in place["path"] for place in places)
    for place in places:
        source = Path(evil.folder / place["path"]).read_bytes().decode()
        assert source[place["start"] : place["end"]] == place["text"]


def test_xml_still_names_the_file(evil: Program) -> None:
    """In XML direction marks are written as references, and a reader gets them back."""
    root = ET.fromstring(evil("check", ".", "--format", "checkstyle").out)
    assert any("\u202e\u2066" in file.get("name", "") for file in root)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_claims_are_harmless(evil: Program, form: str) -> None:
    """The same for claims."""
    done = evil("claims", ".", "--format", form)
    assert steering(done.out + done.err) == set()
    if form == "csv":
        assert {len(row) for row in csv.reader(io.StringIO(done.out))} == {len(done.out.split("\n")[0].split(","))}


def test_colour_paints_only_its_own(evil: Program) -> None:
    """In colour, the only escape sequences are those of the report."""
    done = evil("check", "plain.txt", "--color", "always")
    assert "\x1b]" not in done.out
    assert steering(done.out) == {"\x1b"}


def test_other_commands_are_harmless(evil: Program) -> None:
    """Comparisons of drafts, the reasons of a comparison, and mistakes in data are told without them."""
    evil.write("bad.toml", f'select = ["no{json.dumps(EVIL)[1:-1]}"]\n')
    for arguments in (
        ("compare", "plain.txt", f"name{EVIL}.txt"),
        ("why", "plain.txt:1", "plain.txt:1"),
        ("check", "plain.txt", "--config", "bad.toml"),
        ("check", "plain.txt", "--write-baseline", "--baseline", f"base{EVIL}.json"),
        ("text", f"broken{EVIL}.pdf"),
    ):
        done = evil(*arguments)
        assert steering(done.out + done.err) == set(), arguments


def test_the_extracted_text_is_harmless_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a terminal shows of a text keeps every offset; a pipe gets the text as it is."""
    assert harmless(WORDS).replace(" ", "") == "".join(
        one for one in WORDS if one not in EVIL.replace("\n", "") or one.isprintable()
    ).replace(" ", "")
    assert len(harmless(WORDS)) == len(WORDS)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert Output().is_terminal
