"""Sentences of a level, the level before and the change between them, in many wordings, with labels that can be proved."""

from dataclasses import dataclass
from fractions import Fraction

RISING = ("rose", "increased", "grew", "climbed", "went up")
FALLING = ("fell", "decreased", "declined", "dropped", "went down")
RISE = ("increase", "rise", "gain")
FALL = ("decrease", "decline", "drop")


@dataclass(frozen=True)
class Domain:
    """What a figure is of: the subject of the sentence, what stands before and behind the figure, decimals and size."""

    subject: str
    before: str = ""
    behind: str = ""
    places: int = 0
    low: int = 2_000
    high: int = 90_000
    noun: str = ""

    def written(self, value: Fraction) -> str:
        """Return a level as the domain writes it."""
        return f"{self.before}{decimal(value, self.places)}{self.behind}"


def decimal(value: Fraction, places: int) -> str:
    """Return a value with so many decimals and grouped thousands."""
    scaled = round(value * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole:,}" + (f".{rest:0{places}d}" if places else "")


AMOUNTS = (
    Domain("Net sales", "$", " million", 1, 20, 900),
    Domain("The number of library visits", "", "", 0),
    Domain("Wool production", "", " tonnes", 0, 1_000, 60_000),
    Domain("Membership of the alpine club", "", " members", 0),
    Domain("Rental income", "€", " million", 2, 3, 80),
    Domain("Passenger traffic at the northern airports", "", " million passengers", 2, 2, 60),
    Domain("Total hospital admissions", "", "", 0),
    Domain("Net profit attributable to shareholders", "RMB", " billion", 2, 2, 70),
    Domain("Exports of cut flowers", "£", " million", 1, 12, 700),
    Domain("The average house price", "$", "", 0, 120_000, 900_000),
    Domain("Electricity generation", "", " GWh", 0, 1_500, 40_000),
)
RATES = (
    Domain("The unemployment rate", "", "%", 1, 3, 14),
    Domain("The occupancy rate", "", " percent", 1, 40, 95),
    Domain("The gross margin", "", "%", 1, 15, 60),
    Domain("Voter turnout", "", "%", 1, 35, 85),
    Domain("The vacancy rate of office space", "", " per cent", 1, 4, 25),
)

