"""The two formats of build servers that are XML: JUnit, a test case a finding, and Checkstyle, an error a finding."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from factlint.model.finding import Finding, Report, Severity
from factlint.reporters.segments import steering
from factlint.reporters.wording import by_path, explained, one_line, others, place, relative, shown

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def render_junit(report: Report, least: Severity) -> str:
    """Return a suite a file: errors and warnings fail, an info is told in a case that passes, a clean file passes."""
    found = by_path(shown(report, least))
    root = ET.Element("testsuites", name="factlint")
    for path in _paths(report, found):
        suite = ET.SubElement(root, "testsuite", name=legal(relative(path)))
        findings = found.get(path, [])
        for finding in findings:
            _case(suite, finding)
        if not findings:
            ET.SubElement(suite, "testcase", name="factlint", classname=legal(relative(path)), time="0")
    for problem in report.errors:
        suite = ET.SubElement(root, "testsuite", name=legal(relative(problem.path)))
        case = ET.SubElement(suite, "testcase", name="read", classname=legal(relative(problem.path)), time="0")
        ET.SubElement(case, "error", type="not read", message=legal(problem.message))
    for suite in [*root, root]:
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            suite.set(name, str(sum(1 for _ in suite.iter(tag))))
    return _written(root)


def render_checkstyle(report: Report, least: Severity) -> str:
    """Return an error a finding under its file; a file that could not be read has one without a place."""
    found = by_path(shown(report, least))
    root = ET.Element("checkstyle", version="4.3")
    for path in _paths(report, found):
        element = ET.SubElement(root, "file", name=legal(relative(path)))
        for finding in found.get(path, []):
            first = finding.locations[0]
            ET.SubElement(
                element, "error", line=str(first.line), column=str(first.column), severity=finding.severity.value,
                message=legal(one_line(_told(finding))), source=f"factlint.{finding.name}",
            )  # fmt: skip
    for problem in report.errors:
        element = ET.SubElement(root, "file", name=legal(relative(problem.path)))
        ET.SubElement(
            element, "error", line="1", severity="error", message=legal(problem.message), source="factlint.not-read"
        )
    return _written(root)


def legal(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def _paths(report: Report, found: Iterable[str]) -> Iterable[str]:
    """Return the files that were checked, then others that findings point into: a side file, a baseline."""
    return dict.fromkeys([*(file.path for file in report.files), *found])


def _case(suite: ET.Element, finding: Finding) -> None:
    first = finding.locations[0]
    path = legal(relative(first.path))
    name = f"{finding.name} ({finding.rule}) {first.line}:{first.column}"
    case = ET.SubElement(suite, "testcase", name=name, classname=path, file=path, line=str(first.line), time="0")
    if finding.severity is Severity.INFO:
        ET.SubElement(case, "system-out").text = legal(_told(finding))
        return
    failure = ET.SubElement(case, "failure", type=finding.severity.value, message=legal(one_line(finding.message)))
    failure.text = legal(f"{place(first)}\n{_told(finding)}")


def _told(finding: Finding) -> str:
    also = others(finding.locations)
    return explained(finding) + (f"\nCompare {also}." if also else "")


def _written(root: ET.Element) -> str:
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    for letter in steering(text):
        text = text.replace(letter, f"&#x{ord(letter):X};")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'
