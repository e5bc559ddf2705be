"""Claims of several files against one another: who says what of whom, and when."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from factlint.alignment import cross
from factlint.alignment.packing import Standing, pack, unpack
from factlint.alignment.principals import about
from factlint.crossing import compare_files
from factlint.engine import Settings, evidence_of
from factlint.knowledge import Knowledge, load_knowledge
from factlint.model.finding import Finding, Report
from factlint.readers import read_text
from factlint.runs import Plan, check_paths
from tests.support import SEED, Program

RELEASE = """\
Harbour Line carries more passengers

AALBORG, 14 May 2023 -- Harbour Line carried 2.64 million passengers in 2022, the ferry company said on Sunday. Revenue
rose 7.7% to 412 million euros.

The company employed 1,284 people at the end of 2022. It plans to hire 120 more this year.
"""
SPEECH = """\
Speech of the chief executive, Harbour Line annual meeting
12 May 2023

Dear shareholders,

last year we carried 2.64 million passengers, more than ever before. Our revenue grew by 7.7% to 412 million euros. At the
end of 2022 we employed 1,284 people.
"""
ANSWERS = """\
Harbour Line annual meeting, questions and answers
12 May 2023

Question: I heard that you employ 2,000 people?

Chief executive: At the end of 2022, Harbour Line employed 1,284 people.

Question: What about revenue?

