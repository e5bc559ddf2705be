"""The tie-out page: one file of HTML in which the texts stand as they are, each figure with its tick mark."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from factlint import __version__
from factlint.model.finding import Report, Severity
from factlint.reporters.page.cards import card
from factlint.reporters.page.data import data_of
from factlint.reporters.page.head import bar, head, legend
from factlint.reporters.page.markup import safe
from factlint.reporters.page.sheets import Ids, section
from factlint.reporters.tieout import Link, Tieout, tie_out
from factlint.reporters.wording import HOME

_FOLDER = Path(__file__).resolve().parent


def render(report: Report, least: Severity) -> str:
    """Return the page of a report that kept its texts; it loads nothing and runs no script but its own."""
    tieout = tie_out(report, least)
    ids = Ids(tieout)
    loose = [link for link in tieout.links if link.finding and not link.figures]
    style, script = (_FOLDER.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    title = f"Tie-out: {tieout.sheets[0].path}" if len(tieout.sheets) == 1 else "Tie-out"
    return "".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="color-scheme" content="light dark">\n',
            f'<meta name="generator" content="factlint {__version__}">\n',
            f"<title>{safe(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n",
            '<a class="skip" href="#text">Skip to the text</a>\n',
            head(report, tieout),
            bar(report, tieout),
            '<main id="text">\n',
            *_elsewhere(tieout, loose, ids),
            *(section(sheet, ids, number, loose) for number, sheet in enumerate(tieout.sheets)),
            "</main>\n",
            (
                f'<footer class="end">Drawn by <a href="{HOME}">factlint {__version__}</a>, which compares the figures of a '
                "text with one another; it knows nothing of the world. A tick says that figures agree, not that they are "
                "true.</footer>\n"
            ),
            '<svg id="join" aria-hidden="true"></svg>\n<p id="say" class="unseen" role="status"></p>\n',
            legend(),
            f'<script type="application/json" id="data">{data_of(tieout, report, ids)}</script>\n',
            f"<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def _elsewhere(tieout: Tieout, loose: Iterable[Link], ids: Ids) -> Iterator[str]:
    """Yield the findings that point into no text of the run: into a side file, a baseline."""
    paths = {sheet.path for sheet in tieout.sheets}
    cards = [card(link, ids) for link in loose if link.finding and link.finding.locations[0].path not in paths]
    if cards:
        yield f'<section class="sheet else" aria-label="Elsewhere">{"".join(cards)}</section>\n'


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
