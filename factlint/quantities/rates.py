"""What stands below the line of a rate: $680 per kg, 2 million barrels a day, $98 a share."""

from factlint.lexing.kinds import WORD
from factlint.model.quantity import COUNT, Unit
from factlint.model.record import replace
from factlint.quantities.draft import Draft, Scene
from factlint.quantities.unit_phrases import match_unit, unit_named


def read_rate(scene: Scene, draft: Draft) -> None:
    """Read what stands below the line of a rate: per hour, /kg, a share, an ounce."""
    at = draft.last
    word = scene.lower(at)
    if word == "per" and _read_many(scene, draft, at + 1):
        return
    if (
        draft.unit is COUNT
        and scene.lower(at + 1) == "per"
        and scene.kind(at) is WORD
        and word not in scene.lexicon.nouns.stop
    ):
        _read_many(scene, draft, at + 2)  # 4.5 deaths per 1,000 live births
    if draft.unit is COUNT:
        is_short = (
            word == "b" and scene.word(at + 1) == "/" and scene.lower(at + 2) in ("d", "day") and scene.touches(at + 2)
        )
        if is_short or word in scene.lexicon.cues["barrels_a_day"]:  # 40,000 b/d, 2 million bpd
            draft.unit, draft.last = replace(unit_named(scene, "barrel", COUNT), per="day"), at + 1 + 2 * is_short
        return
    if word == "/" and (scene.touches(at) or draft.unit.is_money):
        found = match_unit(scene, at + 1)
        if found is not None:
            draft.unit, draft.last = replace(draft.unit, per=found[0].name), found[1]
        elif scene.kind(at + 1) is WORD and draft.unit.is_money:
            draft.unit, draft.last = replace(draft.unit, per=scene.lower(at + 1)), at + 2
        return
    if draft.unit.dimension in ("percent", "percentage_point", "time", "index"):
        return
    if word == "of" and scene.kind(at + 1) is WORD and scene.lower(at + 2) in ("a", "an", "per"):
        below = _time_below(scene, at + 3)
        if below is not None:
            draft.unit = replace(draft.unit, per=below.name)  # 830,000 barrels of oil a day
        return
    hyphened = word == "-" and scene.lower(at + 1) in ("a", "an", "per") and scene.lower(at + 2) == "-"
    if word not in ("per", "a", "an") and not hyphened:
        return
    step = at + 3 if hyphened else at + 1
    if scene.taken[step : step + 1] == b"\x01" and not _release_rate(scene, at):
        return
    target = scene.lower(step)
    article = word != "per" and not hyphened
    found = match_unit(scene, step)
    if found is not None and found[0].dimension in ("time", "length", "mass", "volume", "area", "energy", "currency") and not (
        article and scene.lower(found[1]) in ("earlier", "ago", "later", "before", "old")
    ):  # fmt: skip
        draft.unit, draft.last = replace(draft.unit, per=found[0].name), found[1]
    elif (target in scene.lexicon.cues["shared_by"] or (word == "per" and scene.kind(step) is WORD and target.isalpha())) and not (
        article and scene.lower(step + 1) in ("earlier", "ago", "later")
    ):  # fmt: skip
        item = "person" if target in ("capita", "head", "person") else target
        draft.last = step + 1
        if draft.unit.is_money:
            draft.per_item = item
        else:
            draft.unit = replace(draft.unit, per=item)


def _read_many(scene: Scene, draft: Draft, at: int) -> bool:
    """Read a rate per so many: 23.2 per 1,000 women, 15 kWh per 100 km, 4 per million people."""
    other = scene.draft_at.get(at)
    size = other.value if other is not None else None
    if other is None or not isinstance(size, int) or size < 10 or str(size).strip("0") != "1" or draft.value is None:
        return False
    found = match_unit(scene, other.numeral.last)
    if found is not None:
        below, end = found[0].name, found[1]
    else:
        end = other.numeral.last
        while (
            scene.kind(end) is WORD
            and scene.lower(end) not in scene.lexicon.nouns.stop
            and end - other.numeral.last < _MOST_NOUNS
        ):
            end += 1
            if scene.lower(end - 1) in scene.lexicon.nouns.plural or scene.lower(end - 1).endswith("s"):
                break
        if end == other.numeral.last:
            return False
        below = " ".join(scene.lower(step) for step in range(other.numeral.last, end))
    unit = Unit("number", "rate") if draft.unit is COUNT else draft.unit
    draft.unit = replace(unit, per=f"{size} {below}")
    draft.last = end if draft.last == at - 1 else draft.last
    other.value, other.last, other.first = None, -1, -1
    return True


def _time_below(scene: Scene, at: int) -> Unit | None:
    """Return the unit of time that a rate is told by behind the noun: 830,000 barrels of oil [a day]."""
    named = scene.lexicon.names.get(scene.lower(at), ())
    found = next((unit for rest, unit in named if not rest and unit.dimension == "time"), None)
    return None if scene.lower(at + 1) in ("earlier", "ago", "later", "before", "old") else found


_MOST_NOUNS = 3


def _release_rate(scene: Scene, at: int) -> bool:
    """Take "a day" back from the periods: behind a unit it is the line of the rate."""
    period = scene.period_at.get(at)
    if period is None or not period.recurring:
        return False
    del scene.period_at[at]
    while at < len(scene.tokens) and scene.tokens[at].start < period.span.end:
        scene.taken[at] = 0
        at += 1
    return True
