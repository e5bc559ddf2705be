"""The documentation: every command is run, every output is as shown, what is made from cards and keys is fresh, and the site builds."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType
from urllib.parse import urlsplit

import click
import pytest

import factlint
from docs.tools import code_pages, rule_pages
from docs.tools.shown import ShownWronglyError, filled, name_of, pages
from factlint.cli import program as factlint_program
from factlint.commands.manual import every_command
from factlint.knowledge import cards
from factlint.reporters.wording import HOME
from tests.reporters.browser import launched, needs_chromium
from tests.support import CHECKOUT, environment

DOCS = CHECKOUT / "docs"
PAGES = pages()
EVERY = [*PAGES, *sorted((DOCS / "decisions").glob("*.md")), *sorted((DOCS / "reference").glob("*.md"))]
_INLINE = re.compile(r"(?<!`)`(factlint(?: [^`\n]+)?)`(?!`)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LONGEST = 130


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_what_a_page_shows_is_what_is_printed(path: Path) -> None:
    """Each block is run in a folder of the page's own; `make readme` fills in outputs that changed."""
    text = path.read_text(encoding="utf-8")
    assert filled(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "```console\n$ factlint check nowhere.txt\nnothing to report\n```\n",
        "<!-- given a.txt: 5 boats. -->\n\n```console\n$ factlint check a.txt\n2 findings\n```\n",
        "```python\n>>> 2 + 2\n5\n\n```\n",
        "<!-- file: a.txt -->\n```text\nIt has 7 boats.\n```\n\n```console\n$ cat a.txt\nIt has 8 boats.\n```\n",
    ],
)
def test_an_output_that_is_not_so_is_mended(text: str) -> None:
    """A page that shows another output than the command's is not as it should be."""
    fresh = filled(text)
    assert fresh != text
    assert filled(fresh) == fresh


@pytest.mark.parametrize(
    "text",
    [
        "```sh\nfactlint check a.txt\n```\n",
        "<!-- not run: -->\n```sh\nfactlint check a.txt\n```\n",
        "Like this:\n\n    factlint check a.txt\n",
        "```python\nassert 2 + 2 == 5\n```\n",
        "```python\n>>> unknown\n\n```\n",
        "```json\n{'a': 1}\n```\n",
        "```console\nno command here\n```\n",
        "```console\n$ factlnt check a.txt\n```\n",
    ],
)
def test_a_block_that_cannot_be_run_is_refused(text: str) -> None:
    """What is neither run nor read must say why; what fails, fails."""
    with pytest.raises((ShownWronglyError, ValueError)):
        filled(text)


def inline_commands() -> Iterator[tuple[str, str]]:
    """Yield each command that stands within a sentence, with its page."""
    for path in EVERY:
        text = _FENCED.sub("", path.read_text(encoding="utf-8"))
        for command in _INLINE.findall(text):
            yield name_of(path), command


@pytest.mark.parametrize(("page", "command"), sorted(set(inline_commands())))
def test_a_command_in_a_sentence_exists(page: str, command: str) -> None:
    """Its words are those of the command line: commands, options and their values."""
    words = shlex.split(re.sub(r"[<>|].*", "", command))[1:]
    if not words or words[0].isupper():
        return
    if words[0].startswith("-"):
        assert words[0] in {option for parameter in factlint_program.params for option in parameter.opts}
        return
    group: click.Command = factlint_program
    context = click.Context(group, info_name="factlint")
    assert isinstance(group, click.Group)
    found = group.get_command(context, words[0])
    assert found is not None, f"{page}: {command}"
    arguments = re.sub(r"--[\w-]+ [A-Z]+\b|\b[A-Z]{2,}\b", "", " ".join(map(shlex.quote, words[1:])))
    try:
        found.make_context(words[0], shlex.split(arguments), parent=context, resilient_parsing=False)
    except click.exceptions.Exit:
        return
    except (click.MissingParameter, click.BadArgumentUsage):
        return  # a sentence names a command without what it is for
    except click.UsageError as error:
        pytest.fail(f"{page}: {command}: {error.message}")


@pytest.mark.parametrize("path", EVERY, ids=name_of)
def test_a_rule_that_is_named_exists(path: Path) -> None:
    """Codes are those of cards, and a name beside a code is its name."""
    text, known = path.read_text(encoding="utf-8"), cards()
    own = {"FL999"}  # stands for a rule to come
    assert set(re.findall(r"\bFL\d{3}\b", text)) - set(known) - own == set()
    for name, code in re.findall(r"\b([a-z]+(?:-[a-z]+)+) \((FL\d{3})\)", text):
        assert name == known[code].name or code in own


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_the_source_of_a_page_is_readable(path: Path) -> None:
    """Sentences are broken by hand: outside of blocks and tables no line is longer than a screen."""
    text = _FENCED.sub("", path.read_text(encoding="utf-8"))
    long = [line for line in text.splitlines() if len(line) > _LONGEST and not line.startswith(("|", "<!--", "!"))]
    assert long == []


