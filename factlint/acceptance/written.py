"""Places of files that are no texts to check, as locations: a line of a side file, of a configuration, of a baseline."""

from factlint.model.finding import Finding, Location, Severity

UNUSED, MALFORMED = "FL901", "FL903"


def place_at(path: str, source: str, start: int, end: int, role: str) -> Location:
    """Return the location of a span of a source; a line ends at LF."""
    line, last = source.count("\n", 0, start) + 1, source.count("\n", 0, end) + 1
    begin, begin_last = source.rfind("\n", 0, start) + 1, source.rfind("\n", 0, end) + 1
    stop = source.find("\n", start)
    context = source[begin : len(source) if stop < 0 else stop].rstrip("\r")
    return Location(
        path, line, start - begin + 1, last, end - begin_last + 1, start, end, source[start:end], role, context
    )


def place_of_line(path: str, source: str, line: int, role: str) -> Location:
    """Return the location of the words of a line, numbered from 1."""
    start = 0
    for _ in range(line - 1):
        start = source.find("\n", start) + 1
    stop = source.find("\n", start)
    words = source[start : len(source) if stop < 0 else stop]
    begin = start + len(words) - len(words.lstrip())
    return place_at(path, source, begin, max(begin, start + len(words.rstrip())), role)


def told_of(rule: str, name: str, severity: Severity, message: str, where: Location, advice: str) -> Finding:
    """Return a finding of housekeeping: certain, of one place."""
    from factlint.placing import fingerprint

    quotes = f"{name}\n{where.path}\n{where.text}\n{message}"
    return Finding(rule, name, severity, 1.0, message, None, [where], advice, fingerprint(quotes, 0))
