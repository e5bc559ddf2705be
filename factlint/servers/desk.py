"""The texts that an editor holds, checked as a run over their files would check them, each version once."""

import os
from collections.abc import Iterable
from pathlib import Path

from factlint.checks.select import Selection
from factlint.commands.configs import Configs
from factlint.commands.settled import Settled
from factlint.engine import Settings
from factlint.errors import FactlintError, ReadError
from factlint.model.document import Document
from factlint.model.finding import Finding, Report
from factlint.model.record import dataclass, field, replace
from factlint.readers import read_bytes
from factlint.reporters.tieout import Figure, Sheet, Tieout, tie_out
from factlint.rereading import Rereading
from factlint.runs import Plan, check_open, check_paths
from factlint.servers.positions import Positions

_SUFFIXES = {"markdown": ".md", "html": ".html"}


@dataclass(slots=True)
class Held:
    """A version of a text with all that was found in it."""

    uri: str
    version: int | None
    document: Document
    report: Report
    tieout: Tieout
    positions: Positions
    across: list[Finding] = field(default_factory=list)  # found between this text and others of the workspace

    @property
    def sheet(self) -> Sheet:
        """The figures of the text."""
        return self.tieout.sheets[0]

    @property
    def findings(self) -> list[Finding]:
        """What is told of this text: findings that begin in it or name a place of it."""
        own = [one for one in self.report.findings if any(at.path == self.document.path for at in one.locations)]
        return [*own, *self.across]

    def figure_at(self, offset: int) -> Figure | None:
        """Return the figure that an offset touches."""
        return next((one for one in self.sheet.figures if one.start <= offset <= one.end), None)

    def figures_in(self, start: int, end: int) -> Iterable[Figure]:
        """Return the figures that share letters with a range."""
        return (figure for figure in self.sheet.figures if figure.start < end and start < figure.end)


class Desk:
    """Checks texts under the configuration that is nearest to each; ``complaint`` is what is wrong with it, if anything."""

    def __init__(self, encoding: str = "utf-16") -> None:
        self.encoding = encoding
        self.complaint = ""
        self.baseline: Path | None = None  # one that was begun from the editor
        self.across: dict[str, list[Finding]] = {}
        self._earlier: dict[str, Rereading] = {}  # what is known of the latest version of each text
        self.read_settings()

    def read_settings(self) -> None:
        """Read the configuration anew; with a mistake in it, the defaults count until it is mended."""
        self.complaint = ""
        self._settled: Settled | None = None
        try:
            self._settled = Settled(Configs(None, isolated=False), Selection(), ())
            self._settled.root.knowledge()
        except FactlintError as error:
            self.complaint, self._settled = str(error), None

    def plan_of(self, path: str) -> Plan:
        """Return how a text is checked."""
        settings, baseline = Settings(), self.baseline
        if self._settled is not None:
            try:
                settings = self._settled.of_file(path)
                baseline = self._settled.configs.of_file(path).baseline or baseline
            except FactlintError as error:
                self.complaint = str(error)
        return Plan(settings, baseline=baseline if baseline is not None and baseline.exists() else None)

    def check(self, uri: str, path: str, language: str | None, text: str, version: int | None) -> Held | None:
        """Check a text; None where it is none that can be read."""
        name = path if os.path.splitext(path)[1] else path + _SUFFIXES.get(language or "", "")
        try:
            document = read_bytes(text.encode("utf-8", "surrogatepass"), name)
        except ReadError:
            return None
        report = check_open(document, self.plan_of(name), self._earlier.setdefault(uri, Rereading()))
        positions = Positions(document, self.encoding, has_bom=text.startswith("\ufeff"))
        held = Held(uri, version, document, report, tie_out(report), positions)
        held.across = self.across.get(os.path.realpath(name), [])
        return held

    def forget(self, uri: str) -> None:
        """Forget what is known of a text that was closed."""
        self._earlier.pop(uri, None)

    def compare(self, folders: Iterable[str]) -> None:
        """Compare the claims of all files of the workspace, as they are on disk, with one another."""
        settings = self._settled.root if self._settled is not None else Settings()
        report = check_paths(list(folders), Plan(replace(settings, cross=True), cross="all"))
        self.across = {}
        for finding in report.findings:
            paths = {os.path.realpath(location.path) for location in finding.locations}
            for path in paths if len(paths) > 1 else ():
                self.across.setdefault(path, []).append(finding)
