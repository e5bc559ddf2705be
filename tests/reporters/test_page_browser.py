"""The tie-out page in a real browser: clicks, keys, filters, themes, widths, print, hostile text, a long transcript."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from factlint import engine
from factlint.knowledge import load_knowledge
from factlint.model.finding import Report, Severity, Text
from factlint.model.verdict import Place
from factlint.placing import agreement_of, findings_of
from factlint.readers import read_text
from factlint.reporters import page as tieout_page
from tests.reporters.browser import Watched, launched, needs_chromium

pytestmark = [needs_chromium, pytest.mark.slow]

RELEASE = """Harbour Line: a good year

Oslo, Thursday, 2 May 2024

The line carried 2.64 million passengers last year. It employs 4,812 people in 31 towns.

Revenue rose by 12% from 400 million euros to 488 million euros.

Some words on the weather follow, and on the hills.

The 2.46 million passengers came by sea, said a spokesperson. With 4,812 people the line is the largest employer.
"""
HOSTILE = (
    'Run <script>alert("a")</script> and </script><img src=x onerror=alert(1)> "quoted" \'single\' & &amp; <!-- {{x}} ${y}\n\n'
    "The line carried 2.64 million passengers last year, <b onclick=alert(2)>it says</b>. \u202eThe\u202c bell \x07 rang.\n\n"
    "The 2.46 million passengers came by sea. </p></main><style>*{display:none}</style>\n"
)

Show = Callable[..., Watched]
Open = Callable[..., Watched]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of the module."""
    with launched() as started:
        yield started


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Write the page of a report, open it, and see at the end that nothing was complained of."""
    seen: list[Watched] = []

    def show(report: Report, *, width: int = 1400, scheme: str = "light", script: bool = True) -> Watched:
        written = tmp_path / "page.html"
        written.write_text(tieout_page.render(report, Severity.INFO), encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
        )
        watched = Watched(context.new_page(), written)
        seen.append(watched)
        return watched

    yield show
    for watched in seen:
        watched.page.context.close()
        assert watched.complaints == []


@pytest.fixture
def opened(shown: Show, tmp_path: Path) -> Open:
    """Check texts and open their page."""

    def open_page(*texts: str, width: int = 1400, scheme: str = "light", script: bool = True) -> Watched:
        names = []
        for number, text in enumerate(texts or (RELEASE,)):
            path = tmp_path / f"text {number}.txt"
            path.write_bytes(text.encode())
            names.append(str(path))
        report = engine.run(names, engine.Settings(keep_texts=True))
        return shown(report, width=width, scheme=scheme, script=script)

    return open_page


def test_the_text_stands_as_it_is(opened: Open) -> None:
    """Each line of the source, tick marks aside, is on the page, in order."""
    page = opened().page
    rows = page.locator(".r > p").all_text_contents()
    assert "\n\n".join(rows) == RELEASE.strip()


def test_a_confirmed_figure_leads_to_the_other_place(opened: Open) -> None:
    """A click shows the card and joins both places; a second click goes to the other place, a third comes back."""
    watched = opened()
    page = watched.page
    first, second = page.locator("p .c", has_text="4,812").all()
    first.click()
    card = page.locator(".note")
    expect(card).to_contain_text("confirmed")
    expect(card).to_contain_text("4,812 meets 4,812")
    expect(card.locator(".places a")).to_have_text("4,812")
    assert page.locator("#join path").count() == 1
    first.click()
    expect(second).to_be_focused()
    assert watched.page.url.endswith(second.get_attribute("id") or "?")
    card.locator(".places a").click()
    expect(first).to_be_focused()


def test_a_conflict_has_its_arithmetic_beside_the_text(opened: Open) -> None:
    """The card stands beside the first place with both figures and the arithmetic; the other place points to it."""
    page = opened().page
    card = page.locator(".card").filter(has_text="Two values are given")
    expect(card.locator(".places a")).to_have_text(["2.64 million", "2.46 million"])
    expect(card.locator(".sums")).to_contain_text("they share no value")
    paragraph = page.locator(".r > p", has_text="2.64 million").bounding_box()
    box = card.bounding_box()
    assert paragraph is not None and box is not None
    assert box["x"] > paragraph["x"] + paragraph["width"]
    assert abs(box["y"] - paragraph["y"]) < 40
    page.locator("a.to").filter(has_text="2.64 million").click()
    expect(card).to_be_focused()
    assert page.locator("#join path").count() == 1
    assert page.locator("p .sel, p .rel").all_inner_texts() == ["2.64 million", "2.46 million"]


def test_a_figure_alone_says_so(opened: Open) -> None:
    """Its card tells how it was read, and that there is nothing to compare it with."""
    page = opened().page
    page.locator("p .a", has_text="31").click()
    expect(page.locator(".note")).to_contain_text("Nothing in the text to compare it with.")
    expect(page.locator(".note dl")).to_contain_text("31 towns")
    page.locator(".note .close").click()
    assert page.locator(".note").count() == 0


def test_findings_are_walked_by_keys_and_buttons(opened: Open) -> None:
    """N and p go round the findings, j and k the marked figures, o to the other place, Esc lets go."""
    watched = opened()
    page = watched.page
    count = page.locator(".card[data-k]").count()
    assert count == 2
    page.keyboard.press("n")
    expect(page.locator("#step")).to_have_text(f"1 of {count}")
    expect(page.locator("#say")).to_contain_text(f"Finding 1 of {count}")
    page.keyboard.press("o")
    assert watched.chosen == "2.46 million"
    page.locator("#next").click()
    expect(page.locator("#step")).to_have_text(f"2 of {count}")
    page.keyboard.press("n")
    expect(page.locator("#step")).to_have_text(f"1 of {count}")
    page.keyboard.press("p")
    expect(page.locator("#step")).to_have_text(f"{count} of {count}")
    page.keyboard.press("Escape")
    assert page.locator("p .sel").count() == 0
    seen = []
    for _ in range(4):
        page.keyboard.press("j")
        seen.append(watched.chosen)
    assert seen == ["Thursday, 2 May 2024", "2.64 million", "4,812", "12%"]
    page.keyboard.press("k")
    assert watched.chosen == "4,812"


def test_the_legend_opens_and_closes(opened: Open) -> None:
    """A question mark shows what the marks and keys are; Esc closes it."""
    page = opened().page
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Tick marks")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#legend")).to_be_hidden()
    page.locator("#help").click()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#legend")).to_be_hidden()


def test_filters_leave_what_was_asked_for(opened: Open) -> None:
    """By state, by severity and by rule: marks, cards, the strip and the steps follow."""
    page = opened().page
    strokes = page.locator("#strip path.a").get_attribute("d")
    page.get_by_role("button", name="alone").click()
    assert page.locator("p .a:not(.off)").count() == 0
    assert page.locator("#strip path.a").get_attribute("d") == "" != strokes
    page.get_by_role("button", name="alone").click()
    page.locator("#rule").select_option("FL101")
    assert set(page.locator("p .x:not(.off)").all_inner_texts()) == {"2.64 million", "2.46 million"}
    expect(page.locator("#step")).to_have_text("– of 1")
    page.locator("#rule").select_option("")
    for button in page.locator("[data-severity]").all():
        button.click()
    assert page.locator(".card:visible").count() == 0
    expect(page.locator("#step")).to_have_text("none")
    expect(page.locator("#next")).to_be_disabled()


def test_the_strip_leads_into_the_text(opened: Open) -> None:
    """A click near the right end chooses a figure near the end of the text."""
    watched = opened()
    box = watched.page.locator("#strip").bounding_box()
    assert box is not None
    watched.page.mouse.click(box["x"] + box["width"] * 0.99, box["y"] + 10)
    assert watched.chosen == "4,812"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_themes_are_drawn(opened: Open, scheme: str) -> None:
    """The page follows the reader's setting, and the button turns it over."""
    page = opened(scheme=scheme).page
    background = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(background)
    assert (int(re.findall(r"\d+", before)[0]) > 128) is (scheme == "light")
    page.keyboard.press("t")
    assert page.evaluate(background) != before


