"""A sentence into quantities, periods and names: the order of the passes."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.anchors import sentences_with_anchors
from factlint.lexing.numerals import PADDING, read_numerals
from factlint.lexing.tokens import scan
from factlint.lexing.words import split_compounds
from factlint.model.document import Block, Document, Sentence
from factlint.model.parse import Parse, TokenKind
from factlint.model.quantity import Form, Quantity
from factlint.model.span import Span
from factlint.quantities.accounting import bracketed_minus
from factlint.quantities.bounds import bound_figures
from factlint.quantities.classes import classify
from factlint.quantities.context import Context
from factlint.quantities.counted import find_counted
from factlint.quantities.draft import Draft, Scene
from factlint.quantities.multiples import find_multiples
from factlint.quantities.names import find_names
from factlint.quantities.periods import find_periods
from factlint.quantities.ranges import join_figures, lend_money, link_movements
from factlint.quantities.units import attach_units


def parse_document(document: Document, lexicon: Lexicon) -> list[Parse]:
    """Return what was read of each sentence that holds a number, a period or a name with a number, in text order."""
    return list(parse_sentences(document, lexicon))


def parse_sentences(
    document: Document, lexicon: Lexicon, sentences: list[Sentence] | None = None, context: Context | None = None
) -> Iterator[Parse]:
    """Yield what was read of each such sentence, or of some; who needs one at a time has the words of one in memory."""
    if context is None:
        context = Context(document.text, lexicon)
    today = document.dateline.date
    for sentence in sentences_with_anchors(
        document.text, document.sentences if sentences is None else sentences, lexicon
    ):
        parse = parse_sentence(document.text, sentence, lexicon, today, context)
        if parse.quantities or parse.periods or parse.names:
            yield parse


_EIGHTHS = 5  # tokens of 88-3/8
_NO_KINDS: list[TokenKind | None] = [None] * len(PADDING)


def parse_sentence(
    text: str, sentence: Sentence, lexicon: Lexicon, today: date | None, context: Context | None = None
) -> Parse:
    """Return the quantities, periods and names of one sentence."""
    tokens = split_compounds(*scan(text, sentence.span.start, sentence.span.end), lexicon)
    lowers = [token.lower for token in tokens] + PADDING
    texts = [token.text for token in tokens]
    numerals = read_numerals(tokens, lowers, lexicon)
    classes = classify(tokens, texts, numerals, lexicon)
    texts += PADDING
    kinds: list[TokenKind | None] = [token.kind for token in tokens]
    kinds += _NO_KINDS
    scene = Scene(
        text, tokens, lowers, lowers.__getitem__, texts.__getitem__, kinds.__getitem__, numerals, classes, lexicon, today,
        context or Context(text, lexicon), bytearray(len(tokens)), index=sentence.index, is_cell=sentence.block is Block.CELL,
    )  # fmt: skip
    scene.numeral_at = {numeral.first: numeral for numeral in numerals}
    find_periods(scene)
    find_names(scene)
    scene.drafts = [Draft.of(numeral) for numeral in numerals if scene.is_free(numeral.first, numeral.last)]
    scene.draft_at = {draft.numeral.first: draft for draft in scene.drafts}
    attach_units(scene)
    scene.drafts = [draft for draft in scene.drafts if draft.first >= 0 and not _is_quote(scene, draft)]
    bracketed_minus(scene)
    scene.drafts = sorted(scene.drafts + find_multiples(scene), key=lambda draft: draft.first)
    join_figures(scene)
    bound_figures(scene)
    lend_money(scene)
    link_movements(scene)
    find_counted(scene)
    return Parse(sentence, tokens, _quantities(scene), list(scene.period_at.values()), sorted(scene.names))


def _is_quote(scene: Scene, draft: Draft) -> bool:
    """Say whether a figure in eighths is the price of a share, of which lists name dozens: Ondal 1-3/8 to 47-3/4."""
    first, last = draft.numeral.first, draft.numeral.last
    if last - first < _EIGHTHS or not draft.is_bare or draft.scale != 1 or scene.word(first + 1) != "-":
        return False
    if draft.numeral.in_words or scene.kind(first) is not TokenKind.NUMBER:
        return False
    return scene.kind(last) is not TokenKind.WORD or scene.lower(last) in scene.lexicon.nouns.stop


def _quantities(scene: Scene) -> list[Quantity]:
    """Turn the drafts into quantities; brackets get their role, movements their partners."""
    drafts = _disjoint(scene)
    places = {id(draft): place for place, draft in enumerate(drafts)}
    found = []
    for draft in drafts:
        numeral = draft.numeral
        span = scene.span(draft.first, draft.last)
        if not draft.role and draft.first and scene.word(draft.first - 1) in ("(", "[") and not draft.is_bare:
            draft.role = "bracket"
        quantity = Quantity(
            span, scene.span(numeral.first, numeral.last), draft.value, draft.low, draft.high, draft.bound, draft.quantum,
            draft.unit, draft.form, numeral.digits, draft.scale, numeral.in_words, draft.bound_word, draft.slack_below,
            draft.slack_above, draft.role, places.get(id(draft.partner)) if draft.partner is not None else None,
        )  # fmt: skip
        quantity.per_item = draft.per_item
        if draft.counted is not None:
            quantity.counted, quantity.counted_span = draft.counted.of(scene.text), draft.counted
        found.append(quantity)
    return found


def _disjoint(scene: Scene) -> list[Draft]:
    """Drop a quantity that overlaps an earlier one, a period or a name."""
    blocked = sorted([period.span for period in scene.period_at.values()] + scene.names)
    starts = [span.start for span in blocked]
    kept: list[Draft] = []
    end = 0
    for draft in sorted(scene.drafts, key=lambda draft: (draft.first, -draft.last)):
        span = scene.span(draft.first, draft.last)
        at = bisect_left(starts, span.end)
        if span.start < end or (at and blocked[at - 1].end > span.start):
            continue
        kept.append(draft)
        end = span.end
    return kept


__all__ = ["Form", "Span", "parse_document", "parse_sentence", "parse_sentences"]
