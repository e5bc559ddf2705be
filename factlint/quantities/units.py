"""Numeral and unit: 7.7%, 1.2 trillion yuan, US$55, 23,000-TEU, 200 kilometers per hour, 7 feet 10 inches."""

from dataclasses import replace
from fractions import Fraction

from factlint.knowledge.units import Phrases
from factlint.model.interval import tidy
from factlint.model.parse import TokenKind
from factlint.model.quantity import COUNT, Form, Unit
from factlint.quantities.draft import Draft, Scene

_HYPHENS = "-\u2010\u2011"
_LOOSE = frozenset(("m", "t", "l", "L", "g", "K", "C", "ha", "mi", "V", "W", "in", "h", "s", "min", "ft", "Hz", "J", "N", "Pa", "b", "B", "A", "bar", "pt", "ct", "gal", "°"))
_NEVER_LOOSE = frozenset(("d", "A", "V", "PS", "st", "cal", "rad", "cd", "ac", "mo", "MM", "R", "N", "PT", "J", "in", "h", "s", "b", "B", "mt", "Ma", "GT", "ASK", "cc", "lm", "min.", "bu", "Km", "hp.", "C", "W", "pt", "ct", "ly", "um", "kn", "gt", "NM"))
_SIZES = frozenset("tall long wide high deep thick away apart square x × by in of and or to diameter".split())


def attach_units(scene: Scene) -> None:
    """Give every quantity of the scene its unit and grow it over the words that say so."""
    for draft in scene.drafts:
        if draft.form is Form.ORDINAL:
            continue
        _sign_before(scene, draft)
        if draft.unit is COUNT:
            _unit_behind(scene, draft)
            if draft.unit is COUNT and _is_age(scene, draft):
                draft.unit = _named(scene, "year", COUNT)
        else:
            _confirm_money(scene, draft)
        if draft.unit is not COUNT:
            _per(scene, draft)
            _settle(scene, draft)
        elif draft.form is Form.INDEFINITE and scene.lower(draft.last - 1) in ("digit", "digits") and _is_growth(scene, draft):
            draft.unit = _named(scene, "percent", COUNT)
        draft.core_first, draft.core_last = draft.first, draft.last


def _sign_before(scene: Scene, draft: Draft) -> None:
    """Take a currency sign or code in front of the figure: $, US$, hk $, RM, EUR."""
    at = draft.first - 1
    if draft.numeral.sign_from is not None:
        at = draft.numeral.sign_from - 1
    if at < 0 or scene.taken[at]:
        return
    signs = scene.lexicon.signs
    word = scene.word(at)
    gap = scene.tokens[at + 1].start - scene.tokens[at].end
    if gap > 1:
        return
    if scene.kind(at) is TokenKind.SYMBOL and word in signs:
        first, unit = at, signs[word]
        found = _prefixed(scene, at)
        if found is not None:
            first, unit = found
        draft.first, draft.unit = first, unit
        if draft.value is not None and first and scene.word(first - 1) in ("-", "\u2212") and scene.touches(first) and (
            first < 2 or not scene.touches(first - 1)
        ) and draft.value > 0:  # fmt: skip
            draft.first, draft.value = first - 1, -draft.value
    elif scene.kind(at) is TokenKind.WORD and word.lower() not in scene.lexicon.times.classes and word[:1] == "M" and word[1:] in signs and len(word) == 4:
        _millions(draft, signs[word[1:]])
        draft.first = at
    elif scene.kind(at) is TokenKind.WORD and word in signs:
        if (len(word) > 1 or gap == 0) and not (len(word) == 2 and gap and word not in ("Rs", "RM", "Rp", "SR", "Dh", "Tk", "KD")):
            draft.first, draft.unit = at, signs[word]
    elif word == "." and at and scene.word(at - 1) in ("Rs", "Rp", "Fr"):
        draft.first, draft.unit = at - 1, signs[scene.word(at - 1)]


def _prefixed(scene: Scene, at: int) -> tuple[int, Unit] | None:
    """Return the country letters before a sign: US$, U.S.$, hk $, NT$, AUD$; the article of "a $5 million deal" is none."""
    signs = scene.lexicon.signs
    if not at or scene.kind(at - 1) is not TokenKind.WORD:
        return None
    gap = scene.tokens[at].start - scene.tokens[at - 1].end
    letters = scene.word(at - 1)
    if gap > 1 or (gap and letters.lower() in ("a", "s", "r", "u")) or (letters.islower() and not gap and len(letters) == 1):
        return None
    for form in (letters + scene.word(at), letters.upper() + scene.word(at), letters.upper()):
        if form in signs and (form[-1:] == scene.word(at)[-1:] or (len(form) == 3 and form.isupper())):
            return at - 1, signs[form]
    return None