@pytest.mark.parametrize("width", [320, 390, 820, 1100, 1400])
def test_no_width_makes_the_page_scroll_sideways(opened: Open, width: int) -> None:
    """From a phone to a wide screen, with long unbroken words and an open card, nothing sticks out."""
    page = opened(RELEASE + "\n" + "x" * 400 + " 31 towns\n", width=width).page
    page.locator("p .c", has_text="4,812").first.click()
    page.keyboard.press("n")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_shows_the_card_at_its_foot(opened: Open) -> None:
    """The card of a chosen figure is in view, and the figure above it."""
    page = opened(width=390).page
    page.locator("p .c", has_text="4,812").last.click()
    card, figure = page.locator(".note").bounding_box(), page.locator("p .sel").bounding_box()
    assert card is not None and figure is not None
    assert card["y"] + card["height"] <= 801
    assert figure["y"] + figure["height"] <= card["y"]


def test_print_shows_text_and_cards_without_tools(opened: Open) -> None:
    """On paper the filters are gone, cards stand beside the text, and a tick says where the other figure is."""
    page = opened().page
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert page.locator(".card").first.is_visible()
    tick = "getComputedStyle(document.querySelectorAll('p .c')[2], '::after').content"
    assert "line 5" in page.evaluate(tick)
    assert page.pdf()[:4] == b"%PDF"


