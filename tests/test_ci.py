"""What build systems are given: files that their own schemas accept, and a step that does what it says."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support import CHECKOUT, CLEAN, WRONG, environment

CI = (CHECKOUT / "docs" / "guide" / "ci.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"```yaml\n# ([\w./-]+)\n(.*?)```", CI, re.DOTALL))
ACTION = (CHECKOUT / "action.yml").read_text(encoding="utf-8")


def complaint(schema: str, path: Path) -> str:
    """Return what a schema of the build system's own has against a file."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_action_is_one() -> None:
    """GitHub's schema of actions accepts it."""
    assert complaint("vendor.github-actions", CHECKOUT / "action.yml") == ""


def test_the_template_is_one() -> None:
    """GitLab's schema of jobs accepts it."""
    assert complaint("vendor.gitlab-ci", CHECKOUT / ".ci" / "gitlab.yml") == ""


@pytest.mark.parametrize("name", BLOCKS)
def test_what_the_docs_show_is_accepted(name: str, tmp_path: Path) -> None:
    """Workflows, a GitLab job and a pre-commit configuration, each by the schema of its reader."""
    path = tmp_path / "shown.yml"
    path.write_text(BLOCKS[name], encoding="utf-8")
    if name == ".pre-commit-config.yaml":
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "validate-config", str(path)], capture_output=True, check=False
        )
        assert done.returncode == 0
    else:
        assert complaint("vendor.gitlab-ci" if "gitlab" in name else "vendor.github-workflows", path) == ""


def test_the_docs_name_every_input() -> None:
    """And every output of the action."""
    part = ACTION[ACTION.index("inputs:") : ACTION.index("runs:")]
    names = re.findall(r"^  ([a-z-]+):$", part, re.MULTILINE)
    assert len(names) == 11
    assert [name for name in names if f"`{name}`" not in CI] == []


def test_every_input_is_passed_by_the_environment() -> None:
    """What a user writes never becomes part of a shell command."""
    for block in re.findall(r"run: \|?\n?(.*?)(?=\n    - |\Z)", ACTION, re.DOTALL):
        assert "${{" not in block


def step(folder: Path, **inputs: str) -> tuple[dict[str, str], str, str]:
    """Run the step that checks and return its outputs, its summary and what it printed."""
    variables = {
        "FACTLINT_PATHS": ".", "FACTLINT_SARIF": "factlint.sarif", "GITHUB_OUTPUT": str(folder / "out"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.step"), **inputs,
    }  # fmt: skip
    for name in ("out", "summary.step"):
        (folder / name).unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / ".ci" / "action.py")],
        cwd=folder, env=environment(variables), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    outputs = dict(line.split("=") for line in (folder / "out").read_text(encoding="utf-8").splitlines())
    summary = folder / "summary.step"
    return outputs, summary.read_text(encoding="utf-8") if summary.exists() else "", done.stdout


def test_the_step_checks_marks_and_sums_up(tmp_path: Path) -> None:
    """A conflict gives status 1, SARIF, a mark on the line and a row of the table; a clean text none."""
    (tmp_path / "a b.txt").write_text(WRONG, encoding="utf-8")
    outputs, summary, out = step(tmp_path, FACTLINT_PATHS="'a b.txt'", FACTLINT_ARGS="--select FL101")
    assert outputs == {"status": "1", "findings": "1"}
    assert "| FL101 |" in summary
    assert "a b.txt" in summary.replace("%20", " ")
    assert "Compare 2.46 million in line 1." in summary
    assert re.search(r"^::(warning|error) file=a b.txt,line=1", out, re.MULTILINE)
    assert json.loads((tmp_path / "factlint.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    outputs, summary, out = step(tmp_path, FACTLINT_FAIL_ON="never")
    assert outputs == {"status": "0", "findings": "1"}
    (tmp_path / "a b.txt").write_text(CLEAN, encoding="utf-8")
    outputs, summary, out = step(tmp_path)
    assert (outputs, "Nothing to report" in summary) == ({"status": "0", "findings": "0"}, True)


def test_the_step_tells_bad_usage(tmp_path: Path) -> None:
    """Where no report could be written the status is 2, and the job fails by it."""
    outputs, _, _ = step(tmp_path, FACTLINT_ARGS="--no-such-option")
    assert outputs == {"status": "2", "findings": "0"}


def test_the_job_of_gitlab_does_what_its_lines_say(tmp_path: Path) -> None:
    """Its script, run line by line: the report is written first, then the findings fail the job."""
    job = yaml.safe_load((CHECKOUT / ".ci" / "gitlab.yml").read_text(encoding="utf-8"))["factlint"]
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "factlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    variables = {"FACTLINT_PATHS": "press/", "FACTLINT_ARGS": "--min-confidence 0.8"}
    path = f"{tmp_path / 'bin'}:{environment()['PATH']}"
    done = [
        subprocess.run(
            ["sh", "-c", line], cwd=tmp_path, env=environment({**variables, "PATH": path}),
            capture_output=True, text=True, check=False,
        )
        for line in job["script"]
    ]  # fmt: skip
    assert [one.returncode for one in done] == [0, 1]
    assert "restated-value-differs" in done[1].stdout
    [issue] = json.loads((tmp_path / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert issue["location"]["path"] == "press/a.txt"


def test_the_image_holds_what_the_wheel_needs() -> None:
    """Each file that the Dockerfile copies is there and not ignored; its Python is new enough."""
    text = (CHECKOUT / "Dockerfile").read_text(encoding="utf-8")
    ignored = (CHECKOUT / ".dockerignore").read_text(encoding="utf-8").split()
    sources = [word for line in re.findall(r"^COPY (?!--from)(.*)", text, re.MULTILINE) for word in line.split()[:-1]]
    assert sources
    for source in sources:
        assert (CHECKOUT / source).exists()
        assert f"!{source}" in ignored
    assert all(int(minor) >= 11 for minor in re.findall(r"^FROM python:3\.(\d+)", text, re.MULTILINE))
