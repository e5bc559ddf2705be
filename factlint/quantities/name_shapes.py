"""Shapes of numbers that name: clock times, telephone numbers, scores, list markers, COVID-19, street addresses."""

from factlint.lexing.kinds import DESIGNATOR, NUMBER, WORD
from factlint.quantities.draft import Scene

Name = tuple[int, int] | None

_LONGEST_RUN = 40  # tokens: no number that is written in parts has more


def clock_time(scene: Scene, at: int, last: int) -> Name:
    """Read 3 p.m., 10:30, 2.17pm."""
    if last - at != 1:
        return None
    end = last
    if (
        scene.word(end) == ":"
        and scene.touches(end)
        and scene.touches(end + 1)
        and scene.kind(end + 1) is NUMBER
        and len(scene.word(end + 1)) == 2
    ):
        end += 2
        if scene.word(end) == ":" and scene.touches(end) and scene.kind(end + 1) is NUMBER and scene.touches(end + 1):
            end += 2
    if (
        end == last
        and len(scene.word(at)) == _HOURS
        and scene.lower(last) in scene.lexicon.cues["time_zones"]
        and _is_of_day(scene.word(at))
    ):
        return at, last + 1  # after 1530 EST
    half = _half_of_day(scene, end)
    if half is not None:
        in_words = scene.lexicon.numbers.cardinals.get(scene.lower(at), 99) <= 12
        return (at, half) if end > last or in_words or _could_be_hour(scene.word(at)) else None
    return (at, end) if end > last else None


_HOURS = 4  # digits of an hour and its minutes: 1530


def _is_of_day(text: str) -> bool:
    return text.isdecimal() and int(text[:2]) < 24 and int(text[2:]) < 60


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


def model_number(scene: Scene, at: int, last: int) -> Name:
    """Read 737-MAX8, and digits that underscores join."""
    if last - at != 1 or not scene.touches(last):
        return None
    if scene.word(last) == "_" or (scene.word(at - 1) == "_" and scene.touches(at)):
        return at, joined_run(scene, at, "_")
    if (
        scene.word(last) == "-"
        and scene.touches(last + 1)
        and scene.kind(last + 1) is DESIGNATOR
        and scene.word(last + 1)[0].isalpha()
    ):
        return at, last + 2
    return None


def catchword(scene: Scene, at: int, _last: int) -> Name:
    """Read names that look like fractions and ranges: 9/11, 7-Eleven."""
    if scene.word(at + 1) not in ("/", "-") or not scene.touches(at + 1) or not scene.touches(at + 2):
        return None
    words = scene.text[scene.tokens[at].start : scene.tokens[at + 2].end].lower()
    return (at, at + 3) if words in scene.lexicon.labels.catchwords else None


def definition(scene: Scene, at: int, last: int) -> Name:
    """Read "20-foot equivalent unit", which says what a TEU is and measures nothing here."""
    if at and scene.classes[at - 1] in "_inY":
        return None
    step = last + (scene.word(last) == "-")
    return (
        (at, step + 2)
        if scene.lower(step + 1) == "equivalent"
        and scene.lower(step + 2).startswith("unit")
        and scene.lower(step) in scene.lexicon.names
        else None
    )


def joined_run(scene: Scene, at: int, joiners: str) -> int:
    """Return the end of digits joined by the given characters, all touching."""
    end = at + 1
    while (
        end - at < _LONGEST_RUN
        and end + 1 < len(scene.tokens) and scene.word(end) in joiners and scene.touches(end) and scene.touches(end + 1)
        and scene.kind(end + 1) in (NUMBER, DESIGNATOR)
    ):  # fmt: skip
        end += 2
    return end


def phone_number(scene: Scene, at: int, last: int) -> Name:
    """Read telephone numbers, ISBNs and other runs of digits joined by hyphens, slashes or dots."""
    if last - at != 1 or scene.kind(at) is not NUMBER:
        return None
    end = joined_run(scene, at, "-/.")
    if (end - at + 1) // 2 >= 3:
        first = at - 1 if at and scene.word(at - 1) == "+" and scene.touches(at) else at
        return first, end
    if at and scene.word(at - 1) == "+" and scene.touches(at) and len(scene.word(at)) > 7:
        return at - 1, last
    if (
        end - at == 3
        and scene.word(at + 1) == "-"
        and len(scene.word(at)) == 3
        and len(scene.word(at + 2)) == 4
        and scene.word(at + 2)[0] == "0"
    ):
        return at, end  # 555-0199
    text = scene.word(at)
    spaced = _spaced_run(scene, at)
    if (
        at
        and scene.word(at - 1) == "+"
        and scene.touches(at)
        and (spaced - at >= 3 or (spaced - at == 2 and len(text) < 4))
    ):
        return at - 1, spaced  # +47 22 33 44 55
    if text.isdecimal() and (len(text) > 30 or (len(text) > 1 and text[0] == "0")):
        return at, max(end, spaced)
    if scene.word(at - 1) == "/" and scene.touches(at) and (at < 2 or not scene.touches(at - 1)):
        return at - 1, last  # picture counters: /4
    return None


