"""Where results go: colour, encodings, files."""

from collections.abc import Mapping

import pytest

from factlint.commands.output import wants_color


@pytest.mark.parametrize(
    ("flag", "environment", "on_terminal", "off_terminal"),
    [
        ("auto", {}, True, False),
        ("never", {"FORCE_COLOR": "1"}, False, False),
        ("always", {"NO_COLOR": "1"}, True, True),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ("auto", {"FORCE_COLOR": "1"}, True, True),
        ("auto", {"FORCE_COLOR": ""}, True, False),
        ("auto", {"FORCE_COLOR": "1", "CLICOLOR": "0", "TERM": "dumb"}, True, True),
        ("auto", {"CLICOLOR_FORCE": "1"}, True, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, True, False),
        ("auto", {"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, True, True),
        ("auto", {"CLICOLOR": "0"}, False, False),
        ("auto", {"CLICOLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, False, False),
    ],
)
def test_colour(flag: str, environment: Mapping[str, str], *, on_terminal: bool, off_terminal: bool) -> None:
    """The flag decides, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM; empty counts as not set."""
    assert wants_color(flag, environment, is_terminal=True) is on_terminal
    assert wants_color(flag, environment, is_terminal=False) is off_terminal