# {S} subject, {s} subject in lower case, {c} level, {p} level before, {g} change, {rose} verb, {rise} noun, {up} adverb,
# {more} more or less, {higher} adjective.
GROWTH = (
    "{S} {rose} {g} to {c} from {p}.",
    "{S} {rose} {g} to {c} from {p} a year earlier.",
    "{S} {rose} by {g} to {c} from {p} in 2021.",
    "{S} {rose} by {g}, from {p} to {c}.",
    "{S} {rose} from {p} to {c}, {an} {rise} of {g}.",
    "{S} {rose} from {p} in 2021 to {c} in 2022, {an} {rise} of {g}.",
    "{S} {rose} from {p} in 2021 to {c} in 2022, {up} {g}.",
    "{S} {rose} to {c} from {p}, {an} {rise} of {g}.",
    "{S} {rose} to {c} from {p}, {up} {g} year on year.",
    "{S} {rose} to {c}, {up} {g} from {p} a year ago.",
    "{S} {rose} to {c}, {an} {rise} of {g} from {p} in the prior year.",
    "{S} {rose} to {c}, or {g}, from {p} in the prior-year quarter.",
    "{S} {rose} {g} to {c} compared with {p} in the same period last year.",
    "{S} {rose} {g} to {c}, compared to {p} in the prior year period.",
    "{S} {rose} {g} to {c} versus {p} last year.",
    "{S} {rose} {g} to {c}, against {p} the year before.",
    "{S} {rose} {g} to {c} ({p} in 2021).",
    "{S} {rose} {g} to {c} (2021: {p}).",
    "{S} {rose} {g} to {c} (Q1 2022: {p}).",
    "{S} {rose} {g} to {c} (prior year: {p}).",
    "{S} {rose} {g} to {c} (from {p} in 2021).",
    "{S} was {c}, {up} {g} from {p} a year earlier.",
    "{S} was {c} in 2022, {up} {g} on the {p} of 2021.",
    "{S} was {c}, {up} {g} compared with {p} a year ago.",
    "{S} was {c}, {up} from {p} a year earlier, {an} {rise} of {g}.",
    "{S} was {c} compared with {p} in 2021, {an} {rise} of {g}.",
    "{S} was {c} compared to {p} in the year-ago quarter, {up} {g}.",
    "{S} was {c}, compared with {p} a year earlier, {an} {rise} of {g}.",
    "{S} was {c}, {an} {rise} of {g} compared to {p} in the prior year.",
    "{S} was {c}, {an} {rise} of {g} over the {p} recorded in 2021.",
    "{S} was {c}, {an} {rise} of {g} on the previous year's {p}.",
    "{S} was {c}, {g} {higher} than the {p} of a year ago.",
    "{S} was {c}, {g} {higher} than the {p} reported for 2021.",
    "{S} was {c}, which is {g} {higher} than the {p} of the previous year.",
    "{S} was {c}, {g} {more} than the {p} of 2021.",
    "{S} was {c} ({up} {g} from {p}).",
    "{S} was {c} ({p} in 2021), {an} {rise} of {g}.",
    "{S} was {c} (2021: {p}), {an} {rise} of {g}.",
    "{S} was {c}, {up} from {p} in 2021 ({g}).",
    "{S} was {c} in 2022 compared with {p} in 2021, {an} {rise} of {g}.",
    "{S} was {c} in the first quarter of 2022 compared with {p} in the first quarter of 2021, {an} {rise} of {g}.",
    "{S} totaled {c}, {an} {rise} of {g} from {p}.",
    "{S} reached {c}, {up} {g} from {p} in the first half of 2021.",
    "{S} reached {c} in March, {up} from {p} in February, or {g}.",
    "{S} came to {c}, which was {up} {g} from {p} a year before.",
    "{S} stood at {c}, {up} {g} from {p} at the end of 2021.",
    "{S} stood at {c} at the end of March, {g} {higher} than the {p} a year earlier.",
    "{S} of {c} was {up} {g} from {p} in the prior year.",
    "{S} of {c} {rose} {g} from {p} a year ago.",
    "{S} of {c} compares with {p} a year ago, {an} {rise} of {g}.",
    "{S} of {c} represents {an} {rise} of {g} from {p} in 2021.",
    "{S} went from {p} to {c}, {an} {rise} of {g}.",
    "{S} has {risen} {g} since 2019, from {p} to {c}.",
    "{S} has {risen} by {g} from {p} to {c}.",
    "From {p} in 2021, {s} {rose} {g} to {c} in 2022.",
    "From {p} in 2021, {s} {rose} to {c} in 2022, {an} {rise} of {g}.",
    "Compared with {p} in 2021, {s} {rose} {g} to {c}.",
    "In 2022, {s} {rose} {g} to {c} from {p} in 2021.",
    "The company said {s} {rose} {g} to {c} from {p}.",
    "{S} {rose} {g}, to {c} from {p}.",
    "{S} {rose} {g} year-on-year to {c} (from {p}).",
    "{S} {rose} {g}, reaching {c} compared with {p} a year earlier.",
    "{S}: {c}, {up} {g} from {p}.",
    "{An} {rise} of {g} took {s} to {c} from {p}.",
    "{An} {g} {rise} took {s} from {p} to {c}.",
    "{S} saw {an} {rise} of {g}, from {p} to {c}.",
    "{S} recorded {an} {rise} of {g} to {c}, from {p} in 2021.",
    "{S} {rose} from {p} to {c} ({updown}{g}).",
    "{S} {rose} from {p} to {c}, i.e. by {g}.",
    "{S} {rose} from {p} to {c}. This is {an} {rise} of {g}.",
    "{S} was {c}. This compares with {p} a year earlier and is {an} {rise} of {g}.",
    "{S} was {c} in 2022. In 2021 it was {p}, so {s} {rose} by {g}.",
    "{S} was {p} in 2021. In 2022 it {rose} by {g} to {c}.",
    "{S} was {c}, {up} {g}. In the year before it was {p}.",
    "{S} {rose} to {c} in 2022 from {p} in 2021. That is {an} {rise} of {g}.",
    "{S} {rose} {g} to {c}. A year earlier, {s} was {p}.",
)


