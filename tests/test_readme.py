"""What the README shows is what the program says."""

import re

import pytest

from tests.support import CHECKOUT, environment, run_program

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(
    r"<!-- output: factlint ([^>(]*?)(?: \([^)]*\))? -->\n```\n(.*?)```\n<!-- end -->", README, re.DOTALL
)


def test_there_is_output() -> None:
    """The README shows at least one real report."""
    assert BLOCKS


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_the_output_is_real(command: str, shown: str) -> None:
    """What is shown stands in the output of its command, up to a line of three dots."""
    done = run_program(*command.split(), cwd=CHECKOUT, env=environment())
    assert shown.removesuffix("...\n") in done.out