def _confirm_money(scene: Scene, draft: Draft) -> None:
    """Let a name behind the figure settle its sign: $20 million U.S. dollars, ¥5 million yuan, $3 USD."""
    found = _match(scene, draft.last)
    if found is not None and found[0].is_money and found[0].factor is None and scene.kind(draft.last) is TokenKind.WORD:
        draft.last, draft.unit = found[1], found[0]


def _match(scene: Scene, at: int) -> tuple[Unit, int] | None:
    """Return the longest unit whose words begin at a token."""
    best: tuple[Unit, int] | None = None
    word = scene.word(at)
    if not word or scene.taken[at]:
        return None
    tables: tuple[tuple[Phrases[Unit], bool], ...] = ((scene.lexicon.symbols, True), (scene.lexicon.names, False))
    for phrases, exact in tables:
        for rest, unit in phrases.get(word if exact else scene.lower(at), ()):
            if best is not None and at + 1 + len(rest) <= best[1]:
                break
            end = _end_of(scene, at + 1, rest, exact=exact)
            if end is not None:
                if exact and not _symbol_fits(scene, at, end):
                    continue
                best = unit, end
                break
    return best


def _end_of(scene: Scene, at: int, rest: tuple[str, ...], *, exact: bool) -> int | None:
    """Return where the rest of a phrase ends; a hyphen may stand for a space: a 1,000-square-foot room."""
    for part in rest:
        if (scene.word(at) if exact else scene.lower(at)) != part:
            if part == "-" or scene.word(at) not in _HYPHENS or not scene.touches(at) or scene.lower(at + 1) != part:
                return None
            at += 1
        at += 1
    return at if at <= len(scene.tokens) else None


def _symbol_fits(scene: Scene, at: int, end: int) -> bool:
    """Refuse a symbol that is only a word here: "in" between spaces, "a", the m of "I'm"."""
    word = scene.word(at)
    if scene.touches(at) or (scene.word(at - 1) in _HYPHENS and at > 1):
        if len(word) == 1 and word.isalpha() and end < len(scene.tokens) and scene.touches(end) and scene.word(end) in "-'\u2019":
            return scene.word(end) == "-"
        return True
    if end - at > 1 or not word[0].isalpha():
        return True
    if word == "in":
        following = scene.lower(end)
        return not following or following in (".", ")", "thick", "long", "wide", "tall", "high", "deep", "x", "square", "diameter") and (
            following != "." or end + 1 >= len(scene.tokens)
        )
    if word == "C":
        return scene.kind(end) is None or not scene.word(end)[0].isalnum() or (scene.word(end).islower() and "-" not in scene.word(at - 1))
    if scene.word(end) == "/" and scene.touches(end) and scene.touches(end + 1):
        return True
    if word in _NEVER_LOOSE:
        return False
    if len(word) > 1:
        return True
    return word in _LOOSE and (scene.kind(end) is not TokenKind.WORD or not scene.word(end)[0].isupper()) and (
        scene.kind(end) is not TokenKind.NUMBER or word in "mtlLg"
    ) and not (scene.word(end) in "'\u2019" and scene.touches(end))


def take_unit(scene: Scene, draft: Draft) -> None:
    """Give a quantity the unit behind its bound: five or so months, 10-plus years."""
    found = _match(scene, draft.last + (scene.word(draft.last) in _HYPHENS))
    if found is not None and _fits(scene, draft, found[0], draft.last, found[1]):
        draft.unit, draft.last = found


def _percent_label(scene: Scene, draft: Draft) -> bool:
    """Read "percent of 10", the label of a table row read aloud: nothing else stands in the sentence."""
    if draft.last != len(scene.tokens) or draft.first < 2 or scene.lower(draft.first - 1) != "of":
        return False
    found = _match(scene, 0)
    if found is None or not found[0].is_percent or found[1] != draft.first - 1:
        return False
    draft.unit, draft.first = found[0], 0
    return True


