"""Links from the places of a report to their files, for terminals that can follow them (OSC 8)."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

_PLACE = re.compile(r"(?P<path>.+?)(?::\d+)*", re.DOTALL)


def link_of(place: str) -> str:
    """Return the address of the file that a place names ("press/a.txt:3:17"), or nothing where there is no such file."""
    found = _PLACE.fullmatch(place)
    if found is None or not os.path.isfile(found["path"]):
        return ""
    return Path(found["path"]).absolute().as_uri()


def wants_links(environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Say whether to write links: on a terminal, as FORCE_HYPERLINK says; never where the terminal draws nothing."""
    forced = environment.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    return is_terminal and environment.get("TERM") not in ("dumb", "linux")