def words_for(*, up: bool, pick: int = 0) -> dict[str, str]:
    """Return the words of change of one direction."""
    noun = (RISE if up else FALL)[pick % 3]
    verb = (RISING if up else FALLING)[pick % 5]
    return {
        "rose": verb,
        "risen": ("risen", "increased", "grown", "climbed", "gone up")[pick % 5] if up
        else ("fallen", "decreased", "declined", "dropped", "gone down")[pick % 5],
        "rise": noun,
        "an": "an" if noun[0] in "aeiou" else "a",
        "An": "An" if noun[0] in "aeiou" else "A",
        "up": "up" if up else "down",
        "more": "more" if up else "less",
        "higher": "higher" if up else "lower",
        "updown": "+" if up else "-",
    }  # fmt: skip


def tell(template: str, domain: Domain, current: str, previous: str, change: str, *, up: bool, pick: int = 0) -> str:
    """Return the sentence of a template."""
    subject = domain.subject
    lower = subject[0].lower() + subject[1:]
    return template.format(S=subject, s=lower, c=current, p=previous, g=change, **words_for(up=up, pick=pick))


DIFFERENCE = (
    "{S} {rose} by {g} to {c} from {p}.",
    "{S} {rose} by {g} to {c}, from {p} a year earlier.",
    "{S} {rose} {g} to {c} from {p} in 2021.",
    "{S} {rose} by {g}, from {p} to {c}.",
    "{S} {rose} from {p} to {c}, {an} {rise} of {g}.",
    "{S} {rose} from {p} in 2021 to {c} in 2022, {up} {g}.",
    "{S} {rose} to {c} from {p}, {an} {rise} of {g}.",
    "{S} was {c}, {up} {g} from {p} a year earlier.",
    "{S} was {c}, {g} {more} than the {p} of a year ago.",
    "{S} was {c}, {g} {more} than the {p} recorded in 2021.",
    "{S} was {c}, which was {g} {more} than the {p} of the previous year.",
    "{S} was {c}, compared with {p} a year earlier, {an} {rise} of {g}.",
    "{S} was {c} compared to {p} in the prior year, {up} {g}.",
    "{S} was {c}, {up} from {p} in 2021, {an} {rise} of {g}.",
    "{S} was {c}, {an} {rise} of {g} compared with {p} in the prior year.",
    "{S} was {c}, {an} {rise} of {g} over the {p} recorded in 2021.",
    "{S} was {c} ({up} {g} from {p}).",
    "{S} was {c} ({p} in 2021), {an} {rise} of {g}.",
    "{S} stood at {c}, {g} {higher} than the {p} at the end of 2021.",
    "{S} of {c} was {up} {g} from {p} a year ago.",
    "{S} went from {p} to {c}, {an} {rise} of {g}.",
    "{S} has {risen} by {g} from {p} to {c}.",
    "From {p} in 2021, {s} {rose} by {g} to {c} in 2022.",
    "In 2022, {s} {rose} by {g} to {c} from {p} in 2021.",
    "{An} {rise} of {g} took {s} to {c} from {p}.",
    "{S} saw {an} {rise} of {g}, from {p} to {c}.",
    "{S} {rose} from {p} to {c}. This is {an} {rise} of {g}.",
    "{S} {rose} from {p} to {c}. That was {g} {more} than a year before.",
    "{S} {rose} to {c} in 2022 from {p} in 2021. That is {an} {rise} of {g}.",
)

