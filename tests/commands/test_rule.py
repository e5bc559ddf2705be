"""``factlint rule``: the list, one rule explained, and a user's own examples tried."""

import pytest

from tests.support import CHECKOUT, Program

CARD = (CHECKOUT / "rules" / "cards" / "FL101-restated-value-differs.toml").name


def test_the_list_names_every_rule(program: Program) -> None:
    """Every card is listed by code and name."""
    done = program("rule")
    stems = [path.stem for path in (CHECKOUT / "rules" / "cards").glob("*.toml")]
    assert done.status == 0
    assert stems
    assert all(f"{code}  {name} " in done.out for code, _, name in (stem.partition("-") for stem in stems))


@pytest.mark.parametrize("word", ["FL101", "fl101", "restated-value-differs"])
def test_a_rule_is_explained(program: Program, word: str) -> None:
    """Name or code lead to the reason, the advice and the examples with their marks."""
    done = program("rule", word)
    assert done.status == 0
    assert done.out.startswith("restated-value-differs (FL101)\n")
    assert "Fires on" in done.out
    assert "[[" in done.out
    assert "because" in done.out


def test_an_unknown_rule_is_refused(program: Program) -> None:
    """The nearest name is offered."""
    done = program("rule", "restated-values-differ")
    assert done.status == 2
    assert "did you mean 'restated-value-differs'" in done.err


def test_examples_of_a_card_are_tried(program: Program) -> None:
    """The card that ships holds; a copy with a text that never fires is told by file and line, with status 1."""
    text = (CHECKOUT / "rules" / "cards" / CARD).read_text(encoding="utf-8")
    good = program.write(CARD, text)
    done = program("rule", "--test", good)
    assert (done.status, done.err) == (0, "")
    good.write_text(text + '\n[[example]]\nfails = "[[5]] apples."\n', encoding="utf-8")
    done = program("rule", "--test", program.folder)
    line = text.count("\n") + 3
    assert done.status == 1
    assert f"{CARD}:{line}: it should fire, and stays silent" in done.out


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("x.yaml", "", "does not end in .toml"),
        ("x.toml", "code = 1", "must be a text"),
        (CARD, 'code = "FL1"', "is no code"),
    ],
)
def test_a_malformed_card_is_told(program: Program, name: str, text: str, told: str) -> None:
    """What is wrong with a user's card is told with its file, and ends with 2."""
    done = program("rule", "--test", program.write(name, text))
    assert done.status == 2
    assert told in done.err
    assert "Traceback" not in done.err


PACK = """[[measure]]
name = "passengers"
synonyms = ["riders"]

[[range]]
measure = "vacancy rate"
unit = "percent"
high = 30

[[identity]]
name = "rail income"
equation = "income = fares + subsidies"

[[example]]
rule = "FL308"
fails = "Last year fares came to [[50,000 euros]], subsidies to [[30,000 euros]] and the income to [[95,000 euros]]."

[[example]]
rule = "implausible-value"
fails = "The vacancy rate reached [[77%]] in May."

[[example]]
rule = "FL101"
fails = '''
In 2023 the ferry counted [[4,321]] riders.

The fog stayed for days, and the quay was empty. In 2023 the ferry counted [[4,231]] passengers.
'''
"""
FACTS = """[[fact]]
measure = "members"
value = "18,640"
period = 2023-06-30
source = "the club's office"
date = 2023-07-10

[[example]]
fails = "At the end of June 2023 the club had [[18,460]] members."

[[example]]
passes = "At the end of June 2022 the club had 18,460 members."
because = "the fact is of another year"
"""


def line_of(text: str, words: str) -> int:
    """Return the line of a text that holds the words."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def test_examples_of_a_pack_and_of_a_facts_file_are_tried(program: Program) -> None:
    """Measures, ranges, identities and facts of a folder are known to their own examples."""
    program.write("own/rail.toml", PACK)
    program.write("own/facts.toml", FACTS)
    done = program("rule", "--test", "own")
    assert (done.out.splitlines()[-1], done.err, done.status) == ("5 of 5 examples hold", "", 0)


@pytest.mark.parametrize(
    ("text", "old", "new", "at", "told"),
    [
        (PACK, "77%", "17%", "vacancy rate reached", "it should fire, and stays silent"),
        (PACK, "[[95,000 euros]]", "[[80,000 euros]]", "Last year fares", "it should fire, and stays silent"),
        (PACK, '"FL308"', '"FL999"', "Last year fares", "'FL999'"),
        (PACK, "high = 30", "high = 30\nlow = 40", "low = 40", "'low' lies above 'high'"),
        (PACK, "high = 30", "", "[[range]]", "the range has no end"),
        (PACK, '"percent"', '"percents of it"', "percents of it", "is no unit that is known"),
        (PACK, "income = fares + subsidies", "income: fares", "income: fares", "has no equals sign"),
        (PACK, 'synonyms = ["riders"]', 'synonyms = ["rail riders"]', "rail riders", "is not one word"),
        (PACK, "synonyms =", "synonym =", "synonym =", "did you mean 'synonyms'"),
        (FACTS, "[[18,460]]", "[[18,640]]", "June 2023 the club", "it should fire, and stays silent"),
        (FACTS, "June 2022", "June 2023", "because", "it should pass, and fires"),
        (FACTS, '"18,640"', '"a good many"', "[[fact]]", "cannot be read as one figure"),
        (FACTS, "2023-06-30", '"last June"', "last June", "is no period"),
    ],
)
def test_what_is_wrong_in_a_users_file_is_told_at_its_line(
    program: Program, text: str, old: str, new: str, at: str, told: str
) -> None:
    """Each mistake of a pack or facts file, and each example that does not hold, names file and line."""
    assert old in text
    broken = text.replace(old, new, 1)
    name = "facts.toml" if text is FACTS else "rail.toml"
    done = program("rule", "--test", program.write(name, broken))
    line = line_of(broken, at) - (at == "because")
    assert done.status in (1, 2)
    said = done.out + done.err
    assert f"{name}:{line}: " in said
    assert told in said


def test_a_file_of_no_kind_is_told(program: Program) -> None:
    """What is neither card nor pack nor facts file says what each of them has."""
    done = program("rule", "--test", program.write("notes.toml", 'colour = "red"\n'))
    assert done.status == 2
    assert "neither a rule card nor a pack nor a facts file" in done.err
    assert "[[fact]]" in done.err
