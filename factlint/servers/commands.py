"""``factlint lsp`` and ``factlint mcp``: servers on standard input and output."""

import click

from factlint.commands.output import complain
from factlint.config import OK, TROUBLE


@click.command(short_help="Serve editors: a language server on standard input and output.")
@click.option("--stdio", is_flag=True, help="Talk on standard input and output, as always; editors may say so.")
def lsp(*, stdio: bool) -> int:
    """Serve an editor: findings, tick marks and what confirms a figure, as the text is written.

    Needs the extra `lsp`: pip install 'factlint[lsp]'.
    """
    del stdio
    try:
        import pygls  # noqa: F401 -- whether it is there
    except ImportError:
        return _lacks("lsp", "pygls")
    from factlint.servers.language import serve

    _tell_a_person("an editor")
    serve()
    return OK


@click.command(short_help="Serve assistants: an MCP server on standard input and output.")
def mcp() -> int:
    """Serve an assistant that drafts or reads texts: check a text, list its claims, explain a rule.

    Needs the extra `mcp`: pip install 'factlint[mcp]'.
    """
    try:
        import mcp as sdk  # noqa: F401 -- whether it is there
    except ImportError:
        return _lacks("mcp", "mcp")
    from factlint.servers.assistant import server

    _tell_a_person("an assistant")
    server().run()
    return OK


def _tell_a_person(who: str) -> None:
    """Say what this waits for to a person who started it by hand, and would see nothing."""
    import sys

    if sys.stdin.isatty():
        complain(f"{who} starts this and speaks to it on standard input; Ctrl-C ends it")


def _lacks(extra: str, package: str) -> int:
    complain(f"error: the package {package} is not installed; pip install 'factlint[{extra}]' brings it")
    return TROUBLE
