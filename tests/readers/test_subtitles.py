"""SRT and WebVTT: sentences run across cues; each place knows its time code."""

import re

import pysubs2
import pytest

from factlint.engine import run
from factlint.readers import read_text
from tests.support import Program

SRT = """\
1
00:00:01,000 --> 00:00:03,500
We have built over 2.64

2
00:00:03,600 --> 00:00:06,000
<i>million</i> 5G base stations. [applause]

3
00:00:06,100 --> 00:00:08,000
- And 560 million users?
- Yes. We run 2.46 million 5G base stations.
"""
VTT = """\
WEBVTT - Title 9

NOTE this has 7 words

STYLE
::cue { color: red1 }

intro
00:01.000 --> 00:03.500 align:start
<v Mara Lind>We have built over 2.64

00:03.600 --> 00:06.000
million 5G base stations.

NOTE 12345 people

01:00:12.100 --> 01:00:18.000
<v.loud Tom Ash>We run 2.46 million&nbsp;5G base stations.
"""


@pytest.mark.parametrize(("name", "source", "times"), [
    ("a.srt", SRT, ["00:00:01,000", "00:00:06,100"]),
    ("a.vtt", VTT, ["00:01.000", "01:00:12.100"]),
])  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_claim_runs_across_cues(program: Program, name: str, source: str, times: list[str], end: str) -> None:
    """Both figures are found, at their lines and time codes, quoted as the file has them."""
    source = source.replace("\n", end)
    path = program.write(name, source)
    [finding] = run([str(path)]).findings
    assert [place.where["time"] for place in finding.locations] == times
    for place in finding.locations:
        assert source[place.start : place.end] == place.text
    assert finding.locations[0].text.startswith("over 2.64")
    assert finding.locations[0].text.endswith("million")


def test_voices_are_speakers() -> None:
    """The names that WebVTT marks are speakers, even where each speaks once."""
    document = read_text(VTT, kind="vtt")
    assert [turn.speaker for turn in document.turns] == ["Mara Lind", "Tom Ash"]


@pytest.mark.parametrize(("kind", "source"), [("srt", SRT), ("vtt", VTT)])
def test_an_independent_library_reads_the_same(kind: str, source: str) -> None:
    """pysubs2 finds the same words, marks and sounds aside."""
    bare = re.sub(r"NOTE .*\n", "", source)  # which the library takes for words of the cue before
    known = pysubs2.SSAFile.from_string(bare, format_=kind)
    wanted = (
        " ".join(event.plaintext for event in known)
        .replace("[applause]", " ")
        .replace("&nbsp;", " ")
        .replace("\xa0", " ")
    )
    document = read_text(source, kind=kind)
    own = " ".join(s.span.of(document.text) for s in document.sentences if s.block.value != "label")
    assert own.split() == [word for word in wanted.split() if word != "-"]


def test_rolling_captions_are_read_once() -> None:
    """Captions that show the line before once more say it once."""
    source = "WEBVTT\n\n00:01.000 --> 00:02.000\nthe port\n\n00:02.000 --> 00:03.000\nthe port\nhas 7 cranes\n\n"
    source += "00:03.000 --> 00:04.000\nhas 7 cranes\nand 9 ships.\n"
    document = read_text(source, kind="vtt")
    assert document.text.split() == ["the", "port", "has", "7", "cranes", "and", "9", "ships."]
