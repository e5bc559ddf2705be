"""One cause, one finding: conflicts that hang on one figure are joined under the most telling rule."""

from collections.abc import Mapping, Sequence

from factlint.knowledge.card import Card
from factlint.model.verdict import Conflict, Place


def resolve(conflicts: Sequence[Conflict], cards: Mapping[str, Card]) -> list[Conflict]:
    """Return the conflicts with those that share a place joined.

    The first of a group by severity, then by the cards' ``yields_to``, then by confidence leads; the places of the rest
    become its further places, their arithmetic its notes.
    """
    groups = _groups(conflicts)
    return [_join(group, cards) for group in groups]


def _groups(conflicts: Sequence[Conflict]) -> list[list[Conflict]]:
    parent = list(range(len(conflicts)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    owner: dict[tuple[int, int, int], int] = {}
    for at, conflict in enumerate(conflicts):
        if conflict.severity.rank == 0:
            continue  # what is told as info only must not glue louder findings together
        for place in conflict.places:
            key = (place.document, place.span.start, place.span.end)
            if key in owner:
                parent[root(at)] = root(owner[key])
            else:
                owner[key] = at
    grouped: dict[int, list[Conflict]] = {}
    for at, conflict in enumerate(conflicts):
        grouped.setdefault(root(at), []).append(conflict)
    loud = set(owner)
    kept = []
    for group in grouped.values():
        if len(group) == 1 and group[0].severity.rank == 0:
            keys = {(place.document, place.span.start, place.span.end) for place in group[0].places}
            if keys & loud:
                continue
        kept.append(group)
    return kept


def _join(group: list[Conflict], cards: Mapping[str, Card]) -> Conflict:
    if len(group) == 1:
        return group[0]
    codes = {conflict.rule for conflict in group}

    def order(conflict: Conflict) -> tuple[int, int, float, str]:
        card = cards.get(conflict.rule)
        yields = len(set(card.yields_to) & codes) if card else 0
        return yields, -conflict.severity.rank, -conflict.confidence, conflict.rule

    first, *rest = sorted(group, key=order)
    places: list[Place] = list(first.places)
    seen = {(place.document, place.span) for place in places}
    notes = list(first.notes)
    for conflict in rest:
        for place in conflict.places:
            if (place.document, place.span) not in seen:
                seen.add((place.document, place.span))
                places.append(place)
        if conflict.arithmetic and conflict.arithmetic != first.arithmetic:
            notes.append(conflict.arithmetic)
        notes += [note for note in conflict.notes if note not in notes]
    return Conflict(
        first.rule,
        places,
        first.message,
        first.arithmetic,
        max(conflict.confidence for conflict in group),
        max((conflict.severity for conflict in group), key=lambda severity: severity.rank),
        first.advice,
        notes,
    )