Chief financial officer: Revenue in 2022 was 412 million euros.
"""
TWEET = """\
Harbour Line @harbourline, May 14, 2023
Thank you! In 2022 we carried over 2.6 million passengers on Harbour Line.
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The data that ships."""
    return load_knowledge()


def found(knowledge: Knowledge, **texts: str) -> list[Finding]:
    """Return what texts say against one another, each with its name as its path."""
    report = Report()
    documents = {name: read_text(text, name) for name, text in texts.items()}
    kept = [cross.keep(evidence_of(document, knowledge)) for document in documents.values()]
    compare_files(report, kept, "all", knowledge, knowledge.cards, documents.__getitem__)
    return report.findings


def quotes(findings: list[Finding]) -> list[set[tuple[str, str]]]:
    """Return the places of each finding: file and words."""
    return [{(place.path, place.text) for place in finding.locations} for finding in findings]


def test_four_texts_that_agree(knowledge: Knowledge) -> None:
    """Release, speech, answers and tweet of one event, of different days: nothing is told."""
    assert found(knowledge, release=RELEASE, speech=SPEECH, answers=ANSWERS, tweet=TWEET) == []


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "against"),
    [
        ("speech", SPEECH, "2.64 million", "2.46 million", ("release", "2.64 million")),
        ("speech", SPEECH, "412 million euros", "421 million euros", ("release", "412 million euros")),
        ("speech", SPEECH, "7.7%", "7.1%", ("release", "7.7%")),
        ("answers", ANSWERS, "1,284", "1,248", ("speech", "1,284")),
        ("answers", ANSWERS, "412 million", "412 billion", ("release", "412 million euros")),
        ("tweet", TWEET, "over 2.6 million", "over 2.8 million", ("release", "2.64 million")),
    ],
)
def test_a_slip_in_one_of_them_is_found(
    knowledge: Knowledge, name: str, text: str, old: str, new: str, against: tuple[str, str]
) -> None:
    """One finding, that names the slip and what the others say."""
    texts = {"release": RELEASE, "speech": SPEECH, "answers": ANSWERS, "tweet": TWEET}
    [places] = quotes(found(knowledge, **{**texts, name: text.replace(old, new)}))
    assert {(path, words.removesuffix(" euros")) for path, words in places} >= {
        (name, new.removesuffix(" euros")), (against[0], against[1].removesuffix(" euros"))
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [("FL102", "2.64 million", "2.46 million"), ("FL103", "2.64 million", "over 2.84 million"),
     ("FL104", "2.64 million", "2,640"), ("FL109", "grew by 7.7%", "fell by 7.7%")],
)  # fmt: skip
def test_each_rule_across_files(knowledge: Knowledge, rule: str, old: str, new: str) -> None:
    """A value, a bound, a scale and a direction."""
    findings = found(knowledge, release=RELEASE, speech=SPEECH.replace(old, new))
    assert [finding.rule for finding in findings] == [rule]


OTHERS: Mapping[str, str] = {
    "another company": RELEASE.replace("Harbour Line", "Lake Line").replace("2.64", "2.46"),
    "a branch of the company": RELEASE.replace(
        "-- Harbour Line carried 2.64", "-- Northfield Harbour Line carried 2.46"
    ),
    "another year": SPEECH.replace("last year", "in 2021").replace("2.64", "2.46").replace("412", "421"),
    "a revised figure": SPEECH.replace("we carried 2.64", "we carried a revised 2.46"),
    "a preliminary figure": SPEECH.replace("we carried 2.64", "we carried, on a preliminary count, 2.46"),
    "a plan": SPEECH.replace("last year we carried 2.64", "we hope to have carried 2.46"),
    "a question": ANSWERS.replace("2,000 people?", "1,248 people at the end of 2022?"),
    "another thing": SPEECH.replace("2.64 million passengers", "2.46 million parcels"),
    "a part": SPEECH.replace("2.64 million passengers", "2.46 million foot passengers"),
    "a branch abroad": SPEECH.replace(
        "last year we carried 2.64 million", "last year in Norway we carried 2.46 million"
    ),
    "a scope": SPEECH.replace(
        "last year we carried 2.64 million passengers", "in rural waters we carried 2.21 million passengers last year"
    ),
    "another basis": SPEECH.replace("Our revenue grew by 7.7% to 412", "Our adjusted revenue grew by 7.1% to 421"),
    "what is left": SPEECH.replace("Our revenue grew by 7.7% to 412", "Our other revenue grew by 7.1% to 421"),
    "nobody's text": "12 May 2023\n\nLast year they carried 2.46 million passengers.\n",
    "no date": SPEECH.replace("12 May 2023\n", "").replace("2.64", "2.46").replace("412", "421"),
    "rounded": TWEET.replace("over 2.6 million", "about 2.6 million"),
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_no_conflict(knowledge: Knowledge, text: str) -> None:
    """Another subject, time, measure or basis; what is open; what is marked as not the last word."""
    told = [finding for finding in found(knowledge, release=RELEASE, other=text) if finding.severity != "info"]
    assert told == []


def test_a_running_total_of_two_days_is_no_conflict(knowledge: Knowledge) -> None:
    """What is still going on is told at a day: of one day two values conflict, of two days they do not."""
    first = "Harbour Line strike\n\n14 May 2023\n\nHarbour Line cancelled 1,284 sailings this month.\n"
    assert found(knowledge, a=first, b=first.replace("14 May", "16 May").replace("1,284", "1,824")) == []
    assert len(found(knowledge, a=first, b=first.replace("1,284", "1,824"))) == 1


def test_the_order_of_the_files_does_not_matter(knowledge: Knowledge) -> None:
    """The same places conflict, whichever file comes first."""
    slip = SPEECH.replace("2.64", "2.46")
    one, two = found(knowledge, a=RELEASE, b=slip), found(knowledge, b=slip, a=RELEASE)
    assert quotes(one) == quotes(two)
    assert one[0].confidence == two[0].confidence


def test_a_text_that_confirms_elsewhere_is_not_contradicted(knowledge: Knowledge) -> None:
    """Who tells both values is at odds with himself, and FL101 tells that."""
    both = SPEECH + "\nTo repeat: Harbour Line carried 2.46 million passengers in 2022.\n"
    assert found(knowledge, release=RELEASE, speech=both) == []


def test_a_packed_claim_is_as_it_was(knowledge: Knowledge) -> None:
    """All that a comparison looks at comes back, of every claim of a real transcript, in a few hundred bytes."""
    evidence = evidence_of(read_text(SEED.read_text(encoding="utf-8"), "a"), knowledge)
    sizes = []
    for claim, quantity in evidence.quantities():
        data = pack(claim, frozenset({"x"}), frozenset({"y"}), Standing.AGREEING, in_title=True)
        told = unpack(data, 7, 3)
        again = told.claim
        assert again.quantity is not None
        assert (told.document, told.whose, told.in_title, again.index) == (3, frozenset({"x"}), True, 7)
        assert told.standing is Standing.AGREEING
        assert again.quantity.admitted() == quantity.admitted()
        assert again.quantity.implied() == quantity.implied()
        assert again.quantity.unit == quantity.unit
        for name in ("kind", "text", "modality", "direction", "verb", "bases", "role", "names", "comparison", "span"):
            assert getattr(again, name) == getattr(claim, name)
        assert again.measure.words == claim.measure.words
        assert (
            (again.period and again.period.same_days(claim.period)) in (None, bool(claim.period.is_resolved))
            if (claim.period)
            else again.period is None
        )
        sizes.append(len(data))
    assert sum(sizes) / len(sizes) < 500


def test_memory_is_a_kilobyte_a_claim(knowledge: Knowledge) -> None:
    """What an index holds of thousands of claims, keys and texts included."""
    import pickle
    import tracemalloc

    kept = pickle.dumps(cross.keep(evidence_of(read_text(SEED.read_text(encoding="utf-8"), "a"), knowledge)))
    index = cross.Index(knowledge.grammar, knowledge.weights)
    tracemalloc.start()
    for _ in range(20):
        index.add(pickle.loads(kept))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(index) > 1000
    assert held / len(index) < 1000


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RELEASE, {"harbour", "line"}),
        (SPEECH, {"harbour", "line"}),
        (ANSWERS, {"harbour", "line"}),
        (TWEET, {"harbour", "line"}),
        ("Harbour Line Carries More Passengers\n\nThe ferry company carries more passengers.\n", {"harbour", "line"}),
        ("Annual report\n\nThe chairman said that EBITDA rose. EBITDA was up. EBITDA counts.\n", set()),
        ("Rain fell. It was cold.\n", set()),
    ],
)
def test_whose_text_it_is(knowledge: Knowledge, text: str, name: set[str]) -> None:
    """The name of the title, or of the opening; titles of people and common words are none."""
    assert about(read_text(text), knowledge.grammar).principal == name


def test_folders_are_compared_within_themselves(program: Program) -> None:
    """--cross=folder leaves the texts of two folders apart; a bare --cross takes all, and no path for its value."""
    program.write("2022/release.txt", RELEASE)
    program.write("2022/other.txt", "The choir sang.\n")
    program.write("2023/speech.txt", SPEECH.replace("2.64", "2.46"))
    assert program("check", ".").status == 0
    assert program("check", ".", "--cross=folder").status == 0
    done = program("check", "--cross", "2022", "2023")
    assert done.status == 1
    assert "differs-between-files (FL102)" in done.out
    assert "2 in conflict" in done.out
    assert program("check", ".", "--cross=none").status == 0
    assert program("check", ".", "--cross=folders").status == 2
    program.write("factlint.toml", 'cross = "all"\n')
    assert program("check", ".").status == 1
    assert program("check", ".", "--cross=none").status == 0


def test_offsets_hold_in_each_file(program: Program) -> None:
    """source[start:end] is the text, in a file with a byte order mark as in standard input; jobs change nothing."""
    program.write("release.txt", b"\xef\xbb\xbf" + RELEASE.replace("\n", "\r\n").encode())
    slip = SPEECH.replace("2.64", "2.46")
    one, two = (
        program("check", "release.txt", "-", "--stdin-filename", "speech.txt", "--cross", "--jobs", jobs,
                "--format", "json", "--verified", stdin=slip.encode())
        for jobs in ("1", "2")
    )  # fmt: skip
    assert one.raw == two.raw
    sources = {"release.txt": RELEASE.replace("\n", "\r\n"), "speech.txt": slip}
    places = [place for told in (*one.json["findings"], *one.json["verified"]) for place in told["locations"]]
    assert {place["path"] for place in places} == set(sources)
    assert all(sources[place["path"]][place["start"] : place["end"]] == place["text"] for place in places)


def test_a_suppression_in_either_file_is_enough(program: Program) -> None:
    """And is of no use, as far as one can tell, only in a run that compares files."""
    program.write("release.txt", RELEASE)
    program.write("speech.txt", SPEECH.replace("2.64", "2.46"))
    program.write("speech.txt.factlint.toml", '[[allow]]\nrules = ["FL102"]\nreason = "he misspoke"\n')
    done = program("check", ".", "--cross")
    assert (done.status, "1 suppressed" in done.out) == (0, True)
    assert program("check", ".").status == 0
    program.write("speech.txt", SPEECH)
    assert "FL901" in program("check", ".", "--cross").out


def test_a_baseline_accepts_what_two_files_say(program: Program) -> None:
    """The entry names both files; it is stale only in a run that compares them."""
    program.write("release.txt", RELEASE)
    program.write("speech.txt", SPEECH.replace("2.64", "2.46"))
    program("check", ".", "--cross", "--baseline", "b.json", "--write-baseline")
    assert program("check", ".", "--cross", "--baseline", "b.json").status == 0
    program.write("speech.txt", SPEECH)
    assert program("check", ".", "--baseline", "b.json").status == 0
    assert "Stale" in program("check", ".", "--cross", "--baseline", "b.json").out


def test_a_text_that_is_gone_when_it_is_quoted_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are read again to be quoted; one that changed meanwhile is not misquoted."""
    from factlint import readers

    (tmp_path / "a.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SPEECH.replace("2.64", "2.46"), encoding="utf-8")
    assert len(check_paths([str(tmp_path)], Plan(Settings(cross=True), cross="all")).findings) == 1
    monkeypatch.setattr(readers, "read_path", lambda path: read_text("changed", str(path)))
    assert check_paths([str(tmp_path)], Plan(Settings(cross=True), cross="all")).findings == []


def test_a_shared_part_of_two_names(knowledge: Knowledge) -> None:
    """The Line of one firm is not the Line of another, though both are called so."""
    text = "{0} Line, report\n\n3 March 2023\n\n{0} Line carried passengers in 2022. Revenue was {1} million euros in 2022.\n"
    assert found(knowledge, one=text.format("Harbour", 412), two=text.format("Lake", 88)) == []
    [finding] = found(knowledge, one=text.format("Harbour", 412), two=text.format("Harbour", 421))
    assert {place.text for place in finding.locations} == {"412 million euros", "421 million euros"}
