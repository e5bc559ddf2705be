"""The step of action.yml that checks: SARIF to a file, marks on the pull request, a summary of the step.

It ends with 0 so that the report can be uploaded; the output ``status`` decides in the step after that.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\(\d+\)")  # SARIF's way to name one of the other places
MOST = 50
"""Findings that the summary lists; the report holds all."""


def main(environment: Mapping[str, str]) -> int:
    """Check as the inputs say, which come by the environment and never through a shell."""
    sarif = Path(environment["FACTLINT_SARIF"])
    command = [sys.executable, "-m", "factlint", "check", *shlex.split(environment.get("FACTLINT_PATHS", "."))]
    command += ["--fail-on", environment.get("FACTLINT_FAIL_ON") or "warning"]
    if base := environment.get("FACTLINT_BASE"):
        command += ["--only-changed-since", f"origin/{base}"]
    command += shlex.split(environment.get("FACTLINT_ARGS", ""))
    sarif.unlink(missing_ok=True)
    status = subprocess.run([*command, "--format", "sarif", "--output", str(sarif)], check=False).returncode
    if not sarif.exists():
        write(environment.get("GITHUB_OUTPUT"), f"status={status}\nfindings=0\n")
        return 0
    subprocess.run([*command, "--format", "github"], check=False, stderr=subprocess.DEVNULL)
    log = json.loads(sarif.read_text(encoding="utf-8"))
    results = log["runs"][0]["results"]
    write(environment.get("GITHUB_OUTPUT"), f"status={status}\nfindings={len(results)}\n")
    write(environment.get("GITHUB_STEP_SUMMARY"), summary(results, status))
    return 0


def write(path: str | None, text: str) -> None:
    """Add to one of the files that the runner reads; without one, print."""
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text, end="")  # noqa: T201 -- a step's own words


def summary(results: list[dict[str, Any]], status: int) -> str:
    """Return the findings as a table in Markdown."""
    if not results:
        words = "Nothing to report." if status == 0 else "Something could not be read; see the log of the step."
        return f"## factlint\n\n{words}\n"
    count = "1 finding" if len(results) == 1 else f"{len(results)} findings"
    lines = [f"## factlint: {count}", "", "| place | level | rule | finding |", "| --- | --- | --- | --- |"]
    for result in results[:MOST]:
        place = result["locations"][0]["physicalLocation"]
        where = f"{place['artifactLocation']['uri']}:{place['region']['startLine']}"
        message = _LINK.sub(r"\1", result["message"]["text"])
        cells = (where, result.get("level", "warning"), result["ruleId"], message)
        lines.append("| " + " | ".join(map(cell, cells)) + " |")
    if len(results) > MOST:
        lines.append(f"\n{len(results) - MOST} more stand in the report.")
    return "\n".join(lines) + "\n"


def cell(text: str) -> str:
    """Return words for a cell of a table: on one line, with nothing in them that draws."""
    words = " ".join(text.split())
    for sign, other in (("\\", "\\\\"), ("|", "\\|"), ("<", "&lt;"), ("`", "\\`"), ("*", "\\*"), ("_", "\\_")):
        words = words.replace(sign, other)
    return words


if __name__ == "__main__":
    sys.exit(main(os.environ))
