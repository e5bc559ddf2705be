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