def _unit_behind(scene: Scene, draft: Draft) -> None:
    at = draft.last
    if at >= len(scene.tokens):
        _percent_label(scene, draft)
        return
    opened = ""
    if scene.word(at) in _HYPHENS + "\u2013" and scene.touches(at) and scene.touches(at + 1) and scene.kind(at + 1) is TokenKind.WORD:
        at += 1
    elif scene.word(at) in _HYPHENS and not scene.touches(at) and scene.word(at + 2) in _HYPHENS and draft.numeral.form is Form.CARDINAL:
        at += 1  # 55 - year - old, as some corpora space it
    elif draft.form is Form.INDEFINITE and scene.lower(at) == "of":
        at += 1
    elif scene.word(at) in "([{<" and scene.word(at + 2) in ")]}>" and scene.kind(at + 1) is TokenKind.WORD and scene.word(at + 1) in scene.lexicon.symbols:
        opened, at = scene.word(at), at + 1
    word = scene.word(at)
    if len(word) == 4 and word[0] == "M" and word[1:] in scene.lexicon.signs:
        _millions(draft, scene.lexicon.signs[word[1:]])
        draft.last = at + 1
        return
    found = _match(scene, at)
    if found is None and draft.numeral.form is Form.FRACTION:
        found = _of_a(scene, at)
    if found is None and scene.lower(at) == "of" and scene.lower(at + 1) == "a" and draft.numeral.digits:
        found = _of_a(scene, at)
    if found is None and scene.word(at) in ("\"", "\u2033") and _is_inch(scene, at):
        found = next(((unit, at + 1) for rest, unit in scene.lexicon.names.get("inch", ()) if not rest), None)
    if found is None and scene.lower(at) in ("yo", "y.o") and draft.numeral.digits:
        found = next(((unit, at + 1) for rest, unit in scene.lexicon.names.get("year", ()) if not rest), None)
    if found is None and scene.lower(at) in ("consecutive", "straight", "successive", "full", "whole", "additional", "long", "calendar", "more"):
        step = _match(scene, at + 1)
        found = step if step is not None and step[0].dimension == "time" else None
    if found is None:
        _network_speed(scene, draft, at)
        return
    unit, end = found
    if not _fits(scene, draft, unit, at, end):
        return
    draft.unit, draft.last = unit, end + bool(opened)
    if unit.is_money and draft.scale == 1 and scene.lower(draft.last) in ("million", "billion", "trillion", "thousand", "mn", "bn"):
        scale = scene.lexicon.numbers.scales[scene.lower(draft.last)]  # 75 USD million
        draft.value = tidy((draft.value or 0) * scale) if draft.value is not None else None
        draft.quantum, draft.scale, draft.last = tidy(draft.quantum * scale), scale, draft.last + 1
    if unit.dimension in ("length", "mass", "currency"):
        _compound(scene, draft)


def _millions(draft: Draft, unit: Unit) -> None:
    """Read MUSD and MEUR, the Nordic way of writing millions of a currency."""
    draft.unit = unit
    if draft.value is not None:
        draft.value, draft.scale, draft.quantum = tidy(draft.value * 1000000), 1000000, tidy(draft.quantum * 1000000)


def _is_inch(scene: Scene, at: int) -> bool:
    """Tell the inch mark from a closing quotation mark: an even number of marks stands before it."""
    if scene.word(at) == "\u2033":
        return scene.touches(at)
    return sum(token.text == "\"" for token in scene.tokens[:at]) % 2 == 0 and (scene.touches(at) or scene.tokens[at].start == scene.tokens[at - 1].end + 1) and (
        sum(token.text == "\"" for token in scene.tokens[at + 1 :]) == 0 or scene.touches(at)
    )  # fmt: skip


def _of_a(scene: Scene, at: int) -> tuple[Unit, int] | None:
    """Read 0.3 of a percentage point, half an hour, a quarter of a mile."""
    step = at
    if scene.lower(step) in ("of", "-"):
        step += 1
    if scene.lower(step) in ("a", "an", "one", "the"):
        step += 1
    elif step != at + 1 or scene.lower(at) != "-":
        return None
    found = _match(scene, step)
    if found is None or (found[0].dimension == "time" and scene.lower(at) == "of") or (found[0].is_money and found[0].factor is None and scene.lower(step - 1) == "the"):
        return None
    return found if scene.lower(step - 1) != "the" else None


