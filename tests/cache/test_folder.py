"""Where things are kept, and whose folder is trusted."""

import os
import sys
from pathlib import Path

import pytest

from factlint.cache.folder import default_folder, is_own, make_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes are those of POSIX")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said by the environment."""
    for name in ("FACTLINT_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def test_the_base_directories_of_xdg_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """An absolute XDG_CACHE_HOME counts, a relative one does not; without it stands ~/.cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/shelf")
    assert default_folder() == "/shelf/factlint"
    monkeypatch.setenv("XDG_CACHE_HOME", "shelf")
    assert default_folder() == os.path.expanduser("~/.cache/factlint")


def test_a_user_without_a_home_has_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody asked for one, so nobody is told that there is none."""
    monkeypatch.setenv("HOME", str(tmp_path / "none"))
    assert default_folder() is None


def test_a_folder_of_its_own_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """FACTLINT_CACHE_DIR is taken as it is, from the current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTLINT_CACHE_DIR", "kept")
    assert default_folder() == str(tmp_path / "kept")


def test_a_new_folder_is_private_and_tagged(tmp_path: Path) -> None:
    """Nobody else reads it, and backups may leave it out."""
    make_folder(str(tmp_path / "a" / "b"))
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a" / "b" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_what_others_may_write_to_is_not_trusted(tmp_path: Path) -> None:
    """Neither is a link, or what does not exist."""
    place = tmp_path / "kept"
    place.mkdir(mode=0o700)
    assert is_own(str(place))
    place.chmod(0o777)
    assert not is_own(str(place))
    (tmp_path / "link").symlink_to(tmp_path)
    assert not is_own(str(tmp_path / "link"))
    assert not is_own(str(tmp_path / "none"))
