"""Faults: killed at any moment, a full disk, a folder that takes no file. What was there stays whole, and it is told."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from factlint import cli
from factlint.acceptance.whole import write_whole
from tests.support import CLEAN, WRONG, Program, environment

KILLS = 50
# Writes a report and a baseline again and again, of two texts by turns, and is killed while it does so.
NURSERY = """
import json, os, random, signal, sys, time
from factlint.cli import main
kills, folder = int(sys.argv[1]), sys.argv[2]
os.chdir(folder)
sys.stderr = open(os.devnull, "w")
jobs = []
for name in ("one", "two"):
    jobs.append(["check", name + ".txt", "--format", "json", "--verified", "--exit-zero", "--output", "report.json"])
    jobs.append(["check", name + ".txt", "--write-baseline", "--baseline", "baseline.json"])
known = {"report.json": set(), "baseline.json": set()}
for at, job in enumerate(jobs):
    main(job)
    for file in known:
        if os.path.exists(file):
            known[file].add(open(file, "rb").read())
    if at % 2:
        os.remove("baseline.json")  # what it holds of other texts would stay
main(jobs[1])
dice, seen, torn = random.Random(6), {file: set() for file in known}, []
for number in range(kills):
    child = os.fork()
    if not child:
        while True:
            for at in (0, 1, 2, 3):
                if at == 3:
                    os.replace("baseline.json", "other.json")
                main(jobs[at])
                if at == 3:
                    os.remove("other.json")
    time.sleep(dice.uniform(0.0, 0.2))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    for file in known:
        if not os.path.exists(file):
            continue
        data = open(file, "rb").read()
        seen[file].add(data)
        if data not in known[file]:
            torn.append([number, file, len(data)])
print(json.dumps({"torn": torn, "known": {file: len(data) for file, data in known.items()},
                  "seen": {file: len(data) for file, data in seen.items()}}))
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")
def test_a_kill_leaves_whole_files(program: Program) -> None:
    """Killed at 50 moments, a report and a baseline are the one that was written before or the one that is written."""
    program.write("one.txt", WRONG + CLEAN * 20)
    program.write("two.txt", "The club has 640 members. The club has 460 members.\n\n" + CLEAN * 20)
    command = [sys.executable, "-c", NURSERY, str(KILLS), str(program.folder)]
    done = subprocess.run(command, capture_output=True, env=environment(), check=False, text=True)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["torn"] == []
    assert told["known"] == {"report.json": 2, "baseline.json": 2}


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
from factlint.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.bare
@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_keeps_the_old_report_and_loses_no_result(program: Program) -> None:
    """Where a file cannot grow, the old one stays whole, the report goes to standard output, and one line says so."""
    program.write("a.txt", WRONG)
    program.write("report.json", "old")
    program.write("baseline.json", '{"version": 1, "findings": []}\n')
    before = sorted(os.listdir(program.folder))

    def on_full_disk(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", FULL, *arguments]
        return subprocess.run(
            command, cwd=program.folder, capture_output=True, env=environment(), check=False, text=True
        )

    done = on_full_disk("check", "a.txt", "--format", "json", "--output", "report.json")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "factlint: error: cannot write report.json: File too large; the report stands on standard output instead"
    ]
    assert len(json.loads(done.stdout)["findings"]) == 1
    assert (program.folder / "report.json").read_text() == "old"
    done = on_full_disk("check", "a.txt", "--write-baseline", "--baseline", "baseline.json")
    assert done.returncode == 2
    assert "baseline.json: the baseline cannot be written: File too large" in done.stderr
    assert json.loads((program.folder / "baseline.json").read_text())["findings"] == []
    assert sorted(os.listdir(program.folder)) == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no device that is always full")
def test_a_device_is_written_to_as_it_is(program: Program) -> None:
    """A device is no file to replace; what it does not take stands on standard output."""
    program.write("a.txt", WRONG)
    done = program("check", "a.txt", "--format", "concise", "--output", "/dev/full")
    assert done.status == 2
    assert "No space left on device; the report stands on standard output" in done.err
    assert done.out.startswith("a.txt:1:17: ")
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)
    assert program("check", "a.txt", "--output", "/dev/null").status == 1


@pytest.mark.parametrize("where", ["missing/report.json", "a.txt/report.json"])
def test_a_place_that_takes_no_file(program: Program, where: str) -> None:
    """A folder that is not there, or is none, is told; the report is not lost."""
    program.write("a.txt", WRONG)
    done = program("check", "a.txt", "--format", "jsonl", "--output", where)
    assert done.status == 2
    assert f"cannot write {where}" in done.err
    assert done.rows[0]["rule"] == "FL101"


def test_a_read_only_folder_with_a_file_that_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no file may be made beside it, a file that is there is written in place; a new one cannot be made."""
    real = os.open

    def locked(path: str, how: int, mode: int = 0o777) -> int:
        if how & os.O_CREAT:
            raise PermissionError(13, "Permission denied", path)
        return real(path, how, mode)

    monkeypatch.setattr(os, "open", locked)
    there = tmp_path / "there.json"
    there.write_bytes(b"a longer old one")
    write_whole(there, b"new")
    assert there.read_bytes() == b"new"
    (tmp_path / "a.txt").write_text(WRONG)
    assert cli.main(["check", str(tmp_path / "a.txt"), "--output", str(tmp_path / "none.txt")]) == 2
    told = capsys.readouterr()
    assert "none.txt: Permission denied" in told.err
    assert "2.46 million" in told.out


def test_links_and_permissions_stay(tmp_path: Path) -> None:
    """A link stays one, the file behind it keeps its permissions, a new file has those that the user's mask gives."""
    real, link, new = tmp_path / "real.json", tmp_path / "link.json", tmp_path / "new.json"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (real.read_bytes(), stat.S_IMODE(real.stat().st_mode)) == (b"new", 0o640)
    mask = os.umask(0o027)
    try:
        write_whole(new, b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(new.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "new.json", "real.json"]


def test_a_move_that_fails_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new file cannot take its place, the old one stays and nothing is left beside it."""

    def refuse(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    place = tmp_path / "report.json"
    place.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="cross-device"):
        write_whole(place, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("report.json", b"old")]
