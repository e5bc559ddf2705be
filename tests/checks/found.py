"""What tests of checks share: a text at hand, checked as a whole."""

from factlint import engine
from factlint.model.finding import Agreement, Finding, Severity


def findings(text: str, code: str = "") -> list[Finding]:
    """Return what the rules find in a text, of one rule only where its code is given."""
    return [finding for finding in engine.run_text(text).findings if code in ("", finding.rule)]


def finding(text: str, code: str) -> Finding:
    """Return the one finding of a text, mild ones left out; it must be of this rule."""
    loud = [found for found in findings(text) if found.severity is not Severity.INFO]
    assert [found.rule for found in loud] == [code], [(found.rule, found.arithmetic) for found in loud]
    return loud[0]


def silent(text: str) -> bool:
    """Say whether nothing of warning or above is found in a text."""
    return all(found.severity is Severity.INFO for found in findings(text))


def ties(text: str, code: str) -> list[Agreement]:
    """Return what a rule compared in a text and found to agree."""
    return [tie for tie in engine.run_text(text).verified if tie.rule == code]


def quotes(found: Finding | Agreement) -> list[str]:
    """Return the words that a finding names, the primary ones first."""
    return [location.text for location in found.locations]


def roles(found: Finding | Agreement) -> list[str]:
    """Return the parts that the places play, in the same order."""
    return [location.role for location in found.locations]
