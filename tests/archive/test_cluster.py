"""The same archive and the same report on a Dask cluster, though a worker is killed in the middle."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factlint.archive.store import NEW
from tests.archive.test_adding import claims, documents
from tests.archive.texts import write_releases
from tests.support import CHECKOUT, Done, environment, run_program

CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, memory_limit=0) as cluster:
        print(cluster.scheduler_address, *(worker.pid for worker in cluster.workers.values()), flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[int]]]:
    """A scheduler with two workers, each a process of its own: its address, and theirs."""
    pytest.importorskip("distributed")
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    with subprocess.Popen(
        [sys.executable, str(script)], cwd=tmp_path, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    ) as running:  # fmt: skip
        assert running.stdout is not None and running.stdin is not None
        address, *workers = running.stdout.readline().split()
        yield address, [int(worker) for worker in workers]
        running.stdin.close()
        running.wait(60)


def run(*words: str | Path) -> Done:
    """Run the program."""
    return run_program(*words, cwd=CHECKOUT, env=environment())


@pytest.mark.slow
def test_a_worker_is_lost(cluster: tuple[str, list[int]], tmp_path: Path) -> None:
    """Rows, findings and series are those of one process, byte for byte."""
    address, workers = cluster
    texts = write_releases(tmp_path / "texts", 320)
    there = ("--engine", "dask", "--scheduler", address)
    adding = subprocess.Popen(
        [sys.executable, "-m", "factlint", "archive", "add", str(tmp_path / "far"), str(texts), *there],
        cwd=CHECKOUT, env=environment(), stdout=subprocess.PIPE,
    )  # fmt: skip
    until = time.monotonic() + 120
    while not list((tmp_path / "far" / NEW).glob("*")) and adding.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    assert adding.poll() is None, "it ended before a worker could be killed"
    os.kill(workers[0], signal.SIGKILL)
    out, _ = adding.communicate()
    assert (adding.returncode, out.split()[:2]) == (0, [b"320", b"documents"])
    assert run("archive", "add", tmp_path / "near", texts, "--jobs", "1").status == 0
    assert claims(tmp_path / "far") == claims(tmp_path / "near")
    assert documents(tmp_path / "far") == documents(tmp_path / "near")
    found = [
        run("archive", "check", tmp_path / "far", "--format", "json", "--statistics", *there),
        run("archive", "check", tmp_path / "near", "--format", "json", "--statistics", "--jobs", "1"),
    ]
    assert found[0].raw == found[1].raw
    assert len(found[0].json["findings"]) > 20
    series = [
        run("archive", "query", tmp_path / name, "passengers carried", "--format", "json") for name in ("far", "near")
    ]
    assert series[0].raw == series[1].raw


@pytest.mark.slow
def test_no_scheduler_answers(tmp_path: Path) -> None:
    """It is told by its address; an engine without one is a mistake."""
    pytest.importorskip("distributed")
    write_releases(tmp_path / "texts", 2)
    done = run(
        "archive", "add", tmp_path / "a", tmp_path / "texts", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"
    )
    assert done.status == 2
    assert "tcp://127.0.0.1:9: no Dask scheduler answers" in done.err
    assert run("archive", "check", tmp_path / "a", "--engine", "dask").status == 2
