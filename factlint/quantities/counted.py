"""The noun phrase behind a bare count: 2.64 million [5G base stations]."""

from factlint.lexing.kinds import CARDINAL, DESIGNATOR, FRACTION, INDEFINITE, NUMBER, SYMBOL, WORD
from factlint.model.span import Span
from factlint.quantities.draft import Draft, Scene

_MOST_WORDS = 10
_FEW = 4  # words of "of all its"


def find_counted(scene: Scene) -> None:
    """Find what each bare count counts; where figures are listed, the last one's noun is counted by all."""
    following: Draft | None = None
    for draft in reversed(scene.drafts):
        if draft.is_bare and draft.form in (CARDINAL, INDEFINITE, FRACTION):
            draft.counted = _noun_phrase(scene, draft)
            if (
                draft.counted is None
                and following is not None
                and following.counted is not None
                and (_listed(scene, draft, following) or _is_part_of(scene, draft, following))
            ):
                draft.counted = following.counted
        following = draft


def _is_part_of(scene: Scene, draft: Draft, following: Draft) -> bool:
    """Say whether a figure is some of the things that the next one counts: 27 of its 58 units, 143 of 275 seats."""
    gap = range(draft.last, following.core_first)
    return (
        bool(gap) and len(gap) <= _FEW and scene.lower(gap[0]) == "of" and draft.value is not None
        and all(scene.lower(at) in scene.lexicon.cues["of_words"] or scene.taken[at] for at in gap[1:])
    )  # fmt: skip


def _is_labelled(scene: Scene, draft: Draft) -> bool:
    """Say whether a figure is the reading of a scale that is named before it, so that nothing is counted: magnitude 5.9."""
    return scene.lower(draft.first - 1) in scene.lexicon.cues["scales_before"]


def _listed(scene: Scene, draft: Draft, following: Draft) -> bool:
    if draft.form is FRACTION and scene.lower(draft.last) == "to":
        return False  # shrank by a quarter to 7,042 homes
    words = [scene.lower(at) for at in range(draft.last, following.first)]
    return (
        len(words) <= 3
        and bool(words)
        and (
            words[0] in ("and", "or", ",", "to", "&")
            and (len(words) == 1 or words[-1].endswith(("ed", "sold")) or words[0] == ",")
        )
    )


def _noun_phrase(scene: Scene, draft: Draft) -> Span | None:
    nouns = scene.lexicon.nouns
    at = draft.last
    if scene.word(at) == "-" and scene.touches(at):
        at += 1
    if scene.lower(at) == "of" and draft.form in (INDEFINITE, FRACTION):
        at += 1
        while scene.lower(at) in scene.lexicon.cues["of_words"]:
            at += 1
    if scene.lower(at) in ("more", "new", "other", "additional", "or") and scene.lower(at) == "more":
        at += 1
    if _is_labelled(scene, draft):
        return None
    first = at
    while scene.classes[at : at + 1] == "y" and scene.kind(at + 1) is WORD and scene.lower(at + 1) not in nouns.stop:
        at += 1  # 2 billion daily users
    best = first
    size = scene.draft_at.get(at)
    if size is not None and not size.is_bare and scene.word(size.numeral.last) == "-" and size.last > size.numeral.last:
        at = size.last  # four 23,000-TEU ships
    while at < len(scene.tokens) and at - first < _MOST_WORDS:
        token = scene.tokens[at]
        if token.kind is SYMBOL:
            if token.text in "\"\u201c\u201d'" or (token.text in "-/" and scene.touches(at)):
                at += 1
                continue
            break
        lower = token.lower
        if (
            lower in nouns.inside
            and at > first
            and scene.kind(at + 1) is WORD
            and scene.lower(at - 1).endswith(("ed", "ial", "al", "ic", "ive", "ous", "ary"))
        ):
            at += 1
            continue
        if (
            (lower in nouns.stop and not (token.text[0].isupper() and at > first))
            or (token.kind is NUMBER)
            or (scene.taken[at] and token.kind is not DESIGNATOR)
        ):
            break
        plural = lower in nouns.plural or (
            lower.endswith("s")
            and lower not in nouns.not_plural
            and len(lower) > 3
            and not lower.endswith(("ss", "'s", "\u2019s"))
        )
        if best > first and not plural and _seen_plural(scene, first, best):
            break
        if (
            at > first
            and lower.endswith("ly")
            and (scene.kind(at + 1) is not WORD or scene.lower(at + 1) in nouns.stop)
        ):
            break
        if at == first and (
            lower in scene.lexicon.bounds.marks or (lower.endswith("ed") and not _followed_by_noun(scene, at))
        ):
            break
        at += 1
        best = at
        if plural and not _goes_on(scene, at):
            break
    return scene.span(first, best) if best > first else None


def _followed_by_noun(scene: Scene, at: int) -> bool:
    """Say whether a participle stands before its noun: 12 dedicated lines, and not 12 injured in the fire."""
    lower = scene.lower(at + 1)
    return (scene.kind(at + 1) is WORD and lower not in scene.lexicon.nouns.stop) or lower in (
        "and",
        "or",
        '"',
        "\u201c",
    )


def _seen_plural(scene: Scene, first: int, last: int) -> bool:
    lower = scene.lower(last - 1)
    nouns = scene.lexicon.nouns
    return lower in nouns.plural or (
        lower.endswith("s") and lower not in nouns.not_plural and len(lower) > 3 and last > first
    )


def _goes_on(scene: Scene, at: int) -> bool:
    lower = scene.lower(at)
    nouns = scene.lexicon.nouns
    return lower in nouns.plural or (
        lower.endswith("s")
        and lower not in nouns.not_plural
        and lower not in nouns.stop
        and scene.kind(at) is WORD
        and len(lower) > 4
        and not lower.endswith(("es", "ss", "'s", "\u2019s"))
    )
