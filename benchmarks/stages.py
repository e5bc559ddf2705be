"""Where the time of one cold text goes: `python benchmarks/stages.py`; `--record NOTE` keeps it, `--draw` draws what is kept.

Each stage is told in milliseconds of processor time, the least of several fresh processes. Another checkout is measured
with `--tree FOLDER`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = HERE / "stages.jsonl"
PICTURE = HERE.parent / "docs" / "performance.svg"
SEED = HERE.parent / "seeds" / "scio-briefing-2023-04-20.txt"
_SCRIPT = """
import json, sys, time
from pathlib import Path
took, last = {"Python": 1000 * time.process_time()}, time.process_time()
def lap(name):
    global last
    took[name] = 1000 * (time.process_time() - last)
    last = time.process_time()
import click
lap("click")
import factlint.commands.check, factlint.runs
from factlint import engine
from factlint.checks import load_checks
from factlint.knowledge import load_knowledge
try:
    from factlint.cache.folder import Shelf
    Shelf.folder = sys.argv[1]
except ImportError:
    pass
lap("imports")
knowledge = load_knowledge()
lap("rules")
load_checks(knowledge.cards)
from factlint.claims import build
from factlint.readers.plain import paragraphs_of
lap("imports of rules")
settings = engine.Settings()
rules = settings.rules(knowledge)
from factlint.readers import read_path
document = read_path(Path(sys.argv[2]))
lap("reading")
evidence = engine.evidence_of(document, knowledge)
lap("claims")
examined = engine.judge(evidence, knowledge, rules)
lap("judging")
took["imports"] += took.pop("imports of rules")
print(json.dumps(took))
"""
_COLORS = ("#b8c4d0", "#8fa3b5", "#d9a441", "#c4703f", "#5b8c6f", "#3d7a99", "#7a4f7f")
_WIDTH, _LEFT, _BAR, _GAP = 860, 190, 26, 16


def measured(tree: Path, times: int) -> dict[str, float]:
    """Return the milliseconds of each stage."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("FACTLINT_", "PYTHONDONT"))}
    least: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)
        for _ in range(times + 1):  # the first run compiles
            done = subprocess.run(
                [sys.executable, "-c", _SCRIPT, folder, str(SEED)],
                cwd=folder, env={**env, "PYTHONPATH": str(tree)}, capture_output=True, text=True, check=True,
            )  # fmt: skip
            for stage, value in json.loads(done.stdout).items():
                least[stage] = min(least.get(stage, value), value)
    return {stage: round(value, 1) for stage, value in least.items()}


def drawn(rows: list[dict[str, object]]) -> str:
    """Return a picture of the stages of each recorded row, one bar a row."""
    stages = [(str(row["note"]), dict(row["stages"])) for row in rows]  # type: ignore[call-overload]
    longest = max(sum(found.values()) for _, found in stages)
    scale = (_WIDTH - _LEFT - 80) / longest
    names = list(stages[0][1])
    height = (_BAR + _GAP) * len(stages) + 70
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" font-family="sans-serif" font-size="13">',
        "<title>Milliseconds of processor time that one text of 55 KB takes, by stage</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    for number, (note, found) in enumerate(stages):
        at, top = float(_LEFT), 16 + number * (_BAR + _GAP)
        parts.append(f'<text x="{_LEFT - 10}" y="{top + 18}" text-anchor="end">{note}</text>')
        for name, color in zip(names, _COLORS, strict=False):
            wide = found.get(name, 0.0) * scale
            parts.append(f'<rect x="{at:.1f}" y="{top}" width="{wide:.1f}" height="{_BAR}" fill="{color}"/>')
            at += wide
        parts.append(f'<text x="{at + 6:.1f}" y="{top + 18}">{sum(found.values()):.0f} ms</text>')
    at = 20.0
    for name, color in zip(names, _COLORS, strict=False):
        parts.append(f'<rect x="{at:.0f}" y="{height - 34}" width="12" height="12" fill="{color}"/>')
        parts.append(f'<text x="{at + 17:.0f}" y="{height - 23}">{name}</text>')
        at += 40 + 8 * len(name)
    return "\n".join([*parts, "</svg>", ""])


def main() -> None:
    """Measure, record and draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tree", type=Path, default=HERE.parent, help="another checkout")
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--record", metavar="NOTE", help="add the stages to what is kept")
    parser.add_argument(
        "--draw", action="store_true", help="draw docs/performance.svg from what is kept, and measure nothing"
    )
    wanted = parser.parse_args()
    if not wanted.draw:
        found = measured(wanted.tree.resolve(), wanted.times)
        print(
            "  ".join(f"{stage} {value:.0f}" for stage, value in found.items()),
            f" together {sum(found.values()):.0f} ms",
        )
        if wanted.record:
            with KEPT.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"note": wanted.record, "stages": found}) + "\n")
    if wanted.draw or wanted.record:
        rows = [json.loads(line) for line in KEPT.read_text(encoding="utf-8").splitlines()]
        PICTURE.write_text(drawn(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
