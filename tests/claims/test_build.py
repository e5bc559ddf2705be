"""Whole claims: what a figure inherits from its sentence and paragraph, and what it does not."""

from factlint.model.claim import How, Kind
from tests.claims.reading import claim, claims, read


def test_a_change_inherits_the_measure_before_it() -> None:
    """Up 7.7%, behind a comma, is of the total revenue."""
    level, change = claims("Total revenue of the dairy was 425.2 million euros in May, up 7.7% year on year.")
    assert change.measure.words == level.measure.words
    assert change.measure.how is How.INHERITED
    assert change.period is not None
    assert change.period.text == "May"


def test_a_pronoun_takes_the_topic_of_the_paragraph() -> None:
    """It is what the sentence before spoke of."""
    first, second = claims("The waiting list stood at 48,000 in March. It grew by 30%.")
    assert second.measure.words == first.measure.words
    assert second.measure.how is not How.STATED


def test_a_topic_ends_with_its_paragraph() -> None:
    """Behind the break nothing says what it is."""
    found = claims("The waiting list stood at 48,000 in March. Staff numbered 412.\n\nIt grew by 30%.")
    assert found[-1].measure.words == frozenset()


def test_paragraphs_of_one_sentence_are_one() -> None:
    """Press texts break after each sentence; the topic goes on."""
    first, second = claims("The waiting list stood at 48,000 in March.\n\nIt grew by 30%.")
    assert second.measure.words == first.measure.words


def test_the_actor_of_a_count() -> None:
    """Who employs them is not what is counted."""
    found = claim("The ministry employs 412 translators.", "412")
    assert found.counted == "translators"
    assert found.actor.text.lower() == "the ministry"


def test_a_share_knows_its_whole() -> None:
    """Of what it is a share."""
    found = claim("Farms account for 12% of the rural market.", "12%")
    assert found.kind is Kind.SHARE
    assert found.whole.text == "the rural market"
    assert found.measure.text == "Farms"


def test_dates_are_claims_without_a_quantity() -> None:
    """They stand among the others in text order."""
    found = read("On May 3, 2023, the bank opened 48 branches.").claims
    assert [(claim.kind, claim.quantity is None) for claim in found] == [(Kind.DATE, True), (Kind.LEVEL, False)]


def test_claims_are_numbered_in_text_order() -> None:
    """A claim's index is its place in the list, whatever the sentence."""
    found = read("In May, 48 ships came. In June, 52 ships came, up from 41.").claims
    assert [claim.index for claim in found] == list(range(len(found)))
    assert [claim.span.start for claim in found] == sorted(claim.span.start for claim in found)


def test_production_of_what_was_produced() -> None:
    """A verb and its noun are one: produced 5 cars, the production of cars."""
    verb = claim("The works produced 1,412 buses.", "1,412")
    noun = claim("The production of buses reached 1,412.", "1,412")
    assert verb.measure.words | {verb.verb} == noun.measure.words | ({noun.verb} if noun.verb else set())


def test_the_speaker_is_known() -> None:
    """In a transcript each claim has who said it."""
    text = "Ms. Okafor:\n\nWe treated 412 patients.\n\nMr. Lind:\n\nWe treated 388 patients.\n"
    assert [claim.speaker for claim in claims(text)] == ["Ms. Okafor", "Mr. Lind"]
