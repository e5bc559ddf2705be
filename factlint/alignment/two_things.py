"""What tells that two passages speak of two things: other actors, other things counted, a word and its denial."""

from factlint.model.claim import Claim

_DENYING = ("un", "non", "non-", "in", "dis")
_LONG_WORD = 4


def act_apart(first: Claim, second: Claim) -> bool:
    """Say whether each figure is what somebody does whose name the other lacks: the harbour hospital, the lake hospital."""
    one, other = first.actor.words, second.actor.words
    return bool(one - other and other - one)


def count_apart(first: Claim, second: Claim) -> bool:
    """Say whether two figures count things of two names: 1,284 tickets, 1,824 programmes."""
    one, other = first.measure.head, second.measure.head
    return (
        bool(one and other)
        and one not in second.measure.words
        and other not in first.measure.words
        and all(claim.quantity is not None and claim.quantity.unit.is_count for claim in (first, second))
    )


def negates(words: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether a word of one window is a word of the other with a prefix that denies it: adjusted, unadjusted."""
    if "non" in others - words:
        return True
    return any(prefix + word in others for word in words - others for prefix in _DENYING if len(word) >= _LONG_WORD)
