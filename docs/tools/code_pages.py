"""The reference pages that are made from the code: every command with its options, every function and noun of Python."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import click

import factlint
from factlint.cli import program
from factlint.commands.manual import every_command

FOLDER = Path(__file__).resolve().parents[1] / "reference"
FUNCTIONS = ("check", "claims", "quantities", "archive_add", "archive_check", "archive_query")
NOUNS = (
    ("What a check returns", ("Report", "Finding", "Location", "Agreement", "Severity")),
    ("What a text holds", ("Claim", "Quantity")),
    ("What an archive tells", ("Added", "Point")),
    ("Errors", ("FactlintError", "UsageError", "ReadError", "DataError", "DataErrors")),
)
_FOOT = "\n\n<!-- Made from the code by docs/refresh.py. -->\n"


def render_all() -> dict[str, str]:
    """Return the pages of docs/reference/ by their names."""
    return {"commands.md": render_commands(program), "api.md": render_api()}


def render_commands(group: click.Group) -> str:
    """Return the page of all commands, from the tree by which the command line itself is read."""
    parts = [
        "# Commands",
        "What each command takes. [The command line](../guide/command-line.md) tells what they are for.",
    ]
    for inner, command in every_command(group):
        parts += [
            f"## {inner.command_path}",
            f"```text\n{inner.command_path} {' '.join(command.collect_usage_pieces(inner))}\n```",
        ]
        parts += _prose(command.help or "")
        rows = [record for parameter in command.get_params(inner) if (record := parameter.get_help_record(inner))]
        if rows:
            table = "\n".join(f"| `{_cell(option)}` | {_cell(meaning)} |" for option, meaning in rows)
            parts.append(f"| option | what it does |\n| --- | --- |\n{table}")
    return "\n\n".join(parts) + _FOOT


def render_api() -> str:
    """Return the page of the functions and nouns that ``import factlint`` gives."""
    parts = [
        "# Functions and nouns",
        "What `import factlint` gives. [From Python](../guide/python.md) shows it at work.",
        "## Functions",
    ]
    for name in FUNCTIONS:
        function = getattr(factlint, name)
        parts += [f"### {name}", f"```text\n{_signature(name, function)}\n```", *_docs(function)]
    for title, names in NOUNS:
        parts.append(f"## {title}")
        for name in names:
            parts += _noun(name, getattr(factlint, name))
    return "\n\n".join(parts) + _FOOT


def _signature(name: str, function: Any) -> str:  # noqa: ANN401 -- a function of any kind
    signature = inspect.signature(function)
    told = [
        f"{one.name}: {_kind(one.annotation)}" + ("" if one.default is one.empty else f" = {one.default!r}")
        for one in signature.parameters.values()
    ]
    first = next((at for at, one in enumerate(signature.parameters.values()) if one.kind is one.KEYWORD_ONLY), None)
    if first is not None:
        told.insert(first, "*")
    return f"{name}({', '.join(told)}) -> {_kind(signature.return_annotation)}"


def _noun(name: str, noun: type) -> list[str]:
    parts = [f"### {name}", *_docs(noun)]
    if issubclass(noun, Enum):
        values = ", ".join(f"`{name}.{one.name}` is `{one.value!r}`" for one in noun)
        return [*parts, f"{values}."]
    if is_dataclass(noun):
        parts.append("| field | type | what it holds |\n| --- | --- | --- |\n" + "\n".join(_rows(noun)))
    elif "__init__" in vars(noun):
        own = [f"`{one}`" for one in inspect.signature(vars(noun)["__init__"]).parameters if one != "self"]
        parts.append(f"It has {' and '.join(own) if len(own) == 2 else ', '.join(own)}.")
    return parts


def _rows(noun: type) -> Iterator[str]:
    """Yield a row for each field, as its source tells it: name, type, and what the comment behind it says."""
    source = inspect.getsource(noun)
    lines = source.splitlines()
    [body] = ast.parse(source).body
    for node in ast.walk(body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            meaning = lines[(node.end_lineno or node.lineno) - 1].partition("  # ")[2]
            yield f"| `{node.target.id}` | `{_cell(_kind(ast.unparse(node.annotation)))}` | {_cell(meaning)} |"


def _kind(annotation: object) -> str:
    """Return a type as it would be written, without quotation marks and the modules that names are from."""
    told = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    return re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Z])", "", re.sub("[\"']", "", told))


def _docs(thing: object) -> list[str]:
    """Return the docstring's paragraphs; examples under prompts become a block."""
    paragraphs = inspect.cleandoc(thing.__doc__ or "").split("\n\n")
    return [f"```python\n{one}\n```" if one.startswith(">>> ") else _code(one) for one in paragraphs]


def _prose(text: str) -> list[str]:
    """Return the paragraphs of a command's help; those that keep their lines become a block."""
    found = []
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text)):
        lines = paragraph.replace("\b", "").strip("\n")
        found.append(f"```text\n{inspect.cleandoc(lines)}\n```" if "\b" in paragraph else _code(lines))
    return found


def _code(text: str) -> str:
    return text.replace("``", "`").replace("*", "\\*")


def _cell(text: str) -> str:
    """Return words for a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")
