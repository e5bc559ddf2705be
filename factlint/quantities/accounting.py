"""Brackets that mean minus in a table: (170) and $(3.2) in a row of figures are losses; in prose they are asides."""

from factlint.lexing.kinds import SYMBOL, WORD
from factlint.model.interval import tidy
from factlint.quantities.draft import Draft, Scene


def bracketed_minus(scene: Scene) -> None:
    """Turn the figures in brackets of a table's row into negative ones and grow them over the brackets."""
    if "(" not in scene.classes:
        return
    for draft in scene.drafts:
        _signed_bracket(scene, draft)
    if not (scene.is_cell or _is_row(scene)):
        return
    for draft in scene.drafts:
        opens, ends = draft.first - 1, draft.last
        if draft.value is None or draft.value <= 0 or draft.form.value != "cardinal" or draft.numeral.in_words:
            continue
        if scene.word(opens) == "(" and opens >= 0 and scene.word(ends) == ")" and not scene.taken[opens]:
            if not scene.is_cell and not _stands_apart(scene, opens):
                continue
            if scene.is_cell and opens and scene.kind(opens - 1) is WORD:
                continue  # a note in a cell: Total (12)
            draft.value, draft.first, draft.last = -draft.value, opens, ends + 1
            _sign_outside(scene, draft)
            draft.core_first, draft.core_last = draft.first, draft.last


def _signed_bracket(scene: Scene, draft: Draft) -> None:
    """Read $(3.4) million, which is minus wherever it stands: a conversion keeps its sign inside the bracket."""
    opens, ends = draft.first - 1, draft.last
    if (
        draft.value is None
        or draft.value <= 0
        or not draft.is_bare
        or draft.scale != 1
        or opens < 1
        or scene.word(opens) != "("
        or scene.word(ends) != ")"
    ):
        return
    sign = scene.word(opens - 1)
    if (
        sign not in scene.lexicon.signs
        or scene.kind(opens - 1) is not SYMBOL
        or not scene.touches(opens)
        or scene.taken[opens]
    ):
        return
    scale = scene.lexicon.numbers.scales.get(scene.lower(ends + 1), 1) if len(scene.lower(ends + 1)) > 1 else 1
    draft.value, draft.scale, draft.quantum = -draft.value * scale, scale, draft.quantum * scale
    draft.value, draft.quantum = tidy(draft.value), tidy(draft.quantum)
    draft.unit = scene.lexicon.signs[sign]
    draft.first, draft.last = opens - 1, ends + 1 + (scale > 1)
    draft.core_first, draft.core_last = draft.first, draft.last


def _sign_outside(scene: Scene, draft: Draft) -> None:
    """Take the sign in front of the bracket or behind it: $(3.2), (3.2)%."""
    before, after = scene.word(draft.first - 1), scene.word(draft.last)
    if draft.is_bare and draft.first and before in scene.lexicon.signs and scene.kind(draft.first - 1) is SYMBOL:
        draft.unit, draft.first = scene.lexicon.signs[before], draft.first - 1
    elif draft.is_bare and after == "%":
        found = next((unit for rest, unit in scene.lexicon.symbols.get("%", ()) if not rest), None)
        if found is not None:
            draft.unit, draft.last = found, draft.last + 1


def _is_row(scene: Scene) -> bool:
    """Say whether the sentence is a label and figures set apart by tabs, bars or wide gaps."""
    figures = [draft for draft in scene.drafts if draft.value is not None and not draft.numeral.in_words]
    if len(figures) < 2:
        return False
    first = figures[0].first
    inside = {at for draft in figures for at in range(draft.first, draft.last)}
    if any(scene.kind(at) is WORD and at not in inside for at in range(first, len(scene.tokens))):
        return False
    return any(_stands_apart(scene, at) for at in range(max(first, 1), len(scene.tokens)))


def _stands_apart(scene: Scene, at: int) -> bool:
    """Say whether a wide gap, a tab or a bar stands before a token."""
    if at and scene.word(at - 1) in scene.lexicon.signs:
        at -= 1
    gap = scene.text[scene.tokens[at - 1].end : scene.tokens[at].start] if at else ""
    return "\t" in gap or "  " in gap or scene.word(at - 1) == "|"
