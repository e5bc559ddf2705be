"""The formats of a report by name; what one needs is imported when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from factlint.model.record import dataclass

if TYPE_CHECKING:
    from factlint.model.finding import Report, Severity


@dataclass(slots=True, frozen=True)
class Format:
    """A way to write a report: ``home`` is the module and function that does, none for the formats of people."""

    name: str
    home: str = ""
    is_machine: bool = True  # UTF-8 under any locale, and every severity is told
    has_verified: bool = False  # can list what agrees
    has_statistics: bool = False
    wants_texts: bool = False  # draws the texts themselves, and all that agrees

    def render(self, report: "Report", least: "Severity") -> str:
        """Return the report in this format."""
        module, _, function = self.home.partition(":")
        render = cast("Callable[[Report, Severity], str]", getattr(import_module(module), function))
        return render(report, least)


FORMATS = {
    form.name: form
    for form in (
        Format("text", is_machine=False, has_verified=True, has_statistics=True),
        Format("concise", is_machine=False, has_verified=True, has_statistics=True),
        Format("grouped", "factlint.reporters.grouped:render", is_machine=False),
        Format("json", has_verified=True, has_statistics=True),
        Format("jsonl", has_verified=True),
        Format("sarif", "factlint.reporters.sarif:render"),
        Format("github", "factlint.reporters.github:render"),
        Format("gitlab", "factlint.reporters.gitlab:render"),
        Format("junit", "factlint.reporters.xml:render_junit"),
        Format("checkstyle", "factlint.reporters.xml:render_checkstyle"),
        Format("rdjson", "factlint.reporters.rdjson:render"),
        Format("html", "factlint.reporters.page:render", has_verified=True, wants_texts=True),
    )
}


def names_with(trait: Callable[[Format], bool]) -> str:
    """Return the names of the formats that have a trait, for a message: text, concise and json."""
    *names, last = [form.name for form in FORMATS.values() if trait(form)]
    return f"{', '.join(names)} and {last}"
