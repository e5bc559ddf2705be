"""What has the shape of a period and is none: a bare 2000 before what it counts, "fall" the verb, the second half."""

from factlint.lexing.kinds import DESIGNATOR, WORD
from factlint.quantities.draft import Scene
from factlint.quantities.unit_phrases import match_unit


def is_verb_end(scene: Scene, at: int) -> bool:
    """Tell the verb from the part of a period: "as we end 2021", and not "by end 2021" or "the end of 2021"."""
    if scene.lower(at) not in scene.lexicon.cues["verbs_of_end"] or scene.classes[at + 1 : at + 2] in ("O", "-"):
        return False
    return scene.classes[at - 1 : at] not in ("B", "I", "U", "Z", "s", "b")


def is_period(scene: Scene, first: int, last: int, *, spanned: bool = False) -> bool:
    """Refuse what has the shape of a period and is none: a bare 2000 before what it counts, "fall", "the half"."""
    classes = scene.classes[first:last]
    before = scene.classes[first - 1] if first else ""
    if classes.strip("_") == "Y" or classes == "TY":
        return _is_year(scene, first + (classes[0] == "T"), last, spanned=spanned)
    if classes.strip("T") == "S":
        if scene.lower(last - 1) in ("fall", "falls", "springs"):
            return classes == "TS" and before in _IN_TIME and bool(before) and _stands_alone(scene, last)
        return (before in "IOdT>f" and bool(before)) or classes == "TS"
    if "S" in classes and scene.lower(last - 1) in ("fall", "falls", "springs") and "d" not in classes:
        return False
    shape = classes.replace("_", "")
    if "Gi" in shape:
        return is_numbered(scene, first + classes.index("Gi"))
    if shape in ("oG", "ToG", "o-G", "To-G", "o--G", "doG"):
        grain = scene.lexicon.times.grains.get(scene.lower(last - 1).removesuffix("'s").removesuffix("\u2019s"), "")
        if grain == "half":
            return scene.lower(last + 1) not in ("game", "match") and scene.lower(last) not in (
                "hour",
                "marathon",
                "goal",
            )
        return grain == "quarter" and scene.lower(first) != "a"
    if "z" in shape or "t" in shape:
        return scene.lower(last - 1) != "date" or "to" in (scene.lower(last - 2), scene.lower(last - 3))
    if shape in ("EG", "E-G"):
        return scene.lower(first) in ("year-end", "mid") or scene.lower(last - 1).startswith("year")
    if (
        shape.endswith("-G")
        and "d" in shape
        and "o" not in shape
        and "E" not in shape
        and any(character in shape for character in "in")
    ):
        return False  # the prior seven-day average: a length, no time on the calendar
    if (
        "GOM" in shape
        and scene.lexicon.times.grains.get(scene.lower(first + (shape[0] == "T"))) not in ("month", "week")
    ) or ("GOM" in shape and scene.lower(first).endswith("s")):
        return False
    if shape == "X":
        return True
    if "w" in shape and "*" not in shape and scene.lower(first + classes.index("w")) != "s":
        return False  # 2020's first quarter
    if shape[:1] == "R" and scene.lower(first) == "now":
        return False
    if shape[-1:] == "e" and scene.lower(last) in ("percent", "percentage", "%", "per"):
        return False  # up a mid-20s percentage
    if shape == "e":
        return scene.kind(first) is DESIGNATOR and len(scene.word(first)) == 5
    if shape in ("Q", "H"):
        return True
    if shape[-1:] == "G" and "d" in shape and "o" not in shape:
        return _is_deictic(scene, first, last)
    return not (shape in ("TGY", "GY") and scene.lower(first + (shape[0] == "T")) not in ("year",))


_QUARTERS = ("1", "2", "3", "4")


def is_numbered(scene: Scene, at: int) -> bool:
    """Tell "Quarter 1" and "in quarter 3 of 2021" from a quarter before what is counted: in the quarter 3 patients died."""
    if scene.lower(at) != "quarter" or scene.word(at + 1) not in _QUARTERS:
        return False
    following = scene.lower(at + 2)
    if following in scene.lexicon.names or following in scene.lexicon.numbers.scales or following in ("%", "-", "/"):
        return False
    return scene.word(at)[0].isupper() or (at > 0 and scene.classes[at - 1] not in "Td")


def _is_deictic(scene: Scene, first: int, last: int) -> bool:
    grain = scene.lower(last - 1)
    if scene.lower(last) in ("-",) and scene.touches(last) and scene.lower(last + 1) in ("old", "long"):
        return False
    if scene.lower(first) == "following":
        return False
    if (
        scene.classes[first : first + 2] == "Td"
        and scene.lower(first + 1) == "last"
        and last - first == 3
        and not scene.lower(last - 1).endswith("s")
    ):
        return scene.classes[first - 1 : first] in (
            "V",
            "I",
        )  # over the last year; the last year of a plan is its final one
    if scene.lower(last - 1) in ("half", "quarter") and scene.lower(first) == "that":
        return False
    return not (grain == "half" and scene.lower(last) in ("of", "a", "the") and scene.lower(first) in ("this", "that"))


