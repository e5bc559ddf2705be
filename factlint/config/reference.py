"""The reference of a configuration, made from the table of keys: docs/guide/configuration.md holds it."""

from factlint.config.keys import KEYS, Key

BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"
_KINDS = {
    "rules": "a list of rules",
    "severities": "a table: rule = severity",
    "ignores": "a table: pattern = list of rules",
    "patterns": "a list of patterns",
    "files": "a list of files",
    "file": "a file",
    "equations": "a table: name = equation",
    "switch": "true or false",
    "part": "a number from 0 to 1",
}


def render() -> str:
    """Return the reference as Markdown, between two marks."""
    return "\n".join([BEGIN, *map(_section, KEYS), END])


def _section(key: Key) -> str:
    of = _KINDS.get(key.kind.value, "")
    if key.choices:
        named = ", ".join(f'"{choice}"' for choice in key.choices)
        of = {"severities": f"{of}, one of {named}", "words": f"a list of {named}"}.get(
            key.kind.value, f"one of {named}"
        )
    return (
        f"### {key.name}\n\n{key.meaning}\n\n- holds {of}\n- default: `{key.default}`\n\n"
        f"```toml\n{key.name} = {key.example}\n```\n"
    )
