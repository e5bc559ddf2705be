"""Bytes by key in one file of SQLite, in its write-ahead mode: safe beside other runs, and when a run is killed.

Nothing here ever fails a run. What cannot be read counts as not kept; that nothing can be written is told once.
"""

import os
import sqlite3
import time
from collections.abc import Iterable

from factlint.cache.folder import is_own, make_folder
from factlint.model.record import dataclass, field

NAME = "results.sqlite"
_ID = 0x666C6E74  # "flnt": a database of other hands is left alone
_PATIENCE = 2.0  # seconds to wait for another run that writes
_MOST = 256_000_000  # bytes: beyond this the older half goes
_DAYS = 90  # ... and what nobody asked for so long
_FRESH = 7  # days after which a value that is asked for is noted as used
_MAKE = (
    "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID"
)


@dataclass(slots=True)
class Store:
    """A file of values in a folder; ``trouble`` says, for people, why it keeps nothing."""

    folder: str
    trouble: str = ""
    _link: sqlite3.Connection | None = None
    _used: list[str] = field(default_factory=list)

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key, None where nothing was."""
        link = self._connect()
        if link is None:
            return None
        try:
            row = link.execute("SELECT value, used FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        if row is None or not isinstance(row[0], bytes):
            return None
        if not isinstance(row[1], int) or row[1] < _today() - _FRESH:
            self._used.append(key)
        return row[0]

    def put(self, values: Iterable[tuple[str, bytes]]) -> None:
        """Keep values; all of them at once, or none."""
        link = self._connect()
        if link is None:
            return
        today = _today()
        try:
            with link:
                link.execute("BEGIN IMMEDIATE")
                link.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", [(key, value, today) for key, value in values]
                )
        except sqlite3.Error as error:
            self._give_up(str(error))

    def close(self) -> None:
        """Note what was used, remove what is old, and let go of the file."""
        link, self._link = self._link, None
        if link is None:
            return
        try:
            if self._used:
                today = _today()
                with link:
                    link.execute("BEGIN IMMEDIATE")
                    link.executemany("UPDATE kept SET used = ? WHERE key = ?", [(today, key) for key in self._used])
                    link.execute("DELETE FROM kept WHERE used < ?", (today - _DAYS,))
            if os.path.getsize(os.path.join(self.folder, NAME)) > _MOST:
                _halve(link)
        except (sqlite3.Error, OSError):
            pass  # another run will
        finally:
            link.close()

    def _connect(self) -> sqlite3.Connection | None:
        if self._link is None and not self.trouble:
            try:
                self._link = self._open()
            except sqlite3.DatabaseError:  # cut short or overwritten: what it held is made again
                self._link = self._open_anew()
            except OSError as error:
                self._give_up(error.strerror or str(error))
        return self._link

    def _open_anew(self) -> sqlite3.Connection | None:
        try:
            for end in ("", "-wal", "-shm"):
                path = os.path.join(self.folder, NAME + end)
                if os.path.exists(path):
                    os.unlink(path)
            return self._open()
        except (sqlite3.Error, OSError) as error:
            self._give_up(str(getattr(error, "strerror", None) or error))
            return None

    def _open(self) -> sqlite3.Connection | None:
        make_folder(self.folder)
        path = os.path.join(self.folder, NAME)
        if not os.path.exists(path):
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        for each in (self.folder, path):
            if not is_own(each):
                self._give_up(f"{each} is another user's, or others may write to it")
                return None
        link = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        try:
            [whose] = link.execute("PRAGMA application_id").fetchone()
            if whose != _ID:
                [count] = link.execute("SELECT count(*) FROM sqlite_master").fetchone()
                if count:
                    self._give_up(f"{path} is a database of another program")
                    link.close()
                    return None
                link.execute("PRAGMA journal_mode = WAL")
                link.execute(_MAKE)
                link.execute(f"PRAGMA application_id = {_ID}")
            link.execute("PRAGMA synchronous = NORMAL")
            link.execute("SELECT 1 FROM kept LIMIT 1")
        except sqlite3.Error:
            link.close()
            raise
        return link

    def _give_up(self, why: str) -> None:
        """Keep nothing from here on."""
        self.trouble = self.trouble or f"nothing is kept in {self.folder}: {why}"
        if self._link is not None:
            self._link.close()
            self._link = None


def _halve(link: sqlite3.Connection) -> None:
    [count] = link.execute("SELECT count(*) FROM kept").fetchone()
    link.execute("DELETE FROM kept WHERE key IN (SELECT key FROM kept ORDER BY used LIMIT ?)", (count // 2,))
    link.execute("VACUUM")


def _today() -> int:
    return int(time.time()) // 86_400