def _fits(scene: Scene, draft: Draft, unit: Unit, at: int, end: int) -> bool:
    """Refuse a unit's name that is another word here: "won" the verb, "second" the ordinal, "mark" the threshold."""
    word = scene.lower(at)
    if unit.name in ("won", "real", "dong", "rand", "mu", "li", "sen", "stone", "turn", "cup", "bar"):
        if word == "won":
            return draft.scale >= 1000 and scene.lower(end) not in ("the", "a", "an", "seats", "gold", "their", "his", "her", "medals") or draft.numeral.grouped
        if word in ("cup", "cups", "turn", "turns", "stone", "mu", "li", "sen", "bar", "bars", "rand", "dong"):
            return scene.word(at).islower()
    if unit.name == "point" and scene.lower(end) in ("of", "guard", "plan", "agenda", "proposal", "seven"):
        return False
    if unit.is_money and scene.kind(end) is TokenKind.NUMBER and scene.touches(end):
        return False
    if unit.dimension == "time" and word in ("second",) and draft.form is Form.ORDINAL:
        return False
    if unit.name == "percent" and word == "percentage":
        return scene.lower(at - 1) != "-"
    return not (unit.name == "quarter" and draft.form is Form.FRACTION)


def _network_speed(scene: Scene, draft: Draft, at: int) -> None:
    """Read 1000M broadband as a data rate."""
    if scene.word(at) == "M" and scene.touches(at) and draft.scale == 1:
        for unit in (found for rest, found in scene.lexicon.names.get("megabit", ()) if rest == ("per", "second")):
            draft.unit, draft.last = unit, at + 1
            return


def _compound(scene: Scene, draft: Draft) -> None:
    """Add the smaller unit that goes on: 7 feet 10 inches, 20 ringgit and 43 sen."""
    pairs = {"foot": "inch", "MYR": "sen", "dollar": "cent", "USD": "cent", "GBP": "penny", "pound": "penny", "EUR": "cent", "CNY": "fen", "INR": "paisa", "pound-mass": "ounce", "RUB": "kopeck", "AUD": "cent", "CAD": "cent", "ZAR": "cent", "SGD": "cent", "HKD": "cent"}
    small = pairs.get(draft.unit.name)
    if small is None or draft.value is None:
        return
    at = draft.last
    if scene.lower(at) in ("and", ","):
        at += 1
    other = next((found for found in scene.drafts if found.numeral.first == at), None)
    if other is None or other.value is None or other.scale != 1:
        return
    found = _match(scene, other.numeral.last)
    if found is None and small == "inch" and scene.lower(other.numeral.last) == "in":
        found = replace(draft.unit, name="inch"), other.numeral.last + 1
    if found is None and draft.unit.is_money and len(other.numeral.digits) == 2 and scene.word(other.numeral.last) in (".", ",", ""):
        found = replace(draft.unit, name=small), other.numeral.last  # 15 dollars 50
    if found is None or found[0].name != small:
        return
    share = Fraction(1, 12) if small == "inch" else Fraction(1, 16) if small == "ounce" else Fraction(1, 100)
    draft.value = tidy(Fraction(draft.value) + Fraction(other.value) * share)
    draft.quantum, draft.last = tidy(Fraction(other.quantum) * share), found[1]
    other.value, other.last, other.first = None, -1, -1


def _per(scene: Scene, draft: Draft) -> None:
    """Read what stands below the line of a rate: per hour, /kg, a share, an ounce."""
    at = draft.last
    word = scene.lower(at)
    if word == "/" and (scene.touches(at) or draft.unit.is_money):
        found = _match(scene, at + 1)
        if found is not None:
            draft.unit, draft.last = replace(draft.unit, per=found[0].name), found[1]
        elif scene.kind(at + 1) is TokenKind.WORD and draft.unit.is_money:
            draft.unit, draft.last = replace(draft.unit, per=scene.lower(at + 1)), at + 2
        return
    if draft.unit.dimension in ("percent", "percentage_point", "time", "index"):
        return
    hyphened = word == "-" and scene.lower(at + 1) in ("a", "an", "per") and scene.lower(at + 2) == "-"
    if word not in ("per", "a", "an") and not hyphened:
        return
    step = at + 3 if hyphened else at + 1
    if scene.taken[step : step + 1] == b"\x01" and word != "per":
        return
    target = scene.lower(step)
    article = word != "per" and not hyphened
    found = _match(scene, step)
    if found is not None and found[0].dimension in ("time", "length", "mass", "volume", "area", "energy", "currency") and not (
        article and scene.lower(found[1]) in ("earlier", "ago", "later", "before", "old")
    ):  # fmt: skip
        draft.unit, draft.last = replace(draft.unit, per=found[0].name), found[1]
    elif (target in _SHARED_BY or (word == "per" and scene.kind(step) is TokenKind.WORD and target.isalpha())) and not (
        article and scene.lower(step + 1) in ("earlier", "ago", "later")
    ):  # fmt: skip
        item = "person" if target in ("capita", "head", "person") else target
        draft.last = step + 1
        if draft.unit.is_money:
            draft.per_item = item
        else:
            draft.unit = replace(draft.unit, per=item)


