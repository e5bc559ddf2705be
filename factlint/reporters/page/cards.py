"""The card of a finding, beside its first place, and the pointers to it from the other places."""

from typing import TYPE_CHECKING

from factlint.reporters.page.markup import safe
from factlint.reporters.tieout import Figure, Link
from factlint.reporters.wording import one_line, sentence

if TYPE_CHECKING:
    from factlint.reporters.page.sheets import Ids


def card(link: Link, ids: "Ids") -> str:
    """Return the card: what is wrong, both places, the arithmetic, what to do."""
    finding, number = link.finding, link.number
    assert finding is not None
    severity = finding.severity.value
    lines = [line for line in (finding.arithmetic or "").split("\n") if line.strip()]
    sums = "".join(f"<li>{safe(one_line(line))}</li>" for line in lines)
    places = "".join(_place(figure, role, ids) for figure, role in zip(link.figures, link.roles, strict=True))
    if not link.figures:
        first = finding.locations[0]
        places = f"<li>{safe(one_line(first.text))} <small>{safe(first.path)}, line {first.line}</small></li>"
    return (
        f'<article class="card {severity[0]}" id="k{number}" data-k="{number}" tabindex="-1" aria-labelledby="k{number}h">'
        f'<p class="tag"><b aria-hidden="true">✗{number}</b> {severity}</p>'
        f'<h3 id="k{number}h">{safe(sentence(one_line(finding.message)))}</h3>'
        f'<ul class="places">{places}</ul>'
        f'{f"""<ul class="sums">{sums}</ul>""" if sums else ""}'
        f'{f"""<p class="advice">{safe(one_line(finding.advice))}</p>""" if finding.advice else ""}'
        f'<p class="rule">{safe(finding.name)} <span>{safe(finding.rule)} · confidence {finding.confidence:.0%}</span></p>'
        "</article>"
    )


def pointer(link: Link, ids: "Ids") -> str:
    """Return the line beside another place of a finding that leads to its card."""
    finding, first = link.finding, link.figures[0]
    assert finding is not None
    return (
        f'<a class="to {finding.severity.value[0]}" href="#k{link.number}" data-k="{link.number}">'
        f"<b>✗{link.number}</b> conflicts with <em>{safe(one_line(first.text))}</em>, {safe(ids.place(first))}</a>"
    )


def _place(figure: Figure, role: str, ids: "Ids") -> str:
    told = f"<span>{safe(role)}</span>" if role else ""
    return (
        f'<li><a href="#f{ids.of(figure)}" data-f="{ids.of(figure)}">{safe(one_line(figure.text))}</a> {told} '
        f"<small>{safe(ids.place(figure))}</small></li>"
    )
