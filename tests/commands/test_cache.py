"""Results of texts that did not change: the same to the byte, whatever becomes of the cache."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from factlint import engine
from factlint.cache.store import NAME
from factlint.cli import main
from factlint.reporters.formats import FORMATS
from tests.support import CLEAN, WRONG, Done, Program, environment

Cached = Callable[..., Done]


@pytest.fixture
def cached(program: Program, tmp_path: Path) -> Cached:
    """The program with a cache in a folder of its own, beside that of the texts."""
    folder = tmp_path.parent / f"{tmp_path.name}-cache"

    def run(*arguments: str | Path, stdin: bytes = b"") -> Done:
        return program(*arguments, stdin=stdin, env={"FACTLINT_NO_CACHE": "", "FACTLINT_CACHE_DIR": str(folder)})

    return run


def texts(program: Program) -> None:
    """Write texts with findings, ties, a suppression, a note and a table."""
    program.write("a.txt", WRONG)
    program.write("b.txt", CLEAN + "\nThe ferry carried 40 people.\n")
    program.write("c.md", WRONG + "\n<!-- factlint: allow-next-line FL101: so said -->\n" + WRONG)
    program.write("d.txt", (WRONG + "Caf\u00e9 sales were 3 million.\n").encode("latin-1"))
    program.write("a.txt.factlint.toml", '[[allow]]\nrules = ["FL702"]\nreason = "x"\n')


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "html"])
def test_a_hit_is_the_same_in_every_format(program: Program, cached: Cached, form: str) -> None:
    """To the byte, on both outputs, with the same exit status."""
    texts(program)
    arguments = ["check", ".", "--format", form, *(["--verified"] if FORMATS[form].has_verified else [])]
    plain = program(*arguments)
    first, second = cached(*arguments), cached(*arguments)
    assert first.raw == second.raw == plain.raw
    assert first.err == second.err == plain.err
    assert first.status == second.status == plain.status == 1


def test_a_hit_reads_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither parser nor rules are asked again; with --no-cache they are."""
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    arguments = ["check", str(tmp_path / "a.txt"), "--cache-dir", str(tmp_path / "kept")]
    monkeypatch.delenv("FACTLINT_NO_CACHE")
    assert main(arguments) == 1
    found = capsys.readouterr().out

    def refuse(*_: object) -> None:
        raise AssertionError("the text is read again")

    monkeypatch.setattr(engine, "evidence_of", refuse)
    assert main(arguments) == 1
    assert capsys.readouterr().out == found
    assert main([*arguments, "--no-cache"]) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda program: program.write("a.txt", CLEAN),
        lambda program: program.write("a.txt.factlint.toml", '[[allow]]\nrules = ["FL101"]\nreason = "so said"\n'),
        lambda program: program.write("factlint.toml", 'ignore = ["FL101"]\n'),
        lambda program: program.write("factlint.toml", '[per-file-ignores]\n"a.*" = ["FL101"]\n'),
    ],
)
def test_what_a_result_depends_on_is_seen(program: Program, cached: Cached, change: Callable[[Program], Path]) -> None:
    """A text, what stands beside it and the configuration count: after a change the result is that of a run anew."""
    program.write("a.txt", WRONG)
    assert cached("check", "a.txt").status == 1
    change(program)
    after = cached("check", "a.txt", "--format", "json")
    assert after.status == 0
    assert after.raw == program("check", "a.txt", "--format", "json").raw


def test_packs_and_options_count(program: Program, cached: Cached) -> None:
    """The files that a configuration names are part of what is asked."""
    program.write("a.txt", "The line carried 40 riders in May. In May the line carried 90 passengers.\n")
    program.write("factlint.toml", 'packs = ["own.toml"]\n')
    pack = program.write("own.toml", '[synonyms]\nriders = "travellers"\n')
    arguments = ("check", "a.txt", "--format", "json", "--verified", "--min-confidence", "0.1")
    cached(*arguments)
    pack.write_text('[synonyms]\nriders = "passengers"\n', encoding="utf-8")
    assert cached(*arguments).raw == program(*arguments).raw
    assert cached(*arguments, "--select", "FL3").raw == program(*arguments, "--select", "FL3").raw


def test_names_count(program: Program, cached: Cached) -> None:
    """The same bytes under two names are two results, each with its own paths."""
    for name in ("a.txt", "b.md"):
        program.write(name, WRONG)
        assert name in cached("check", name).out
    assert cached("check", "-", "--stdin-filename", "c.txt", stdin=WRONG.encode()).out.count("c.txt")
    assert "c.txt" in cached("check", "-", "--stdin-filename", "c.txt", stdin=WRONG.encode()).out


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_files_are_compared_from_the_cache_too(program: Program, cached: Cached, jobs: str) -> None:
    """What is kept of texts for comparison is as good as read."""
    program.write("a.txt", "Alder Rail ran 212 trains in March 2021. Alder Rail is a railway.\n")
    program.write("b.txt", "Alder Rail ran 412 trains in March 2021. Alder Rail is a railway.\n")
    arguments = ("check", "a.txt", "b.txt", "--cross", "--format", "json", "--verified", "--jobs", jobs)
    assert cached(*arguments).raw == cached(*arguments).raw == program(*arguments).raw


