"""``factlint completion``: what a shell needs to complete commands, options and rules."""

import click

from factlint.commands.output import Output
from factlint.config import OK
from factlint.errors import UsageError

SHELLS = {
    "bash": 'eval "$(factlint completion bash)" in ~/.bashrc',
    "zsh": 'eval "$(factlint completion zsh)" in ~/.zshrc',
    "fish": "factlint completion fish > ~/.config/fish/completions/factlint.fish",
}


@click.command(short_help="Print what a shell needs to complete commands and options.")
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
@click.pass_context
def completion(ctx: click.Context, *, shell: str) -> int:
    """Print the completion script of a SHELL.

    \b
    bash  eval "$(factlint completion bash)" in ~/.bashrc
    zsh   eval "$(factlint completion zsh)" in ~/.zshrc
    fish  factlint completion fish > ~/.config/fish/completions/factlint.fish
    """  # noqa: D301 -- \b keeps click from joining the lines
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise UsageError(f"there is no completion for {shell}")
    Output().write(found(ctx.find_root().command, {}, "factlint", "_FACTLINT_COMPLETE").source(), machine=True)
    return OK


def complete_rules(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the names and codes of rules that begin so; the last of several words joined by commas counts."""
    from factlint.knowledge import cards

    before, comma, last = incomplete.rpartition(",")
    words = [word for card in cards().values() for word in (card.name, card.code)]
    return [f"{before}{comma}{word}" for word in words if word.startswith(last)]