def _spaced_run(scene: Scene, at: int) -> int:
    """Return the end of groups of two to four digits with a space between: 0800 123 4567."""
    end = at + 1
    while (
        end - at < _LONGEST_RUN
        and scene.kind(end) is NUMBER
        and scene.word(end).isdecimal()
        and 2 <= len(scene.word(end)) <= 4
        and scene.tokens[end].start - scene.tokens[end - 1].end == 1
    ):
        end += 1
    return end


def score(scene: Scene, at: int, last: int) -> Name:
    """Read a score or a vote: won 9-2, beat them 3-1, a 5-4 decision; 6-4, 3-6, 7-5 in a row; 47-3/4 is a price."""
    if scene.word(at + 1) not in ("-", "\u2013") or last - at > 1:
        return None
    end = joined_run(scene, at, "-\u2013")
    if (
        end == at + 1
        and scene.word(end) in ("-", "\u2013")
        and scene.word(end + 1).isdecimal()
        and scene.tokens[end + 1].start == scene.tokens[end].end + 1
    ):
        end += 2
    if end - at != 3 or not all(scene.word(step).isdecimal() and len(scene.word(step)) <= 3 for step in (at, at + 2)):
        return None
    left, right = int(scene.word(at)), int(scene.word(at + 2))
    told = any(
        scene.lower(step) in scene.lexicon.labels.scores
        for step in (*range(max(at - 6, 0), at), *range(end, min(end + 5, len(scene.tokens))))
    )
    if (
        (left > right or (told and right < 200) or _is_in_a_row(scene, at, end))
        and scene.lower(end) not in ("percent", "%")
        and scene.word(end) not in ("%", "\xb0")
    ):
        return at, end
    return None


def _is_in_a_row(scene: Scene, at: int, end: int) -> bool:
    """Say whether a score stands right before or behind, told as such by its larger first figure: 6-4, 3-6, 7-5."""
    before = at - 1 - (scene.word(at - 1) == ",")
    behind = end + (scene.word(end) == ",")
    for first in (before - 2, behind):
        parts = [scene.word(step) for step in range(first, first + 3)] if first >= 0 else []
        if (
            len(parts) == 3
            and parts[1] in ("-", "\u2013")
            and parts[0].isdecimal()
            and parts[2].isdecimal()
            and len(parts[0]) <= 2
        ):
            return int(parts[0]) > int(parts[2])
    return False


def tally(scene: Scene, at: int, last: int) -> Name:
    """Read a vote or a result told with "to": passed the Senate 51 to 48, won by 230 to 192."""
    if scene.lower(last) != "to" or last - at != 1 or not scene.word(at).isdecimal() or len(scene.word(at)) > 3:
        return None
    other = scene.numeral_at.get(last + 1)
    if other is None or not other.is_plain or len(other.digits) > 3 or not int(scene.word(at)) > (other.whole or 0) > 0:
        return None
    following = scene.lower(other.last)
    if scene.kind(other.last) is WORD and following not in scene.lexicon.cues["after_tally"]:
        return None
    if following in ("%", "-", "\xb0", "from"):
        return None
    before = range(max(at - 6, 0), at)
    return (at, other.last) if any(scene.lower(step) in scene.lexicon.labels.scores for step in before) else None


def life_span(scene: Scene, at: int, last: int) -> Name:
    """Read the years of a war or a life in brackets: (1337-1360), ( 1415 -- 1453 )."""
    if (
        last - at != 1
        or scene.word(at - 1) not in ("(", ",", ";")
        or not scene.word(at).isdecimal()
        or len(scene.word(at)) != 4
    ):
        return None
    end = last
    while scene.word(end) in ("-", "\u2013") and end - last < 2:
        end += 1
    if (
        end == last
        or not scene.word(end).isdecimal()
        or len(scene.word(end)) != 4
        or scene.word(end + 1) not in (")", ";", ",")
    ):
        return None
    return (at, end + 1) if 1000 <= int(scene.word(at)) < int(scene.word(end)) <= 2100 else None


def bare_pair(scene: Scene, at: int, last: int) -> Name:
    """Read the 757 of "12 757 jets" as a name: a bare number right behind a bare number counts nothing.

    Where it has three digits the two may as well be one figure, and neither is read.
    """
    second = scene.numeral_at.get(last)
    if (
        second is None
        or last - at != 1
        or second.last - last != 1
        or not (scene.word(at).isdecimal() and scene.word(last).isdecimal())
        or scene.tokens[last].start - scene.tokens[at].end != 1
        or not scene.is_free(last, last + 1)
    ):
        return None
    before, following = scene.kind(at - 1) if at else None, scene.word(last + 1)
    is_prose = before is WORD and scene.kind(last + 1) is WORD and following.islower() and not scene.is_cell
    lower = scene.lower(last + 1)
    if not is_prose or lower in scene.lexicon.numbers.scales or lower in scene.lexicon.nouns.stop:
        return None
    if lower in scene.lexicon.names:
        return None  # 20 15 kg bags
    return (at, last + 1) if len(scene.word(last)) == 3 else (last, last + 1)


