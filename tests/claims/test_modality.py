"""How far a speaker commits to a figure, and the basis that he names."""

import pytest

from factlint.model.claim import Modality
from tests.claims.reading import claim


@pytest.mark.parametrize(
    ("text", "figure", "modality"),
    [
        ("The club sold 1,284 tickets.", "1,284", Modality.ASSERTED),
        ("The club aims to sell 1,284 tickets.", "1,284", Modality.PLANNED),
        ("The club will sell 1,284 tickets.", "1,284", Modality.PLANNED),
        ("The target is 1,284 tickets.", "1,284", Modality.PLANNED),
        ("The club expects to sell 1,284 tickets.", "1,284", Modality.FORECAST),
        ("Sales could reach 1,284 tickets.", "1,284", Modality.FORECAST),
        ("Analysts had forecast net profit of 48 million euros.", "48 million euros", Modality.FORECAST),
        ("If it rains, the club loses 1,284 visitors.", "1,284", Modality.CONDITIONAL),
        ("The club has not sold 1,284 tickets.", "1,284", Modality.NEGATED),
        ("Did the club sell 1,284 tickets?", "1,284", Modality.ASKED),
        ("The action plan covers 48 villages.", "48", Modality.ASSERTED),
        ("The project reached 48 villages.", "48", Modality.ASSERTED),
    ],
)
def test_modality(text: str, figure: str, modality: Modality) -> None:
    """Words of the figure's own clause decide; as nouns, plan and project commit nobody."""
    assert claim(text, figure).modality is modality


@pytest.mark.parametrize(
    ("text", "figure", "bases"),
    [
        ("Adjusted operating profit was 184 million euros.", "184 million euros", {"adjusted"}),
        ("Seasonally adjusted exports rose 1.2%.", "1.2%", {"adjusted"}),
        ("On average 412 patients came a day.", "412", {"average"}),
        ("Net sales were 184 million euros.", "184 million euros", {"net"}),
        ("Sales were 184 million euros.", "184 million euros", set()),
    ],
)
def test_bases(text: str, figure: str, bases: set[str]) -> None:
    """Words that set a figure off from others of its measure."""
    assert claim(text, figure).bases >= bases
    if not bases:
        assert claim(text, figure).bases == frozenset()
