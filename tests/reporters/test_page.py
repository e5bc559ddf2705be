"""The tie-out page as it is written: rows, cards, places of every kind of file, colours that can be read."""

import re
from pathlib import Path

import pytest

from factlint import engine
from factlint.model.finding import Report, Severity
from factlint.reporters import page
from factlint.reporters.page.sheets import rows_of
from factlint.reporters.tieout import tie_out
from tests.reporters.sample import report
from tests.support import SEED

STYLE = (Path(page.__file__).parent / "page.css").read_text(encoding="utf-8")


def kept(text: str, *, markdown: bool = False) -> Report:
    """Return the report of a text, the text kept."""
    return engine.run_text(text, engine.Settings(keep_texts=True), markdown=markdown)


def test_the_page_is_the_same_every_time() -> None:
    """No clock, no chance: two runs write the same bytes."""
    first, second = (
        page.render(engine.run([str(SEED)], engine.Settings(keep_texts=True)), Severity.INFO) for _ in "ab"
    )
    assert first == second


def test_rows_are_paragraphs_of_whole_lines() -> None:
    """Lines that a paragraph was broken into stay together; every word stands in one row."""
    text = "Heading\n\nA line of a paragraph that\ngoes on here with 5 ships.\n\n\nAnother one.\r\n"
    [sheet] = tie_out(kept(text)).sheets
    rows = [text[row.start : row.end] for row in rows_of(sheet)]
    assert rows == ["Heading", "A line of a paragraph that\ngoes on here with 5 ships.", "Another one."]


def test_a_text_without_figures_has_a_page() -> None:
    """It says that nothing was read."""
    assert "No figures were read." in page.render(kept("Words only."), Severity.INFO)
    assert "<h1>" in page.render(Report(), Severity.INFO)


def test_a_finding_outside_of_the_texts_is_not_lost() -> None:
    """One that points into a side file stands above the texts."""
    made = kept("Words only.")
    made.findings = report().findings[:1]
    written = page.render(made, Severity.INFO)
    assert "5G base stations are given two values" in written
    assert "press/a.txt, line 2" in written


def test_markup_of_the_file_is_dimmed(tmp_path: Path) -> None:
    """Tags stand as they are, and step back behind the words."""
    path = tmp_path / "a.html"
    path.write_text("<p>They run <b>31</b> ferries.</p>", encoding="utf-8")
    written = page.render(engine.run([str(path)], engine.Settings(keep_texts=True)), Severity.INFO)
    assert (
        '<span class="u">&lt;b&gt;</span><span class="a" id="f1">31</span><span class="u">&lt;/b&gt;</span>' in written
    )


def colours(block: str) -> dict[str, str]:
    """Return the colours that a block of the style sets."""
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def lightness(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG counts it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [":root {", ':root[data-theme="dark"] {'])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *((ink, paper) for ink in ("ink", "soft") for paper in ("paper", "card", "wash")),
        *((ink, paper) for ink in ("ok", "error", "warning", "info") for paper in ("paper", "card")),
        *((ink, f"{ink}-wash") for ink in ("error", "warning", "info")),
        ("ink", "mark"),
    ],
)
def test_colours_can_be_read(theme: str, ink: str, paper: str) -> None:
    """Words stand out from what is behind them by 4.5 to 1 at least, in both themes."""
    start = STYLE.index(theme)
    found = colours(STYLE[start : STYLE.index("}", start)])
    light, dark = sorted((lightness(found[ink]), lightness(found[paper])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_both_dark_themes_are_one() -> None:
    """The reader's setting and the button give the same colours."""
    blocks = re.findall(
        r":root(?:\[data-theme=\"dark\"\]|:not\(\[data-theme=\"light\"\]\)) \{(.*?)\}", STYLE, re.DOTALL
    )
    by_setting, by_button, _paper = blocks
    assert colours(by_setting) == colours(by_button)
