"""What the site adds to the pages: files from elsewhere in the checkout, and the lists of rules and decisions."""

import re
from pathlib import Path
from posixpath import normpath, relpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from docs.tools.rule_pages import FAMILIES

DOCS = Path(__file__).resolve().parents[1]
CHECKOUT = DOCS.parent
BROUGHT = {
    "rules/README.md": "contributing/words-and-rules.md",
    "CONTRIBUTING.md": "contributing/index.md",
    "CHANGELOG.md": "changes.md",
    "SECURITY.md": "contributing/security.md",
    "editors/vscode/README.md": "guide/vscode.md",
}
"""Pages that live elsewhere in the checkout, and where they stand on the site."""
SCHEMA = "factlint.schema.json"

_LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)\s]*)?\)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the rules and the decisions into the list of pages."""
    for entry in config.nav or []:
        if isinstance(entry, dict):
            for title, value in entry.items():
                if value == "RULES":
                    entry[title] = _rules()
                elif value == "DECISIONS":
                    entry[title] = [
                        f"decisions/{path.name}"
                        for path in sorted((DOCS / "decisions").glob("*.md"), key=_readme_first)
                    ]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Bring in the pages from elsewhere, and the schema that editors fetch."""
    for source, page in BROUGHT.items():
        files.append(File.generated(config, page, content=(CHECKOUT / source).read_text(encoding="utf-8")))
    schema = CHECKOUT / "factlint" / "config" / SCHEMA
    files.append(File.generated(config, SCHEMA, abs_src_path=str(schema)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:  # noqa: ANN401 -- what mkdocs hands over
    """Lead links between the checkout's files to the pages of the site; what has no page becomes plain words."""
    here = page.file.src_uri
    source = next((name for name, brought in BROUGHT.items() if brought == here), f"docs/{here}")
    folder = source.rpartition("/")[0]

    def led(link: re.Match[str]) -> str:
        target = normpath(f"{folder}/{link[2]}")
        if target not in BROUGHT and not target.startswith("docs/"):
            return link[1]
        found = BROUGHT.get(target) or target.removeprefix("docs/")
        return f"[{link[1]}]({relpath(found, here.rpartition('/')[0] or '.')}{link[3] or ''})"

    return _LINK.sub(led, markdown)


def _rules() -> list[Any]:
    pages = sorted(path.name for path in (DOCS / "rules").glob("FL*.md"))
    families = [{title: [f"rules/{name}" for name in pages if name[2] == digit]} for digit, title in FAMILIES.items()]
    return ["rules/README.md", *families]


def _readme_first(path: Path) -> tuple[bool, str]:
    return path.name != "README.md", path.name
