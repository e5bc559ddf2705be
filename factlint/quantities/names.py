"""Numbers that name instead of count: 5G, iPhone 15, Section 427, the 20th National Congress, scores, clock times."""

import re

from factlint.lexing.kinds import DESIGNATOR, NUMBER, SYMBOL, WORD
from factlint.quantities.draft import Scene
from factlint.quantities.name_shapes import (
    bare_pair,
    catchword,
    clock_time,
    definition,
    footnote_mark,
    hyphened_name,
    joined_run,
    life_span,
    list_marker,
    model_number,
    phone_number,
    reference_mark,
    score,
    slashed_pair,
    street_address,
    tally,
)

_NUMBERED = re.compile("[xQHXeinYo]")


def find_names(scene: Scene) -> None:
    """Put the spans of names that hold numbers into the scene and mark their tokens as taken."""
    found: list[tuple[int, int]] = (
        _addresses(scene) if scene.context.may_hold_address and _may_hold_address(scene) else []
    )
    for first, last in found:
        _take_address(scene, first, last)
    found = []
    numerals = scene.numeral_at
    done = 0
    for match in _NUMBERED.finditer(scene.classes):
        at, character = match.start(), match[0]
        if at < done or scene.taken[at]:
            continue
        if character in "xQHXe" and scene.kind(at) is DESIGNATOR and not _is_symbol(scene, at):
            found.append(_designator(scene, at))
            done = found[-1][1]
        elif at in numerals:
            name = _numbered(scene, at, numerals[at].last)
            if name is not None:
                found.append(name)
                done = name[1]
        elif character == "n" and scene.kind(at) is NUMBER:
            found.append((at, at + 1))  # malformed digits: an address, a version
    for first, last in found:
        if scene.is_free(first, last):
            scene.take(first, last)
            scene.names.append(scene.span(first, last))


def _may_hold_address(scene: Scene) -> bool:
    start, end = scene.tokens[0].start, scene.tokens[-1].end
    return any(scene.text.find(mark, start, end) >= 0 for mark in ("://", "@", "www", "WWW", "Www"))


def _addresses(scene: Scene) -> list[tuple[int, int]]:
    """Return web and mail addresses that hold digits: everything that touches "://", "www." or "@"."""
    found: list[tuple[int, int]] = []
    at, size = 0, len(scene.tokens)
    while at < size:
        if (
            (scene.word(at) == "/" and scene.word(at - 1) == "/" and scene.word(at - 2) == ":")
            or scene.word(at) == "@"
            or scene.lower(at) == "www"
        ):
            first = last = at
            while first and scene.touches(first):
                first -= 1
            while last + 1 < size and scene.touches(last + 1):
                last += 1
            if any(scene.kind(step) in (NUMBER, DESIGNATOR) for step in range(first, last + 1)):
                found.append((first, last + 1))
            at = last
        at += 1
    return found


def _take_address(scene: Scene, first: int, last: int) -> None:
    """Name an address; a period inside it is part of it, and one that reaches into it from outside keeps its words."""
    span = scene.span(first, last)
    periods = [(at, period.span) for at, period in scene.period_at.items() if period.span.overlaps(span)]
    if all(span.covers(one) for _, one in periods):
        for at, _ in periods:
            del scene.period_at[at]
        scene.names.append(span)
        scene.take(first, last)


def _is_symbol(scene: Scene, at: int) -> bool:
    """Say whether letters and digits are a unit's symbol behind a figure: 190 km2."""
    return at > 0 and scene.word(at) in scene.lexicon.symbols and scene.classes[at - 1] in "_inYo"


def _designator(scene: Scene, at: int) -> tuple[int, int]:
    """Extend 5G over what hangs on it by hyphens and slashes: I7-860BOX, CG/B737-800."""
    last = at + 1
    while last + 1 < len(scene.tokens) and scene.word(last) in ("-", "/", "+") and scene.touches(last) and scene.touches(last + 1) and not scene.taken[last + 1] and (
        scene.kind(last + 1) is not WORD
    ):  # fmt: skip
        last += 2
    return at, last


