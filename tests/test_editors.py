"""The extension for Visual Studio Code: type-checked, built and packaged; and what the guide says of editors."""

import json
import re
import shutil
import subprocess
import tomllib
import zipfile

import pytest

import factlint
from tests.support import CHECKOUT

FOLDER = CHECKOUT / "editors" / "vscode"
PACKAGE = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
GUIDE = (CHECKOUT / "docs" / "guide" / "editors.md").read_text(encoding="utf-8")

needs_packages = pytest.mark.skipif(
    shutil.which("npm") is None or not (FOLDER / "node_modules").is_dir(),
    reason="the extension's packages are not installed: npm ci --prefix editors/vscode",
)


@needs_packages
@pytest.mark.slow
def test_the_extension_is_packaged() -> None:
    """TypeScript finds no fault, and the .vsix holds the program, its description and nothing else."""
    done = subprocess.run(["npm", "run", "package"], cwd=FOLDER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(FOLDER / "dist" / "factlint.vsix") as package:
        names = {name.lower() for name in package.namelist() if name.startswith("extension/")}
        assert names == {"extension/package.json", "extension/readme.md", "extension/dist/extension.js"}
        assert b"compareWorkspace" in package.read("extension/dist/extension.js")


def test_the_extension_has_the_version_of_the_program() -> None:
    """Both are released together."""
    assert PACKAGE["version"] == factlint.__version__


def test_every_setting_is_described() -> None:
    """In its own README, by the name under which the editor shows it."""
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    settings = PACKAGE["contributes"]["configuration"]["properties"]
    assert [name for name in settings if f"`{name}`" not in readme] == []


def test_no_lock_names_where_packages_came_from() -> None:
    """The lock files hold versions and hashes, and no address of a registry."""
    for lock in (FOLDER / "package-lock.json", CHECKOUT / ".ci" / "node" / "package-lock.json"):
        assert '"resolved"' not in lock.read_text(encoding="utf-8")


def test_the_settings_of_editors_start_the_server() -> None:
    """Each block of the guide runs `factlint lsp`, and those in JSON and TOML can be read."""
    sections = (section.partition("\n") for section in GUIDE.split("\n## "))
    blocks = {name: "".join(re.findall(r"```\w+\n(.*?)```", rest, re.DOTALL)) for name, _, rest in sections}
    assert {"Neovim", "Helix", "Emacs", "Sublime Text"} <= set(blocks)
    for editor in ("Neovim", "Helix", "Emacs", "Sublime Text"):
        assert re.search(r'"?factlint"?,?\s+.*"?lsp"?|factlint lsp', blocks[editor], re.DOTALL), editor
    helix = tomllib.loads(blocks["Helix"])
    assert helix["language-server"]["factlint"] == {"command": "factlint", "args": ["lsp"]}
    assert json.loads(blocks["Sublime Text"])["clients"]["factlint"]["command"] == ["factlint", "lsp"]
