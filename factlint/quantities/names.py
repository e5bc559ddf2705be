"""Numbers that name instead of count: 5G, iPhone 15, Section 427, the 20th National Congress, scores, clock times."""

from factlint.model.parse import TokenKind
from factlint.quantities.draft import Scene


def find_names(scene: Scene) -> None:
    """Put the spans of names that hold numbers into the scene and mark their tokens as taken."""
    found: list[tuple[int, int]] = _addresses(scene) if "/" in scene.classes or "@" in scene.text else []
    for first, last in found:
        scene.names.append(scene.span(first, last))
        scene.take(first, last)
    found = []
    numerals = {numeral.first: numeral for numeral in scene.numerals}
    for at, character in enumerate(scene.classes):
        if scene.taken[at]:
            continue
        if character in "xQHXe" and scene.kind(at) is TokenKind.DESIGNATOR and not _is_symbol(scene, at):
            found.append(_designator(scene, at))
        elif at in numerals:
            name = _numbered(scene, at, numerals[at].last)
            if name is not None:
                found.append(name)
        elif character == "n" and scene.kind(at) is TokenKind.NUMBER:
            found.append((at, at + 1))  # malformed digits: an address, a version
    for first, last in found:
        if scene.is_free(first, last):
            scene.take(first, last)
            scene.names.append(scene.span(first, last))


def _addresses(scene: Scene) -> list[tuple[int, int]]:
    """Return web and mail addresses that hold digits: everything that touches "://", "www." or "@"."""
    found: list[tuple[int, int]] = []
    at, size = 0, len(scene.tokens)
    while at < size:
        if (scene.word(at) == "/" and scene.word(at - 1) == "/" and scene.word(at - 2) == ":") or scene.word(at) == "@" or scene.lower(at) == "www":
            first = last = at
            while first and scene.touches(first):
                first -= 1
            while last + 1 < size and scene.touches(last + 1):
                last += 1
            if any(scene.kind(step) in (TokenKind.NUMBER, TokenKind.DESIGNATOR) for step in range(first, last + 1)):
                found.append((first, last + 1))
            at = last
        at += 1
    return found


def _is_symbol(scene: Scene, at: int) -> bool:
    """Say whether letters and digits are a unit's symbol behind a figure: 190 km2."""
    return at > 0 and scene.word(at) in scene.lexicon.symbols and scene.classes[at - 1] in "_inYo"


def _designator(scene: Scene, at: int) -> tuple[int, int]:
    """Extend 5G over what hangs on it by hyphens and slashes: I7-860BOX, CG/B737-800."""
    last = at + 1
    while last + 1 < len(scene.tokens) and scene.word(last) in "-/+" and scene.touches(last) and scene.touches(last + 1) and not scene.taken[last + 1] and (
        scene.kind(last + 1) is not TokenKind.WORD
    ):  # fmt: skip
        last += 2
    return at, last


