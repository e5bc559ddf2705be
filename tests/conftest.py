"""What pytest loads first: fixtures, and a mode in which a skipped test fails."""

import os
import signal
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support import Program

settings.register_profile("factlint", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("factlint"), max_examples=12)
settings.load_profile("factlint")

os.environ["FACTLINT_NO_CACHE"] = "1"  # what a test sees is what the program does now; those of the cache ask for it

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell leaves what it starts in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program, run in an empty folder."""
    return Program(tmp_path)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a skipped test fail where FACTLINT_NO_SKIPS is set: a machine that checks changes must check all of them."""
    report = yield
    if report.skipped and os.environ.get("FACTLINT_NO_SKIPS") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and no skip is allowed here: {report.longrepr}"
    return report
