"""A short run of each target of fuzzing, and what longer runs found: kept, so that it stays mended."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from factlint.readers.pdf import can_read_pdf
from tests.fuzz.__main__ import Keeper, main
from tests.fuzz.mutate import inputs
from tests.fuzz.targets import TARGETS

CASES = Path(__file__).with_name("cases.toml")
SHORT = 120
SLOW = {"check": 60, "check-markdown": 40, "docx": 60, "odt": 60, "pdf-library": 60}


def cases() -> Iterator[tuple[str, bytes]]:
    """Yield what was found: the target, and the input as text or as bytes in hexadecimal digits."""
    for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]:
        yield case["target"], bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode()


@pytest.mark.parametrize("name", TARGETS)
def test_spoiled_inputs_break_no_law(name: str) -> None:
    """Seeds, cut, joined and spoiled, break nothing."""
    if name == "pdf-library" and not can_read_pdf():
        pytest.skip("reading PDF needs the library pypdfium2")
    target = TARGETS[name]
    number = SLOW.get(name, SHORT)
    for data in inputs(target.seeds()[: number // 2], target.longest, number, made=target.made):
        target.use(data)


@pytest.mark.parametrize(("name", "data"), list(cases()))
def test_what_was_found_stays_mended(name: str, data: bytes) -> None:
    """An input that once broke a law breaks none."""
    TARGETS[name].use(data)


def test_inputs_are_the_same_everywhere() -> None:
    """One draw gives the same inputs, another gives others, and none is longer than asked."""
    seeds = [b"Exports rose 5.3% to 2.64 million tonnes.", b"The zoo has 640 birds."]
    first, second, other = (list(inputs(seeds, 30, 50, draw)) for draw in (0, 0, 1))
    assert first == second != other
    assert len(first) == 50
    assert max(map(len, first)) == 30


def test_what_breaks_a_law_is_kept_once(tmp_path: Path) -> None:
    """Of all inputs that raise at one line the shortest is kept, with the way to it; the run goes on."""

    def use(data: bytes) -> None:
        if b"7" in data:
            raise ValueError(data)

    keeper = Keeper("x", use, tmp_path)
    for data in (b"177", b"2", b"7", b"17"):
        keeper(data)
    assert [path.read_bytes() for path in tmp_path.iterdir() if not path.suffix] == [b"7"]
    assert "4 inputs, 1 found" in keeper.told()
    [log] = tmp_path.glob("*.log")
    assert "ValueError" in log.read_text(encoding="utf-8")


def test_the_command_fuzzes_a_target(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The command puts so many inputs to a target and says what it found."""
    monkeypatch.setattr("sys.argv", ["fuzz", "tokenizer", "csv", "--plain", "--runs", "30", "--found", str(tmp_path)])
    assert main() == 0
    assert capsys.readouterr().out == "tokenizer: 30 inputs, nothing found\ncsv: 30 inputs, nothing found\n"
