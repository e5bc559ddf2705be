"""Plain transcripts: heads and numbers of pages that run through the text, and what is noted beside the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.engine import read_claims, run_text
from factlint.knowledge import load_knowledge
from factlint.readers import read_text
from factlint.readers.pages import without_pages
from factlint.readers.stage import without_directions

HEADS = [
    "CITY TRANSPORT HEARING - 12 March 2024                 Page {n}",
    "Page {n} of 14     City transport hearing, 12 March 2024",
    "City transport hearing | p. {n}",
]
BODY = [
    "CHAIR HOLT: The committee will come to order. The tram carried 48,310 passengers in\nFebruary, and the buses carried",
    "another 12,400 passengers.\n\nMS. VARGA: Thank you. I have read the report of the depot with care and\nfound that in",
    "February the tram carried 43,810 passengers.\n\nCHAIR HOLT: That may be a slip.",
    "MS. VARGA: It may.",
]


def paged(head: str, end: str = "\n") -> str:
    """Return the transcript with a running line at the head of each page."""
    pages = [f"{head.format(n=at)}\n\n{body}" for at, body in enumerate(BODY, 7)]
    return "\n\n".join(pages).replace("\n", end)


def words(text: str) -> list[list[str]]:
    """Return the words of each sentence."""
    document = read_text(text)
    return [sentence.span.of(document.text).split() for sentence in document.sentences]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\f"])
@pytest.mark.parametrize("head", HEADS)
def test_running_heads_do_not_break_sentences(head: str, end: str) -> None:
    """Sentences are those of the text without pages; the first head stays, for it may be the title."""
    text = paged(head, end)
    told = words(text)
    assert [at for at, one in enumerate(told) if one == head.format(n=7).split()] == [0]
    assert told[1:] == words("\n".join(BODY[:3]) + "\n\n" + BODY[3])
    assert read_text(text).source == text


@pytest.mark.parametrize("number", ["- {n} -", "{n}", "\u2014 {n} \u2014", "Page {n} of 12", "{n} of 12"])
def test_page_numbers_alone_are_no_claims(number: str) -> None:
    """A page number of its own line is left out, from the first on, and claims are those of the text."""
    body = [f"{one}\nThe clerk notes this.\nThe clerk notes that.\nIt is late.\nIt rains.\nWe go on." for one in BODY]
    text = "".join(f"{one}\n\n{number.format(n=at)}\n\n" for at, one in enumerate(body, 1))
    knowledge = load_knowledge()
    claims = [claim.text for claim in read_claims(read_text(text), knowledge)]
    assert claims == [claim.text for claim in read_claims(read_text("\n\n".join(body)), knowledge)]
    assert "48,310" in claims


def test_a_title_beside_page_numbers_runs_too() -> None:
    """A line of words alone is a running one where it stands beside every page's number, and stays once."""
    text = "".join(f"MINUTES OF THE COUNCIL\n\nPage {at}\n\n{body}\n\n" for at, body in enumerate(BODY, 1))
    assert sum(one == ["MINUTES", "OF", "THE", "COUNCIL"] for one in words(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "2021\n\n2022\n\n2023\n\nThree years of rain.\n",
        "Question 1\n\nHow many?\n\nQuestion 2\n\nHow long?\n\nQuestion 3\n\nHow dear?\n",
        "Page 3\n\nPage 9\n\nPage 4\n",
        "Contents\n\nTrams, page 1\n\nBuses, page 2\n\nFerries, page 3\n",
        "Day 1\n\nRain fell.\n\nDay 2\n\nRain fell.\n\nDay 3\n\nRain fell.\n",
        "1\n\n2\n\n3\n\n4\n",
    ],
)
def test_what_runs_through_no_pages_stays(text: str) -> None:
    """Years, questions, contents and days are text, however regular."""
    assert without_pages(text) == text


@pytest.mark.parametrize(
    "noted",
    [
        "[applause]", "(Laughter.)", "(laughter and applause)", "[Applause for 30 seconds.]", "[inaudible 00:12:31]",
        "(crosstalk)", "[loud cheers, applause]", "[standing ovation]", "(music plays)", "[Laughter\nfrom the gallery]",
    ],
)  # fmt: skip
def test_what_is_noted_beside_the_words_is_no_claim(noted: str) -> None:
    """A direction in brackets says nothing and breaks no sentence; every place points into the text as it is."""
    text = f"Ms. Varga: The tram carried {noted} 48,310 passengers {noted} in February 2024. {noted}\n\n{noted}\n\n"
    plain = "Ms. Varga: The tram carried 48,310 passengers in February 2024.\n\n"
    assert words(text) == words(plain)
    told = [
        [(claim.text, claim.measure.text, claim.counted) for claim in read_claims(read_text(one), load_knowledge())]
        for one in (text, plain)
    ]
    assert told[0] == told[1]
    slip = text + "In February 2024 the tram carried 43,810 passengers.\n"
    [found] = run_text(slip).findings
    assert all(slip[place.start : place.end] == place.text for place in found.locations)


@pytest.mark.parametrize(
    "text",
    [
        "The hall (640 seats) was full.", "They gave [some] applause.", "The prize (applause meter 9.5) went north.",
        "He paused (12 seconds).", "The show had music (and 4,000 guests).", "The song [Silence of 1999] was sung.",
    ],
)  # fmt: skip
def test_brackets_that_say_something_stay(text: str) -> None:
    """Words in brackets are left out only where every one of them is of a direction."""
    assert without_directions(text) == text


@given(st.lists(st.sampled_from([*BODY, *(h.format(n=n) for h in HEADS for n in (1, 2, 3)), "- 4 -", "[applause]", "(pause", "\f", ""])),
       st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))  # fmt: skip
def test_no_character_changes_its_place(pieces: list[str], end: str) -> None:
    """What is left out becomes spaces: the text keeps its length, and all that stays is where it was."""
    text = end.join(pieces)
    shown = without_directions(without_pages(text))
    assert len(shown) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, shown, strict=True))
    document = read_text(text)
    assert document.source == text
    assert len(document.text) == len(text)