def list_marker(scene: Scene, at: int, last: int) -> Name:
    """Read 1. and 2) and (3) at the head of a sentence."""
    if last - at != 1 or not scene.word(at).isdecimal() or len(scene.word(at)) > 2:
        return None
    if at == 0 and scene.word(1) in (".", ")") and scene.touches(1) and len(scene.tokens) > 2:
        return 0, 2
    if scene.word(at - 1) != "(" or scene.word(last) != ")" or not scene.touches(last):
        return None
    if at == 1 and len(scene.tokens) > 3 and not scene.is_cell:
        return 0, 3
    if at > 1 and scene.kind(last + 1) is WORD and scene.classes[at - 2] in ":;,&WwO" and not scene.is_cell:
        return at - 1, last + 1  # three facts: (1) the rise, (2) the swing and (3) the fall
    return None


def footnote_mark(scene: Scene, at: int, last: int) -> Name:
    """Read the number of a footnote: glued behind its word (per cent.2 The), before its text (1 Includes), alone on a line."""
    text = scene.word(at)
    if last - at != 1 or not text.isdecimal() or len(text) > 3 or text[0] == "0":
        return None
    following = scene.word(last)
    ends = scene.kind(last) is None
    if at == 0:
        if ends and scene.index and not scene.is_cell:
            return 0, 1
        start = scene.tokens[0].start
        mark = scene.text[start - 1 : start]
        if following[:1].isupper():
            named = scene.lower(last) in scene.lexicon.cues["footnotes"]
            return (0, 1) if (mark and mark in _BEFORE_FOOTNOTE) or named else None
        return None
    if scene.classes[at - 1] in "Y)" and following in _BEHIND_FOOTNOTE and text.isascii():
        return at, last  # (the institute, 2018 183)
    mark = scene.word(at - 1)
    if len(text) > 2 or mark not in _BEFORE_FOOTNOTE or not scene.touches(at) or not scene.touches(at - 1):
        return None
    told = scene.kind(at - 2) is WORD or scene.word(at - 2) in (")", "%", "\u201d", "\u2019")
    if at < 2 or scene.touches(last) or not (told or mark in ("\u201d", "\u2019")):
        return None
    if scene.lower(at - 2) in scene.lexicon.labels.labels or scene.lower(at - 2) + "." in scene.lexicon.labels.labels:
        return None
    if ends or following[:1].isupper() or (mark == "," and scene.lower(last) in scene.lexicon.nouns.stop):
        return at, last
    return None


def reference_mark(scene: Scene, at: int, last: int) -> Name:
    """Read the mark of a note or source: [4], [2, 7] and [12-14] behind a word."""
    if scene.word(at - 1) != "[" or at < 2 or not scene.word(at).isdecimal() or len(scene.word(at)) > 3:
        return None
    end = last
    while (
        end + 1 < len(scene.tokens)
        and scene.word(end) in (",", "-", "\u2013")
        and scene.word(end + 1).isdecimal()
        and len(scene.word(end + 1)) <= 3
        and end - at < _LONGEST_RUN
    ):
        end += 2
    if scene.word(end) != "]" or scene.classes[at - 2] in "_inYo" or scene.lower(end + 1) in ("%", "percent", "per"):
        return None
    return at - 1, end + 1


_BEHIND_FOOTNOTE = ("", ")", ",", ".", ";", "with", "as", "and", "the", "which", "that", "shows", "show")
_BEFORE_FOOTNOTE = (".", ",", ")", "\u201d", "\u2019")


def hyphened_name(scene: Scene, at: int, _last: int) -> Name:
    """Read COVID-19, F-16, Su-35: a word, a hyphen and digits that touch."""
    if (
        at < 2
        or scene.word(at - 1) not in ("-", "\u2010", "\u2011")
        or not scene.touches(at)
        or not scene.touches(at - 1)
    ):
        return None
    before = scene.kind(at - 2)
    if (
        before is WORD
        and not (scene.touches(at - 2) and scene.classes[at - 3] in "_inY")
        and scene.lower(at - 2) not in scene.lexicon.labels.free
        and scene.lower(at - 2) not in scene.lexicon.names
    ):
        return at - 2, joined_run(scene, at, "-/.")
    return None


def slashed_pair(scene: Scene, at: int, last: int) -> Name:
    """Read 24/7 and other pairs with a slash that are no fraction."""
    if (
        last - at == 1
        and scene.word(last) == "/"
        and scene.touches(last)
        and scene.touches(last + 1)
        and scene.kind(last + 1) is NUMBER
    ):
        return at, last + 2
    return None


def street_address(scene: Scene, at: int, last: int) -> Name:
    """Read 10 Downing Street, 123 Random Street."""
    if last - at != 1 or scene.classes[last : last + 1] != "W":
        return None
    for step in range(last, min(last + 4, len(scene.tokens))):
        if scene.kind(step) is not WORD or not scene.word(step)[0].isupper():
            return None
        if step > last and scene.lower(step) in scene.lexicon.labels.streets:
            return at, step + 1
    return None
