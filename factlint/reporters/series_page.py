"""A series as one page of HTML: the picture, and under it the values with the places that tell them."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from factlint import __version__
from factlint.reporters.page.markup import count, safe
from factlint.reporters.series_rows import value_words
from factlint.reporters.wording import HOME

if TYPE_CHECKING:
    from factlint.archive.series import Point

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1a1a1a;background:#fff}"
    "h1{font-size:1.5rem;margin:0 0 .25rem}p{margin:.25rem 0 1rem;color:#555}"
    "img{display:block;width:100%;height:auto;border:1px solid #ddd}"
    "table{border-collapse:collapse;width:100%;margin-top:1.5rem;font-variant-numeric:tabular-nums}"
    "caption{text-align:left;font-weight:600}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd}"
    "td.n,th.n{text-align:right}footer{margin-top:2rem;color:#555;font-size:.875rem}"
)


def render(points: Sequence["Point"], title: str, picture: bytes) -> str:
    """Return the page of a series with its picture, which is SVG; it loads nothing and runs no script."""
    policy = f"default-src 'none'; style-src {_hash(_STYLE)}; img-src data:; base-uri 'none'; form-action 'none'"
    texts = len({point.path for point in points})
    told = f"{count(len(points), 'value')} told by {count(texts, 'text')}"
    source = b64encode(picture).decode()
    return "".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f'<meta name="generator" content="factlint {__version__}">\n',
            f"<title>{safe(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n",
            f"<h1>{safe(title)}</h1>\n<p>{told}</p>\n",
            f'<img src="data:image/svg+xml;base64,{source}" alt="{safe(_in_words(points, title))}">\n',
            "<table>\n<caption>What the texts tell</caption>\n<thead><tr><th>period</th>",
            '<th class="n">value</th><th>unit</th><th>name</th><th class="n">texts</th><th>as written</th><th>told by</th></tr></thead>\n<tbody>\n',
            *(_row(point) for point in points),
            "</tbody>\n</table>\n",
            f'<footer>Drawn by <a href="{HOME}">factlint {__version__}</a>.</footer>\n</body>\n</html>\n',
        )
    )


def _row(point: "Point") -> str:
    day = f", {point.date.isoformat()}" if point.date is not None else ""
    cells = (
        (point.period, ""), (value_words(point), ' class="n"'), (point.unit, ""), (point.name, ""),
        (str(point.texts), ' class="n"'), (point.text, ""), (f"{point.path}:{point.line}{day}", ""),
    )  # fmt: skip
    return "<tr>" + "".join(f"<td{sort}>{safe(words)}</td>" for words, sort in cells) + "</tr>\n"


def _in_words(points: Sequence["Point"], title: str) -> str:
    """Return what the picture shows for those who do not see it."""
    if not points:
        return title
    first, last = points[0], points[-1]
    return f"{title}: from {value_words(first)} in {first.period} to {value_words(last)} in {last.period}; the table holds all values"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
