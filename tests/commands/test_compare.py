"""The command ``compare`` as its users call it."""

import json
import subprocess
from pathlib import Path

from tests.support import environment, run_program

ZH = "截至3月末，充电桩超过264万个。\n"
EN = "By the end of March there were 2.64 million charging piles.\n"


def test_an_original_and_its_translation(tmp_path: Path) -> None:
    """The second text is the translation, whichever language it is in; both places are quoted, the exit status is 1."""
    (tmp_path / "a.txt").write_text(ZH, "utf-8")
    (tmp_path / "b.txt").write_text(EN, "utf-8")
    quotes = {"a.txt": "超过264万", "b.txt": "2.64 million"}
    for original, translation, gap in (("a.txt", "b.txt", "dropped"), ("b.txt", "a.txt", "added")):
        done = run_program("compare", original, translation, "--format", "json", cwd=tmp_path, env=environment())
        [finding] = json.loads(done.out)["findings"]
        assert done.status == 1
        assert (finding["rule"], finding["message"]) == ("FL803", f"The bound is {gap} in the translation")
        assert [at["path"] for at in finding["locations"]] == [translation, original]
        assert [at["text"] for at in finding["locations"]] == [quotes[translation], quotes[original]]


def test_many_pairs(tmp_path: Path) -> None:
    """One run over a list; a pair that is missing is told, the others are compared."""
    (tmp_path / "a.txt").write_text(ZH, "utf-8")
    (tmp_path / "b.txt").write_text(EN.replace("2.64", "over 2.64"), "utf-8")
    (tmp_path / "c.txt").write_text(EN.replace("2.64", "over 264"), "utf-8")
    (tmp_path / "pairs.tsv").write_text("a.txt\tb.txt\na.txt\tnone.txt\na.txt\tc.txt\n", "utf-8")
    done = run_program("compare", "--pairs", "pairs.tsv", "--format", "json", cwd=tmp_path, env=environment())
    told = json.loads(done.out)
    assert done.status == 2
    assert [finding["rule"] for finding in told["findings"]] == ["FL801"]
    assert [error["path"] for error in told["errors"]] == ["none.txt"]


def test_a_revision_of_git(tmp_path: Path) -> None:
    """The last commit's text beside the one at hand."""

    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words], cwd=tmp_path, check=True, capture_output=True
        )

    text = tmp_path / "release.md"
    text.write_text("The mill employs 310 people.\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    text.write_text("The mill employs 330 people.\n")
    done = run_program("compare", "HEAD:release.md", "release.md", cwd=tmp_path, env=environment())
    assert "figure-changed (FL823)" in done.out
    assert done.status == 0


def test_what_it_needs(tmp_path: Path) -> None:
    """Two texts or a list, and no less."""
    assert run_program("compare", "a.txt", cwd=tmp_path, env=environment()).status == 2
    assert run_program("compare", cwd=tmp_path, env=environment()).status == 2