def test_what_is_broken_is_made_anew(program: Program, cached: Cached, tmp_path: Path) -> None:
    """A file that was overwritten, or a value that was changed, costs time only."""
    texts(program)
    expected = cached("check", ".").raw
    kept = tmp_path.parent / f"{tmp_path.name}-cache"
    for path in kept.iterdir():
        path.write_bytes(b"garbage" * 1000)
    again = cached("check", ".")
    assert (again.raw, again.status) == (expected, 1)
    assert cached("check", ".").raw == expected
    data = (kept / NAME).read_bytes()
    (kept / NAME).write_bytes(data.replace(b"2.46 million", b"9.46 million"))
    assert cached("check", ".").raw == expected


def test_a_cache_that_is_no_folder_is_told_once(program: Program, tmp_path: Path) -> None:
    """Where a file stands in its place."""
    texts(program)
    place = tmp_path.parent / f"{tmp_path.name}-file"
    place.write_text("x", encoding="utf-8")
    done = program("check", ".", "--cache-dir", place, env={"FACTLINT_NO_CACHE": ""})
    assert done.raw == program("check", ".").raw
    assert done.err.count("nothing is kept in") == 1
    assert done.status == 1


def test_nothing_is_kept_where_nothing_is_wanted(program: Program, tmp_path: Path) -> None:
    """--no-cache makes no folder."""
    program.write("a.txt", WRONG)
    place = tmp_path.parent / f"{tmp_path.name}-none"
    program("check", "a.txt", "--no-cache", env={"FACTLINT_NO_CACHE": "", "FACTLINT_CACHE_DIR": str(place)})
    assert not place.exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_run_that_is_killed_leaves_nothing_broken(program: Program, cached: Cached, tmp_path: Path) -> None:
    """Wherever it is killed, the next run tells the same."""
    for number in range(30):
        program.write(f"{number}.txt", WRONG * (number + 1))
    expected = program("check", ".", "--format", "json").raw
    folder = tmp_path.parent / f"{tmp_path.name}-cache"
    command = [sys.executable, "-m", "factlint", "check", ".", "--format", "json"]
    env = environment({"FACTLINT_NO_CACHE": "", "FACTLINT_CACHE_DIR": str(folder)})
    for wait in (0.3, 0.6, 0.9):
        with subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.DEVNULL) as running:
            time.sleep(wait)
            running.send_signal(signal.SIGKILL)
    assert cached("check", ".", "--format", "json").raw == expected
    assert cached("check", ".", "--format", "json").raw == expected


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "html"])
def test_the_quick_way_tells_the_same(program: Program, cached: Cached, form: str) -> None:
    """A few files in the plainest way, with and without findings and configuration."""
    texts(program)
    program.write("factlint.toml", 'severity = { FL101 = "warning" }\n[per-file-ignores]\n"c.md" = ["FL101"]\n')
    for names in (["a.txt"], ["b.txt", "a.txt"], ["c.md", "d.txt"]):
        for way in (["--format", form], [f"--format={form}"]):
            first, second = cached("check", *names, *way), cached("check", *names, *way)
            assert (first.raw, first.err, first.status) == (second.raw, second.err, second.status)
            assert first.raw == program("check", *names, *way).raw


@pytest.mark.bare
def test_the_quick_way_imports_nothing_that_is_not_needed(program: Program, cached: Cached, tmp_path: Path) -> None:
    """Neither the reader of command lines nor the parser, nor what draws."""
    program.write("a.txt", WRONG)
    cached("check", "a.txt")
    script = (
        "import sys; from factlint.commands.quick import quick_check; assert quick_check(['check', 'a.txt']) == 1; "
        "assert quick_check(['check', 'a.txt', '--verified']) is quick_check(['check', 'no.txt']) is None; "
        "print(sorted({'click', 'rich', 'pint', 'regex', 'asyncio', 'tomllib', 'factlint.alignment', 'factlint.quantities',"
        " 'factlint.readers.reading'} & set(sys.modules)), file=sys.stderr)"
    )
    env = environment({"FACTLINT_NO_CACHE": "", "FACTLINT_CACHE_DIR": str(tmp_path.parent / f"{tmp_path.name}-cache")})
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")


@pytest.mark.bare
def test_a_cold_check_imports_nothing_that_draws(tmp_path: Path) -> None:
    """On no terminal, a plain text needs neither rich nor pint nor asyncio, nor the readers of other formats."""
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    script = (
        "import sys; from factlint.cli import main; assert main(['check', 'a.txt']) == 1; "
        "print(sorted({'rich', 'pint', 'asyncio', 'markdown_it', 'charset_normalizer', 'multiprocessing', 'zipfile'}"
        " & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")
