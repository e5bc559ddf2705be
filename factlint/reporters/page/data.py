"""What the page's script knows of figures and links, as JSON inside the page; and the strip of the whole run."""

import json

from factlint.knowledge import cards
from factlint.model.finding import Report
from factlint.reporters.page.sheets import Ids
from factlint.reporters.reading import reading
from factlint.reporters.tieout import Figure, State, Tieout

STATES = (State.CONFIRMED, State.CONFLICTING, State.ALONE)


def data_of(tieout: Tieout, report: Report, ids: Ids) -> str:
    """Return the JSON: figures, links, and the lengths of the sheets; no word of it can end the element around it."""
    index = {id(link): number for number, link in enumerate(tieout.links)}
    names = {code: card.name for code, card in cards().items()}
    names |= {count.code: count.name for count in report.rules.values()}
    sheets = {id(sheet.text.document): number for number, sheet in enumerate(tieout.sheets)}
    figures = [
        _figure(figure, sheets[id(sheet.text.document)], [index[id(link)] for link in figure.links])
        for sheet in tieout.sheets
        for figure in sheet.figures
    ]
    links = [
        {
            "rule": link.rule,
            "name": link.finding.name if link.finding else names.get(link.rule, link.rule),
            "sums": [line for line in link.arithmetic.split("\n") if line],
            "figures": [ids.of(figure) for figure in link.figures],
            "number": link.number,
            "severity": link.finding.severity.value if link.finding else "",
            "message": link.finding.message if link.finding else "",
        }
        for link in tieout.links
    ]
    whole = {
        "figures": figures,
        "links": links,
        "sheets": [[sheet.path, len(sheet.text.document.source)] for sheet in tieout.sheets],
    }
    text = json.dumps(whole, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _figure(figure: Figure, sheet: int, links: list[int]) -> list[object]:
    told = reading(figure.claim) if figure.claim is not None else []
    return [STATES.index(figure.state), sheet, figure.start, figure.spot, links, told]