POINTS = (
    "{S} {rose} by {g} to {c} from {p}.",
    "{S} {rose} {g} to {c} from {p} a year earlier.",
    "{S} {rose} by {g}, from {p} to {c}.",
    "{S} {rose} to {c} from {p}, {an} {rise} of {g}.",
    "{S} {rose} to {c} from {p}, {up} {g}.",
    "{S} {rose} from {p} to {c}, {an} {rise} of {g}.",
    "{S} {rose} from {p} in March to {c} in April, {up} {g}.",
    "{S} was {c}, {up} {g} from {p} a year ago.",
    "{S} was {c}, {g} {higher} than the {p} of a year ago.",
    "{S} was {c}, {g} {higher} than the {p} recorded in 2021.",
    "{S} was {c}, which was {g} {higher} than the {p} of the previous year.",
    "{S} was {c} compared with {p} in the prior year, {an} {rise} of {g}.",
    "{S} was {c}, {an} {rise} of {g} compared to {p} in the prior year.",
    "{S} was {c}, compared to {p} a year ago, {up} {g}.",
    "{S} was {c}, {up} from {p} a year earlier, {an} {rise} of {g}.",
    "{S} was {c} ({p} in 2021), {an} {rise} of {g}.",
    "{S} was {c} ({up} {g} from {p}).",
    "{S} {rose} {g} to {c} versus {p} last year.",
    "{S} {rose} {g} year over year to {c} compared to {p}.",
    "{S} of {c} was {up} {g} from {p} in the prior year.",
    "{S} stood at {c} in June, {up} {g} from {p} in May.",
    "{S} {rose} to {c} in the second quarter from {p} in the first, {g} {higher}.",
    "From {p} in 2021, {s} {rose} by {g} to {c} in 2022.",
    "{An} {rise} of {g} took {s} to {c} from {p}.",
    "{S} {rose} from {p} to {c}. This is {an} {rise} of {g}.",
    "{S} went from {p} to {c}, {up} {g}.",
)

TIMES = (
    "{S} {did} from {p} to {c}.",
    "{S} {did} to {c} from {p}.",
    "{S} has {did} to {c} from {p} in 2015.",
    "{S} has {did} since 2015, from {p} to {c}.",
    "{S} {did} to {c} in 2022 from {p} in 2015.",
    "{S} {did}, from {p} in 2015 to {c} in 2022.",
    "{S} {did} to {c}, compared with {p} a year earlier.",
    "{S} {did} to {c} ({p} in 2021).",
    "{S} {did} to {c}, up from {p} in 2015.",
    "{S} was {c}, {twice} the {p} of 2015.",
    "{S} was {c}, {twice} the {p} recorded in 2015.",
    "{S} rose from {p} to {c}, {a_fold} increase.",
    "{S} rose from {p} to {c}, {a_doubling}.",
    "{S} rose {fold}, from {p} to {c}.",
    "{S} rose by a factor of {n}, from {p} to {c}.",
    "{S} {did}. It rose from {p} in 2015 to {c} in 2022.",
    "{S} was {p} in 2015. It has {did} to {c} since.",
    "{S} of {c} is {twice} the {p} of a year ago.",
    "{S} {did} over the decade, rising from {p} to {c}.",
    "There has been {a_doubling} of {s}, from {p} to {c}.",
)
MULTIPLES = {
    2: {"did": "doubled", "twice": "twice", "a_fold": "a twofold", "a_doubling": "a doubling", "fold": "twofold", "n": "two"},
    3: {"did": "tripled", "twice": "three times", "a_fold": "a threefold", "a_doubling": "a tripling", "fold": "threefold",
        "n": "three"},
    4: {"did": "quadrupled", "twice": "four times", "a_fold": "a fourfold", "a_doubling": "a quadrupling",
        "fold": "fourfold", "n": "four"},
}  # fmt: skip

PACES = (
    "The crew moved {a} tonnes of sand in {n} days, or {r} tonnes a day.",
    "The crew moved {a} tonnes of sand in {n} days, an average of {r} tonnes a day.",
    "The foundation raised {a} euros in {n} months, or {r} euros a month.",
    "The foundation raised {a} euros in {n} months, an average of {r} euros per month.",
    "The grant is worth {a} euros over {n} years, or {r} euros a year.",
    "Over {n} hours the pump moved {a} litres, or {r} litres an hour.",
    "The ferry carried {a} passengers in {n} weeks, that is {r} a week.",
)

LASTING = (
    "The {years}-year programme ({first}-{last}) was extended.",
    "He served as mayor for {years} years, from {first} to {last}.",
    "The bridge was closed from {first} to {last}, for {years} years.",
    "The siege lasted from {first} to {last}, or {years} years.",
    "The works ran from {first} to {last}, lasting {years} years.",
    "The {years}-year project runs from {first} to {last}.",
)

MARKS = (
    "{S} was {c}, {above} the forecast of {p}.",
    "{S} was {c}, well {above} the target of {p}.",
    "{S} was {c}, {higher} than the long-term average of {p}.",
    "{S} of {c} {beat} the consensus estimate of {p}.",
    "{S} reached {c}, which was {above} the goal of {p}.",
)