def _numbered(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Return the name that a numeral belongs to, or None where it counts."""
    if scene.classes[at] == "o":
        return _ordinal_name(scene, at, last)
    for shape in (_quoted, _clock, _phone, _score, _list_marker, _hyphened, _labelled, _picture, _street, _platform):
        name = shape(scene, at, last)
        if name is not None:
            return name
    return None


def _ordinal_name(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read the 20th CPC National Congress, 14th Five-Year Plan, the Fourth Plenary Session."""
    end = last
    while end < len(scene.tokens) and scene.kind(end) is TokenKind.WORD and scene.word(end)[0].isupper():
        end += 1
        if scene.word(end) == "-" and scene.touches(end) and scene.kind(end + 1) is TokenKind.WORD and scene.word(end + 1)[0].isupper():
            end += 1
    if end == last:
        return None
    if scene.kind(at) is TokenKind.WORD and (scene.word(at).islower() or at == 0):
        return None  # the first National Conference counts, the Fourth Plenary Session is called so
    heads = scene.lexicon.labels.ordinals
    words = [scene.lower(step) for step in range(last, end)]
    capital = scene.word(at)[0].isupper() and at > 0
    if any(word in heads for word in words) or "plan" in words or capital:
        return at, end
    return None


def _quoted(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read "two sessions" in quotes and Two Sessions: catchwords that begin with a number."""
    if not scene.word(at)[0].isalpha() or last - at > 1:
        return None
    end = last
    opened = scene.word(at - 1) in ("\"", "\u201c", "\u2018", "'") and scene.touches(at)
    while end < len(scene.tokens) and scene.kind(end) is TokenKind.WORD and end - at < 5:
        if not opened and not (scene.word(at)[0].isupper() and scene.word(end)[0].isupper() and at):
            break
        end += 1
        if opened and scene.word(end) in ("\"", "\u201d", "\u2019", "'", ",", ".") and (
            scene.word(end) not in ",." or scene.word(end + 1) in ("\"", "\u201d", "\u2019", "'")
        ):  # fmt: skip
            return at, end
    if not opened and end > last:
        return at, end
    return (at, last + 1) if (scene.lower(at), scene.lower(last)) in _CATCHWORDS else None


_CATCHWORDS = frozenset((("two", "sessions"),))


def _clock(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read 3 p.m., 10:30, 2.17pm."""
    if last - at != 1:
        return None
    end = last
    if scene.word(end) == ":" and scene.touches(end) and scene.touches(end + 1) and scene.kind(end + 1) is TokenKind.NUMBER and len(scene.word(end + 1)) == 2:
        end += 2
        if scene.word(end) == ":" and scene.touches(end) and scene.kind(end + 1) is TokenKind.NUMBER and scene.touches(end + 1):
            end += 2
    half = _half_of_day(scene, end)
    if half is not None:
        return (at, half) if end > last or _could_be_hour(scene.word(at)) else None
    return (at, end) if end > last else None


def _could_be_hour(text: str) -> bool:
    hour, _, minutes = text.partition(".")
    return hour.isdecimal() and int(hour) <= 24 and (not minutes or (len(minutes) == 2 and int(minutes) < 60))


def _half_of_day(scene: Scene, at: int) -> int | None:
    word = scene.lower(at)
    if word in ("a.m.", "p.m."):
        return at + 1
    if word in ("am", "pm"):
        return at + 1 if scene.word(at) != "am" or scene.touches(at) or scene.lower(at - 1) != "i" else None
    if word in ("a", "p") and scene.word(at + 1) == "." and scene.touches(at + 1) and scene.lower(at + 2) == "m":
        return at + 4 if scene.word(at + 3) == "." and scene.touches(at + 3) else at + 3
    if word == "o'clock" or word == "o\u2019clock":
        return at + 1
    return None


def _run(scene: Scene, at: int, joiners: str) -> int:
    """Return the end of digits joined by the given characters, all touching."""
    end = at + 1
    while (
        end + 1 < len(scene.tokens) and scene.word(end) in joiners and scene.touches(end) and scene.touches(end + 1)
        and scene.kind(end + 1) in (TokenKind.NUMBER, TokenKind.DESIGNATOR)
    ):  # fmt: skip
        end += 2
    return end


def _phone(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read telephone numbers, ISBNs and other runs of digits joined by hyphens, slashes or dots."""
    if last - at != 1 or scene.kind(at) is not TokenKind.NUMBER:
        return None
    end = _run(scene, at, "-/.")
    if (end - at + 1) // 2 >= 3:
        first = at - 1 if at and scene.word(at - 1) == "+" and scene.touches(at) else at
        return first, end
    if at and scene.word(at - 1) == "+" and scene.touches(at) and len(scene.word(at)) > 7:
        return at - 1, last
    text = scene.word(at)
    if text.isdecimal() and (len(text) > 30 or (len(text) > 1 and text[0] == "0")):
        return at, end
    if scene.word(at - 1) == "/" and scene.touches(at) and (at < 2 or not scene.touches(at - 1)):
        return at - 1, last  # picture counters: /4
    return None


def _score(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read a score or a vote: won 9-2, beat them 3-1, a 5-4 decision."""
    end = _run(scene, at, "-\u2013")
    if end == at + 1 and scene.word(end) in ("-", "\u2013") and scene.word(end + 1).isdecimal() and scene.tokens[end + 1].start == scene.tokens[end].end + 1:
        end += 2
    if end - at != 3 or not all(scene.word(step).isdecimal() and len(scene.word(step)) <= 3 for step in (at, at + 2)):
        return None
    left, right = int(scene.word(at)), int(scene.word(at + 2))
    told = any(scene.lower(step) in scene.lexicon.labels.scores for step in (*range(max(at - 6, 0), at), *range(end, min(end + 5, len(scene.tokens)))))
    if (left > right or (told and right < 200)) and scene.lower(end) not in ("percent", "%") and scene.word(end) not in "%\u00b0":
        return at, end
    return None


def _list_marker(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read 1. and 2) and (3) at the head of a sentence."""
    if last - at != 1 or not scene.word(at).isdecimal() or len(scene.word(at)) > 2:
        return None
    if at == 0 and scene.word(1) in (".", ")") and scene.touches(1) and len(scene.tokens) > 2:
        return 0, 2
    if at == 1 and scene.word(0) == "(" and scene.word(2) == ")" and len(scene.tokens) > 3:
        return 0, 3
    return None


def _hyphened(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read COVID-19, F-16, Su-35: a word, a hyphen and digits that touch."""
    if at < 2 or scene.word(at - 1) not in "-\u2010\u2011" or not scene.touches(at) or not scene.touches(at - 1):
        return None
    before = scene.kind(at - 2)
    if before is TokenKind.WORD and not (scene.touches(at - 2) and scene.classes[at - 3] in "_inY") and scene.lower(at - 2) not in scene.lexicon.labels.free and scene.lower(at - 2) not in scene.lexicon.names:
        return at - 2, _run(scene, at, "-/.")
    return None


def _labelled(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read Section 427, Route 66, page 12, No. 5, iPhone 15, World War 2."""
    if last - at != 1 or scene.kind(at) is not TokenKind.NUMBER or at == 0:
        return None
    label = at - 1
    if scene.word(label) == "." and label:
        label -= 1
        if scene.lower(label) + "." not in scene.lexicon.labels.labels:
            return None
    elif scene.word(label) in ("#", "\u2116"):
        return label, last
    word = scene.word(label)
    lower = scene.lower(label)
    if scene.kind(label) is not TokenKind.WORD:
        return None
    is_label = lower in scene.lexicon.labels.labels or lower + "." in scene.lexicon.labels.labels
    decimal = "." in scene.word(at) or "," in scene.word(at)
    if is_label and not decimal and (word[0].isupper() or lower in _LOW_LABELS) and not _measured(scene, last):
        return label, _run(scene, at, "-/.")
    if word[0].isupper() and label > 0 and not decimal and _is_product(scene, label, at, last):
        return label, last
    return None


_LOW_LABELS = frozenset(("section", "article", "page", "chapter", "paragraph", "clause", "figure", "table", "room", "route", "flight", "no", "no.", "number", "exit", "p.", "pp.", "channel", "grade", "phase", "item", "version", "vol", "isbn", "code", "gate", "platform", "extension", "hotline"))


def _measured(scene: Scene, at: int) -> bool:
    lower = scene.lower(at)
    return scene.word(at) in ("%",) or lower in scene.lexicon.names or lower in scene.lexicon.numbers.scales


def _is_product(scene: Scene, label: int, at: int, last: int) -> bool:
    """Say whether capital letter and digits make a product: iPhone 15, Voyager 2, Windows 11."""
    lower = scene.lower(label)
    if scene.classes[label] != "W" or lower in scene.lexicon.nouns.stop or lower in scene.lexicon.names or lower in scene.lexicon.bounds.before:
        return False
    if scene.word(label) in scene.lexicon.signs or scene.word(label) in scene.lexicon.symbols or _measured(scene, last) or len(scene.word(at)) > 4:
        return False
    following = scene.lower(last)
    if following in scene.lexicon.nouns.plural or (following.endswith("s") and following not in scene.lexicon.nouns.not_plural and len(following) > 3):
        return False
    return scene.kind(last) is None or scene.word(last)[0] in ".,;:)'\u2019\"\u201d" or scene.classes[last] in "wWI>&OZBV-"


def _picture(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read 24/7 and other pairs with a slash that are no fraction."""
    if last - at == 1 and scene.word(last) == "/" and scene.touches(last) and scene.touches(last + 1) and scene.kind(last + 1) is TokenKind.NUMBER:
        return at, last + 2
    return None


def _street(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read 10 Downing Street, 123 Random Street."""
    if last - at != 1 or scene.classes[last : last + 1] != "W":
        return None
    for step in range(last, min(last + 4, len(scene.tokens))):
        if scene.kind(step) is not TokenKind.WORD or not scene.word(step)[0].isupper():
            return None
        if step > last and scene.lower(step) in scene.lexicon.labels.streets:
            return at, step + 1
    return None


def _platform(scene: Scene, at: int, last: int) -> tuple[int, int] | None:
    """Read the 12381 SMS platform: an ungrouped number of five digits before what it is called."""
    if last - at != 1 or not scene.word(at).isdecimal() or len(scene.word(at)) < 3 or scene.classes[at - 1 : at] != "T":
        return None
    for step in range(last, min(last + 3, len(scene.tokens))):
        if scene.kind(step) is not TokenKind.WORD:
            return None
        if scene.lower(step) in scene.lexicon.labels.heads:
            return at, step + 1
        if scene.lower(step) in scene.lexicon.nouns.stop or scene.lower(step).endswith("s") and scene.word(step).islower():
            return None
    return None