_IN_TIME = "IVZUBb"
_GOES_ON = frozenset(("of", "that", "when", "which", "who", "before", "after", "since", "ahead", "preceding", "following", "until", "between", "with"))  # fmt: skip
_WHOLE = frozenset(("year", "quarter", "half", "month", "week", "weekend", "period"))


def is_whole(scene: Scene, first: int, last: int) -> bool:
    """Tell a time that the text has named before, "for the year", from the year that is only spoken of."""
    grain = scene.lower(last - 1)
    before = scene.lower(first - 1)
    if grain not in _WHOLE or scene.lower(last) in _GOES_ON or scene.classes[last : last + 1] == "Y":
        return False
    if scene.word(last) == "-" and scene.touches(last):
        return False
    if before in ("in", "during", "throughout", "over", "for", "within"):
        return scene.classes[first] == "T" or grain == "year"
    is_full = "j" in scene.classes[first:last]
    return is_full and (
        (scene.classes[first] == "T" and grain in ("year", "quarter", "half", "month"))
        or (grain == "year" and scene.word(first + 1) == "-")
    )


def is_close(scene: Scene, first: int, last: int) -> bool:
    """Tell "at quarter-end" and "by year end" from a quarter-end review: only a preposition makes them a day."""
    before = scene.classes[first - 1] if first else ""
    if scene.classes[last : last + 1] == "-" and scene.touches(last):
        return False
    words = ("end", "close", "year-end") if "G" in scene.classes[first:last] else ("year-end",)
    return scene.lower(last - 1) in words and bool(before) and (
        before in "IBUZbf" or (before in "O>" and scene.lower(first - 2) in ("as", "prior"))
    )  # fmt: skip


def _stands_alone(scene: Scene, at: int) -> bool:
    """Say whether no words follow that belong to a noun: in the fall explained by, in the fall of prices."""
    lower = scene.lower(at)
    return scene.classes[at : at + 1] not in ("I", "O", "B", "f", ">") and not lower.endswith(("ed", "ing"))


_YEARLY = frozenset("IOZBf>UNab&sV(EdTF|")


def _is_year(scene: Scene, first: int, last: int, *, spanned: bool) -> bool:
    numeral = scene.numeral_at.get(first)
    if numeral is None:
        return False
    value = numeral.whole or 0
    if numeral.in_words:
        return value // 100 in (18, 19) and numeral.last - numeral.first >= 2 and numeral.scale == 1
    before = scene.classes[first - 1] if first else ""
    after = scene.lower(last)
    if spanned:
        return value >= 1800
    if before and before == "*" and scene.word(first - 1) in scene.lexicon.signs:
        return False
    if scene.lexicon.labels.labels.__contains__(scene.lower(first - 1)):
        return False
    if after in ("%", "percent", "per") or (
        after in scene.lexicon.names and scene.classes[last : last + 1] not in ("I",) and match_unit(scene, last)
    ):
        return False
    if after == "-" and scene.touches(last):
        return value >= 1900 and before in "IOZBf>UNab&"
    if scene.lower(first - 1) == "of" and scene.lower(first - 2) in scene.lexicon.cues["amounting"]:
        return False  # a total of 1912
    plural = _is_plural(scene, last)
    if before and before in "I" and value >= 1800:
        return scene.lower(first - 1) in ("in", "during", "throughout", "on") or not plural
    if plural and before == "V" and 1990 <= value <= 2040:
        return True
    if plural and not (before and before in "OZBfUNabEdF"):
        return _is_before_plural(scene, first, last, value)
    return 1900 <= value <= 2099 or (before != "" and before in _YEARLY)


def _is_before_plural(scene: Scene, first: int, last: int, value: int) -> bool:
    """Tell the year of "the 1986 profits" and "its 2016 results" from a count, which would have its comma: 1987 people."""
    before = scene.lower(first - 1)
    cues = scene.lexicon.cues
    is_told = first > 0 and (
        scene.classes[first - 1] in "TA"
        or before in cues["possessives"]
        or before.endswith(("'s", "\u2019s", "s'", "s\u2019"))
    )
    if not 1900 <= value <= 2099:
        return False
    if any(scene.lower(at) in cues["yearly"] for at in (last, last + 1)):
        return True
    return is_told and (value % 100 != 0 or before.endswith(("'s", "\u2019s")))


def _is_plural(scene: Scene, at: int) -> bool:
    word = scene.lower(at)
    nouns = scene.lexicon.nouns
    for step in range(at, min(at + 2, len(scene.tokens))):
        word = scene.lower(step)
        if scene.kind(step) is not WORD or word in nouns.stop:
            return False
        if word in nouns.plural or (
            word.endswith("s")
            and word not in nouns.not_plural
            and "'" not in word
            and "\u2019" not in word
            and len(word) > 3
        ):
            return True
    return False