_SHARED_BY = frozenset("share person head capita unit piece barrel ounce dozen ton tonne vehicle student household gallon pound liter litre bushel ticket bottle pack copy family worker employee customer user contract".split())


def _settle(scene: Scene, draft: Draft) -> None:
    """Decide what a shared name means here: points, pounds, dollars, the signs of several countries."""
    unit = draft.unit
    if unit.name in scene.context.currencies:
        draft.unit = replace(unit, name=scene.context.currencies[unit.name])
    elif unit.name == "\u00a5":
        draft.unit = replace(unit, name="JPY")
    elif unit.name == "pound":
        if _is_weight(scene, draft):
            draft.unit = _named(scene, "lb", unit)
        elif draft.scale >= 1000000 or any(token.lower in _PAID for token in scene.tokens):
            draft.unit = replace(unit, name="GBP")
    elif unit.name == "point":
        draft.unit = _point(scene, draft)


def _is_growth(scene: Scene, draft: Draft) -> bool:
    """Say whether double digits are of percent here: double-digit growth, up high single digits."""
    movers = scene.lexicon.bounds.movers
    near = {scene.lower(at) for at in (*range(draft.first - 3, draft.first), *range(draft.last, draft.last + 4))}
    return not movers.isdisjoint(near) or not near.isdisjoint(("percentage", "rate", "rates", "pace", "gains", "returns", "margin", "margins", "inflation", "rise", "percent"))


def _is_age(scene: Scene, draft: Draft) -> bool:
    """Read aged 60 and above, age 87, at the age of 30."""
    at = draft.first - 1
    if (
        scene.word(at) == "," and scene.classes[at - 1 : at] == "W" and scene.word(draft.last) in (",", ".", ")", "") and draft.numeral.digits
        and draft.numeral.is_plain and not draft.numeral.grouped and 0 < (draft.value or 0) < 115 and "." not in draft.numeral.digits
    ):  # fmt: skip
        return True  # Karen Buckley, 24, disappeared
    while at >= 0 and scene.lower(at) in ("of", "over", "under", "about", "between", "from", "to", "and", "at", "least") and at > draft.first - 4:
        at -= 1
    return scene.lower(at) in ("aged", "age", "ages") and abs(draft.value or 0) < 130 and draft.scale == 1


def _named(scene: Scene, word: str, default: Unit) -> Unit:
    return next((unit for rest, unit in scene.lexicon.names.get(word, ()) if not rest), default)


_WEIGHTS = frozenset("weigh weighs weighed weighing weight weights heavier lighter lost gained lose gain drop bag bags of baby catch body rice beans meat coal cocaine cotton dog fish per".split())


def _is_weight(scene: Scene, draft: Draft) -> bool:
    if draft.scale >= 1000000 or "\u00a3" in scene.text:
        return False
    if scene.word(draft.last - 2) in _HYPHENS and scene.lower(draft.last) not in ("note", "coin", "fine", "a", "fee", "cost", "bill"):
        return True
    return any(scene.lower(at) in _WEIGHTS for at in range(max(draft.first - 8, 0), min(draft.last + 4, len(scene.tokens))))


_PAID = frozenset("spend spent spends spending pay paid pays cost costs price prices priced worth sold bought revenue profit profits sales earn earned raise raised budget loan debt pence penny fund".split())
_INDEXES = frozenset("index indexes indices dow nasdaq nikkei ftse s&p seng dax cac sensex nifty kospi topix composite shares stocks futures benchmark average game games score scored season pmi closed close points-based".split())


def _point(scene: Scene, draft: Draft) -> Unit:
    """Tell percentage points from the points of an index by the company they keep."""
    words = {token.lower for token in scene.tokens}
    if words & _INDEXES or not ("%" in words or "percent" in words or "percentage" in words or "rate" in words):
        return draft.unit
    if draft.magnitude() > 50:
        return draft.unit
    return next((unit for rest, unit in scene.lexicon.names.get("percentage", ()) if rest == ("point",)), draft.unit)