def _numbered(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Return the name that a numeral belongs to, or None where it counts."""
    if scene.classes[at] == "o":
        return _ordinal_name(scene, at, last)
    is_marked = scene.kind(at + 1) is SYMBOL or scene.kind(at - 1) is SYMBOL
    for shape in _SHAPES if is_marked else _BARE_SHAPES:
        name = shape(scene, at, last)
        if name is not None:
            return name
    return None


def _ordinal_name(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read the 20th CPC National Congress, 14th Five-Year Plan, the Fourth Plenary Session."""
    end = last
    while end < min(len(scene.tokens), last + 16) and scene.kind(end) is WORD and scene.word(end)[0].isupper():
        end += 1
        if (
            scene.word(end) == "-"
            and scene.touches(end)
            and scene.kind(end + 1) is WORD
            and scene.word(end + 1)[0].isupper()
        ):
            end += 1
    if end == last:
        return None
    if scene.kind(at) is WORD and (scene.word(at).islower() or at == 0):
        return None  # the first National Conference counts, the Fourth Plenary Session is called so
    heads = scene.lexicon.labels.ordinals
    words = [scene.lower(step) for step in range(last, end)]
    capital = scene.word(at)[0].isupper() and at > 0
    if any(word in heads for word in words) or "plan" in words or capital:
        return at, end
    return None


def _short_year(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read '24 and the class of \u201999: a year without its century."""
    mark = scene.word(at - 1)
    if (
        last - at != 1
        or mark not in ("'", "\u2019", "\u2018")
        or not scene.touches(at)
        or (at > 1 and scene.touches(at - 1))
    ):
        return None
    closed = scene.word(last) in ("'", "\u2019") and scene.touches(last)
    return (at - 1, last) if scene.word(at).isdecimal() and len(scene.word(at)) == 2 and not closed else None


def _quoted(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read "two sessions" in quotes and Two Sessions: catchwords that begin with a number."""
    if not scene.word(at)[0].isalpha() or last - at > 1:
        return None
    end = last
    opened = scene.word(at - 1) in ('"', "\u201c", "\u2018", "'") and scene.touches(at)
    while end < len(scene.tokens) and scene.kind(end) is WORD and end - at < 5:
        if not opened and not (scene.word(at)[0].isupper() and scene.word(end)[0].isupper() and at):
            break
        end += 1
        if opened and scene.word(end) in ('"', "\u201d", "\u2019", "'", ",", ".") and (
            scene.word(end) not in (",", ".") or scene.word(end + 1) in ('"', "\u201d", "\u2019", "'")
        ):  # fmt: skip
            return at, end
    if not opened and end > last:
        return at, end
    return (at, last + 1) if f"{scene.lower(at)} {scene.lower(last)}" in scene.lexicon.labels.catchwords else None


def _labelled(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read Section 427, Route 66, page 12, No. 5, iPhone 15, World War 2."""
    if at == 0 or (scene.kind(at) is NUMBER and not _is_one_token(scene, at, last)):
        return None
    if scene.word(at - 1) == "." and scene.touches(at) and scene.touches(at - 1) and _is_roman(scene.word(at - 2)):
        first = at - 2
        while scene.word(first - 1) == ":" or scene.lower(first - 1) in scene.lexicon.labels.labels:
            first -= 1
        return first, last  # Table III.2
    if scene.kind(at) is WORD:
        return _labelled_in_words(scene, at, last)
    label = at - 1
    if scene.word(label) == "." and label:
        label -= 1
        if scene.lower(label) + "." not in scene.lexicon.labels.labels:
            return None
    elif scene.word(label) in ("#", "\u2116"):
        return label, last
    word = scene.word(label)
    lower = scene.lower(label)
    if scene.kind(label) is not WORD:
        return None
    is_label = lower in scene.lexicon.labels.labels or lower + "." in scene.lexicon.labels.labels
    decimal = "." in scene.word(at) or "," in scene.word(at)
    if decimal and is_label and "," not in scene.word(at) and lower in scene.lexicon.cues["decimal_labels"]:
        decimal = False
    if word.islower() and lower in _VERB_LABELS and scene.lower(label - 1) in scene.lexicon.cues["before_verb_label"]:
        return None
    if (
        is_label
        and not decimal
        and (word[0].isupper() or lower in scene.lexicon.cues["low_labels"])
        and not _measured(scene, last)
    ):
        end = joined_run(scene, at, "-/.") if last - at == 1 else last
        return label, _listed_labels(scene, end) if lower.endswith("s") else end
    if word != word.lower() and label >= 0 and not decimal and _is_product(scene, label, at, last):
        return label, _listed_labels(scene, last) if lower.endswith("s") and word[0].isupper() else last
    return None


def _is_one_token(scene: Scene, at: int, last: int) -> bool:
    """Say whether a number is one printed word: 12, and the 1B of "Table 1B", which is no billion."""
    return last - at == 1 or (
        last - at == 2 and scene.touches(at + 1) and scene.word(at + 1) in ("A", "B", "M", "T", "K", "b", "m")
    )


def _is_roman(word: str) -> bool:
    return bool(word) and len(word) <= 5 and set(word) <= set("IVX" if word.isupper() else "ivx")


_VERB_LABELS = frozenset(("note", "notes", "chart", "charts", "figures", "tables", "box", "page", "exhibit", "number"))


def _listed_labels(scene: Scene, end: int) -> int:
    """Return the end of labels told in a row: tables 3, 4 and 5; notes 2 to 6."""
    while end - 1 < len(scene.tokens):
        step = end + 1 + (scene.word(end) == "," and scene.lower(end + 1) in ("and", "or"))
        if (
            scene.lower(end) not in (",", "and", "or", "to", "&", "through")
            or not scene.word(step).isdecimal()
            or len(scene.word(step)) > 3
            or _measured(scene, step + 1)
            or scene.lower(step + 1).endswith("s")
        ):
            break
        end = step + 1
    return end


def _labelled_in_words(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read number two, slide seven and Phase Two, where nothing is counted behind."""
    label = scene.lower(at - 1)
    if label not in scene.lexicon.labels.labels or not (
        label in scene.lexicon.cues["low_labels"] or scene.word(at - 1)[0].isupper()
    ):
        return None
    following = scene.kind(last) is WORD and scene.lower(last) not in scene.lexicon.nouns.stop
    return None if following or _measured(scene, last) else (at - 1, last)


def _measured(scene: Scene, at: int) -> bool:
    lower = scene.lower(at)
    return scene.word(at) in ("%",) or lower in scene.lexicon.names or lower in scene.lexicon.numbers.scales


def _is_product(scene: Scene, label: int, at: int, last: int) -> bool:
    """Say whether capital letter and digits make a product: iPhone 15, Voyager 2, Windows 11."""
    lower = scene.lower(label)
    if (
        scene.classes[label] not in ("W", "w")
        or (label == 0 and word_is_plain(scene.word(label)))
        or lower in scene.lexicon.nouns.stop
        or lower in scene.lexicon.names
        or lower in scene.lexicon.bounds.before
    ):
        return False
    if (
        scene.word(label) in scene.lexicon.signs
        or scene.word(label) in scene.lexicon.symbols
        or _measured(scene, last)
        or len(scene.word(at)) > 4
    ):
        return False
    following = scene.lower(last)
    if not word_is_plain(scene.word(label)):
        return True
    if following in scene.lexicon.nouns.plural or (
        following.endswith("s") and following not in scene.lexicon.nouns.not_plural and len(following) > 3
    ):
        return False
    return (
        scene.kind(last) is None or scene.word(last)[0] in ".,;:)'\u2019\"\u201d" or scene.classes[last] in "wWI>&OZBV-"
    )


def word_is_plain(word: str) -> bool:
    """Say whether a word has no capital inside: Windows, and not iPhone."""
    return word[1:] == word[1:].lower()


def _platform(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read the 12381 SMS platform: an ungrouped number of five digits before what it is called."""
    if last - at != 1 or not scene.word(at).isdecimal() or len(scene.word(at)) < 3 or scene.classes[at - 1 : at] != "T":
        return None
    for step in range(last, min(last + 3, len(scene.tokens))):
        if scene.kind(step) is not WORD:
            return None
        if scene.lower(step) in scene.lexicon.labels.heads:
            return at, step + 1
        if scene.lower(step) in scene.lexicon.nouns.stop or (
            scene.lower(step).endswith("s") and scene.word(step).islower()
        ):
            return None
    return None


_SHAPES = (
    _short_year, _quoted, catchword, clock_time, model_number, definition, phone_number, reference_mark, score, life_span, tally,
    list_marker, footnote_mark,
    hyphened_name, _labelled, slashed_pair, street_address, _platform,
)  # fmt: skip
"""In the order in which they are tried."""
_BARE_SHAPES = (
    _quoted, clock_time, definition, phone_number, footnote_mark, tally, _labelled, street_address, _platform, bare_pair,
)  # fmt: skip
"""Those that a number may have with no mark right before or behind it."""