@pytest.mark.parametrize("made", [rule_pages, code_pages], ids=["rules", "reference"])
def test_no_page_that_is_made_is_stale(made: ModuleType) -> None:
    """Rules, commands and functions each have their page as cards and code make it; `make readme` makes it anew."""
    there = {path.name: path.read_text(encoding="utf-8") for path in made.FOLDER.glob("*.md")}
    fresh = made.render_all()
    assert sorted(there) == sorted(fresh)
    assert [name for name, text in fresh.items() if there[name] != text] == []


def test_the_reference_names_every_command_option_and_noun() -> None:
    """Nothing that a user can write or import is left out."""
    made = code_pages.render_all()
    commands = list(every_command(factlint_program))
    assert {"factlint check", "factlint archive add"} <= {inner.command_path for inner, _ in commands}
    for inner, command in commands:
        assert f"## {inner.command_path}\n" in made["commands.md"]
        options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
        assert [option for option in options if f"`{option}" not in made["commands.md"]] == []
    assert [name for name in factlint.__all__ if f"### {name}\n" not in made["api.md"]] == ["__version__"]


def test_the_page_of_a_rule_tells_its_card() -> None:
    """Why, what to do, what it says, and every example with its marks and reasons."""
    page = (rule_pages.FOLDER / "FL102.md").read_text(encoding="utf-8")
    card = cards(examples=True)["FL102"]
    assert card.why in page
    assert card.advice in page
    assert page.count("The other file:") == len([one for one in card.examples if one.beside])
    assert "[[2.64 million]]" in page
    assert "→ Look up the source of both figures" in page
    assert all(f"Because {one.because}." in page for one in card.examples if not one.fires)


def test_every_page_is_reached() -> None:
    """The guide's own list names each of its pages."""
    index = (DOCS / "guide" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in (DOCS / "guide").glob("[a-z]*.md") if f"({path.name})" not in index] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` builds it; any warning fails it."""
    pytest.importorskip("mkdocs", reason="mkdocs is not installed: the extra docs brings it")
    folder = tmp_path_factory.mktemp("site") / "built"
    command = ["-m", "mkdocs", "build", "--strict", "--config-file", "docs/tools/mkdocs.yml", "--site-dir", str(folder)]
    quiet = environment({"NO_MKDOCS_2_WARNING": "1"})
    done = subprocess.run(
        [sys.executable, *command], cwd=CHECKOUT, env=quiet, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    return folder


@pytest.mark.slow
def test_the_site_is_built_without_a_warning(site: Path) -> None:
    """Every link and anchor leads somewhere; every rule has the address that findings give; the schema is there."""
    for code in cards():
        assert (site / urlsplit(f"{HOME}/rules/{code}").path.removeprefix("/factlint/") / "index.html").is_file()
    assert (site / "factlint.schema.json").read_bytes() == (
        CHECKOUT / "factlint" / "config" / "factlint.schema.json"
    ).read_bytes()
    commands = (site / "reference" / "commands" / "index.html").read_text(encoding="utf-8")
    assert all(f'id="factlint-{name}"' in commands for name in factlint_program.commands)


@pytest.mark.slow
def test_the_site_fetches_nothing(site: Path) -> None:
    """No page loads a style, script, font or picture from another host."""
    loads = re.compile(
        r"<(?:script|img|iframe)[^>]*\ssrc=\"?(https?:)?//|<link[^>]*rel=\"?(?:stylesheet|icon|preconnect)[^>]*href=\"?(?:https?:)?//(?!example\.org)"
    )
    assert [page.name for page in site.rglob("*.html") if loads.search(page.read_text(encoding="utf-8"))] == []
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert not re.search(r"(?:@import\s*|url\()[\"']?(?:https?:)?//", styles)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.bare
@needs_chromium
@pytest.mark.slow
def test_the_site_in_a_browser(site: Path) -> None:
    """Served from one host it asks no other, finds a rule by the search, and tells no error."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    host = f"127.0.0.1:{server.server_port}"
    try:
        with launched() as browser:
            page = browser.new_page()
            asked: list[str] = []
            told: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
            page.goto(f"http://{host}/index.html")
            page.get_by_role("textbox", name="Search").fill("restated value")
            page.locator(".md-search-result__link", has_text="restated-value-differs").first.wait_for()
            page.goto(f"http://{host}/rules/FL101/")
            assert page.get_by_role("heading", level=1).inner_text().startswith("restated-value-differs (FL101)")
            assert [
                url for url in asked if urlsplit(url).netloc not in (host, "") and not url.startswith("blob:")
            ] == []
            assert told == []
    finally:
        server.shutdown()
        server.server_close()