def test_without_scripts_the_page_still_tells(opened: Open) -> None:
    """Where scripts are off, cards are there and every link leads to a place on the page."""
    page = opened(script=False).page
    assert page.locator(".card").count() == 2
    hrefs = [link.get_attribute("href") or "" for link in page.locator("main a").all()]
    assert hrefs
    assert all(page.locator(href).count() == 1 for href in hrefs)


def test_a_screen_reader_hears_what_a_mark_means(opened: Open) -> None:
    """Links are named by figure and state, the regions by what they hold, and no alone figure is announced."""
    page = opened().page
    expect(page.get_by_role("link", name="4,812, confirmed by line 11")).to_have_count(1)
    expect(page.get_by_role("link", name="2.64 million, in conflict, finding 1, warning")).to_have_count(1)
    expect(page.get_by_role("navigation", name="Figures")).to_have_count(1)
    expect(page.get_by_role("article", name="Two values are given for passengers.")).to_have_count(1)
    expect(page.get_by_role("img", name="Where in the text the figures stand")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()


def test_a_hostile_text_is_shown_and_nothing_more(opened: Open) -> None:
    """Markup, scripts, quotes and control characters of a text stay words: no dialog, no request, no element."""
    page = opened(HOSTILE).page
    expect(page.locator("main")).to_contain_text('<script>alert("a")</script>')
    expect(page.locator("main")).to_contain_text("onerror=alert(1)")
    expect(page.locator("main")).to_contain_text("bell \u2407 rang")
    page.keyboard.press("n")
    page.locator("p .x").first.click()
    assert page.locator("img, main script, main style").count() == 0
    assert page.locator("main").is_visible()


def test_several_files_stand_on_one_page(opened: Open) -> None:
    """Each has its heading, its counts in the table on top, and places are told with their files."""
    page = opened(RELEASE, RELEASE.replace("2.46", "2.64")).page
    assert page.locator("section.sheet").count() == 2
    assert page.locator("table.files tbody tr").count() == 2
    expect(page.locator(".card .places small").first).to_contain_text("text 0.txt, line 5")


def long_report() -> Report:
    """Return the report of a transcript of two megabytes: thousands of figures, hundreds of them tied by hand."""
    words = "and the people, who had waited long for it, came in the morning and in the evening to see it. " * 3
    text = "\n\n".join(
        f"In district {number} the line carried {number}.{number % 7}4 million passengers, {words}"
        for number in range(1_000, 7_400)
    )
    assert len(text) > 2_000_000
    document = read_text(text, "long.txt")
    claims = engine.read_claims(document, load_knowledge())
    spans = [claim.span for claim in claims]
    report = Report(texts=[Text(document, claims)])
    card = load_knowledge().cards["FL101"]
    for at in range(0, len(spans) - 40, 40):
        places = [Place(spans[at], "stated"), Place(spans[-at - 1], "restated")]
        if at % 400:
            report.verified.append(agreement_of(card.tie(places, "1 meets 1"), document))
        else:
            conflict = card.conflict(places, "Two values are given.", "1, and 2: they share no value", confidence=0.9)
            report.findings += findings_of([conflict], document, {"FL101": card})
    return report


def test_a_long_transcript_stays_quick(shown: Show) -> None:
    """Two megabytes open, and keys and filters answer, within the patience of a reader."""
    page = shown(long_report()).page
    expect(page.locator("#step")).to_contain_text("of ")
    for action in (
        lambda: page.keyboard.press("p"),
        lambda: page.keyboard.press("j"),
        lambda: page.locator("#rule").select_option("FL101"),
    ):
        begun = time.perf_counter()
        action()
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert time.perf_counter() - begun < 2
