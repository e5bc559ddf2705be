"""What sort of statement a figure makes, and which way it goes."""

import pytest

from factlint.model.claim import Direction, Kind
from tests.claims.reading import claim

UP, DOWN = Direction.UP, Direction.DOWN


@pytest.mark.parametrize(
    ("text", "figure", "kind", "direction"),
    [
        ("Deposits stood at 48 million euros.", "48 million euros", Kind.LEVEL, None),
        ("Deposits rose by 4 million euros.", "4 million euros", Kind.CHANGE, UP),
        ("Deposits rose 7.7% in May.", "7.7%", Kind.CHANGE, UP),
        ("Deposits were down 7.7% in May.", "7.7%", Kind.CHANGE, DOWN),
        ("A decline of 7.7% in deposits was reported.", "7.7%", Kind.CHANGE, DOWN),
        ("A 7.7% drop in deposits was reported.", "7.7%", Kind.CHANGE, DOWN),
        ("The growth rate of deposits was 7.7%.", "7.7%", Kind.CHANGE, UP),
        ("Farms account for 12% of the market.", "12%", Kind.SHARE, None),
        ("Over 20% of the nurses are specialists.", "Over 20%", Kind.SHARE, None),
        ("Two thirds of the pupils walk to school.", "Two thirds", Kind.SHARE, None),
        ("The jobless rate was 5.3% in May.", "5.3%", Kind.RATE, None),
        ("The jobless rate rose to 5.3% in May.", "5.3%", Kind.RATE, UP),
        ("The jobless rate rose 0.3 percentage points.", "0.3 percentage points", Kind.CHANGE, UP),
        ("The gap between the two rates is 0.3 percentage points.", "0.3 percentage points", Kind.DIFFERENCE, None),
        ("Membership doubled in ten years.", "doubled", Kind.RATIO, UP),
        ("Membership more than halved in ten years.", "more than halved", Kind.RATIO, DOWN),
        ("Twice as many pupils came by bus.", "Twice", Kind.RATIO, None),
        ("Wool settled down $1.12, or 1.4%, at $78.20 a bale.", "$1.12", Kind.CHANGE, DOWN),
        ("Wool settled down $1.12, or 1.4%, at $78.20 a bale.", "1.4%", Kind.CHANGE, DOWN),
        ("The index closed up 0.7% at 4,512.", "0.7%", Kind.CHANGE, UP),
        ("The index added 41.2 points.", "41.2 points", Kind.CHANGE, UP),
        ("Shares in the brewery lost 3.4%.", "3.4%", Kind.CHANGE, DOWN),
        ("The clinic lost 3.4% of its nurses.", "3.4%", Kind.SHARE, None),
        ("Output shrank at an annualized rate of 1.6 percent.", "1.6 percent", Kind.CHANGE, DOWN),
        ("The bank cut its key rate by a quarter point.", "a quarter point", Kind.CHANGE, DOWN),
        ("Tin gained 3 cents to $51.30 a sack.", "3 cents", Kind.CHANGE, UP),
        ("The index shed 120 points, or 0.4%, to 26,000.", "120 points", Kind.CHANGE, DOWN),
        ("The index shed 120 points, or 0.4%, to 26,000.", "0.4%", Kind.CHANGE, DOWN),
        ("The fund raised 5 million euros to build a school.", "5 million euros", Kind.LEVEL, None),
        ("The forward added 12 points in the second half.", "12 points", Kind.LEVEL, None),
        ("The pits agreed to cut output by 1.2 million tonnes.", "1.2 million tonnes", Kind.CHANGE, DOWN),
        ("Prices rose 2.1% in May after falling by 2.0% in April.", "2.0%", Kind.CHANGE, DOWN),
        ("Turnover was off 8.8% at 40 million euros.", "8.8%", Kind.RATE, DOWN),
        ("The deal increased its stake to 49.4% of the votes.", "49.4%", Kind.SHARE, UP),
        ("Lending rose a seasonally adjusted 1.77 billion euros.", "1.77 billion euros", Kind.CHANGE, UP),
        ("The ratio has risen to a projected 33%.", "33%", Kind.RATE, UP),
        ("The deficit was revised down to 141 million euros.", "141 million euros", Kind.LEVEL, DOWN),
        ("Exports rose to a record 6.93 billion euros.", "6.93 billion euros", Kind.LEVEL, UP),
        ("Sales were 4.9 million euros, up from 4.4 million euros.", "4.9 million euros", Kind.LEVEL, UP),
        ("Sales were 4.9 million euros, up from 4.4 million euros.", "4.4 million euros", Kind.LEVEL, None),
        ("He signed a five-year contract worth $13 million.", "$13 million", Kind.LEVEL, None),
        ("Output contracted 0.6% quarter-on-quarter and 1.2% from a year earlier.", "1.2%", Kind.CHANGE, DOWN),
        ("Life expectancy fell by 0.1 years to 78.6 years.", "0.1 years", Kind.DURATION, DOWN),
        ("Fees will go up by 5 to 7 euros.", "5 to 7 euros", Kind.CHANGE, UP),
        ("The bus plunged off a bridge 40 km north of the port.", "40 km", Kind.LEVEL, None),
        ("The jobless rate inched up to 4.1% from 4%.", "4.1%", Kind.RATE, UP),
        ("The council has taken up 50% of the land.", "50%", Kind.SHARE, None),
        ("The club ranked third in the league.", "third", Kind.RANK, None),
        ("The course takes 18 months.", "18 months", Kind.DURATION, None),
        ("The bank cut 500 jobs.", "500", Kind.LEVEL, None),
        ("The start-up raised 5 million euros.", "5 million euros", Kind.LEVEL, None),
        ("Revenue fell 12% to 310 million euros.", "310 million euros", Kind.LEVEL, DOWN),
        ("Tin gained 3 cents, or 1.1%, to $51.30 a sack.", "$51.30", Kind.LEVEL, UP),
        ("Egg prices have tripled to 6 lira.", "6 lira", Kind.LEVEL, UP),
        ("Profit more than halved to 1.1 billion kronor.", "1.1 billion kronor", Kind.LEVEL, DOWN),
        ("The clinic saw 310 patients to 2 doctors.", "2", Kind.LEVEL, None),
        ("The ministry will raise the grant from 8.5 to 17 million euros.", "17 million euros", Kind.LEVEL, UP),
        ("The bank lifted its main rate by 500 basis points to 35%.", "500 basis points", Kind.CHANGE, UP),
        ("The bank lifted its main rate by 500 basis points to 35%.", "35%", Kind.RATE, UP),
        ("Exports rose 3.1% and imports 6.4%.", "6.4%", Kind.CHANGE, UP),
        ("Exports rose 3.1% and the share of tin was 6.4%.", "6.4%", Kind.SHARE, None),
        ("Loans worth 30 million euros are in arrears, up from 18 million euros.", "30 million euros", Kind.LEVEL, UP),
        (
            "Loans worth 30 million euros are in arrears, up from 18 million euros.",
            "18 million euros",
            Kind.LEVEL,
            None,
        ),
        ("Growth quickened, accelerating from 4.05%.", "4.05%", Kind.RATE, None),
        ("The bus plunged into a 200-foot gorge.", "200-foot", Kind.LEVEL, None),
        ("The pound slides 1.5% in the morning.", "1.5%", Kind.CHANGE, DOWN),
        ("Bills will go up by an average of 117 euros a year.", "117 euros a year", Kind.CHANGE, UP),
        ("Drought has cut maize yields by a third.", "a third", Kind.CHANGE, DOWN),
        ("Coal stocks have shrunk to under five days.", "under five days", Kind.DURATION, DOWN),
        ("The index climbed to a 15-year high.", "15-year", Kind.DURATION, None),
        ("The cell charges from 10% to 80% in an hour.", "80%", Kind.RATE, UP),
        ("The margin improved to 11.3% from 9.8%.", "11.3%", Kind.RATE, UP),
        ("The margin moved to 9.3% from 9.8%.", "9.3%", Kind.RATE, DOWN),
        ("It plans to hire and to lift hourly pay to 11 euros.", "11 euros", Kind.LEVEL, UP),
    ],
)
def test_kind_and_direction(text: str, figure: str, kind: Kind, direction: Direction | None) -> None:
    """By unit, verb and grammar; only changes and levels that were moved to have a direction."""
    found = claim(text, figure)
    assert found.kind is kind
    assert found.direction is direction


def test_from_and_to_are_levels() -> None:
    """The ends of a movement are no changes."""
    text = "Ticket sales rose 18.5% to 2.64 million from 2.33 million."
    assert [claim(text, words).kind for words in ("18.5%", "2.64 million", "2.33 million")] == [
        Kind.CHANGE, Kind.LEVEL, Kind.LEVEL,
    ]  # fmt: skip
