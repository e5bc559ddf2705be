"""``factlint rule``: the list of rules, one rule explained, and the examples of a user's own cards put to the test."""

import click

from factlint.commands.completion import complete_rules
from factlint.commands.output import Output
from factlint.config import FINDINGS, OK


@click.command(short_help="List the rules, or explain one.")
@click.argument("word", metavar="[NAME or CODE]", required=False, shell_complete=complete_rules)
@click.option(
    "--test",
    "test_path",
    metavar="PATH",
    help="Run the examples of the rule cards, packs and facts files in a file or folder.",
)
def rule(*, word: str | None, test_path: str | None) -> int:
    """List all rules, or explain one with its examples.

    With --test PATH, run the examples of rule cards, packs and facts files (TOML) instead: each text that fails must give exactly
    its marked places, each text that passes none.
    """
    from factlint import knowledge
    from factlint.checks.select import find_card
    from factlint.reporters import rules

    to = Output()
    if test_path is not None:
        from factlint.trial import try_cards

        if word is not None:
            raise click.UsageError("--test takes a path and no rule")
        trials = try_cards(test_path)
        to.write(rules.render_trials(trials))
        return OK if all(not trial.complaint for trial in trials) else FINDINGS
    if word is None:
        to.write(rules.render_list(knowledge.cards().values()))
    else:
        to.write(rules.render_card(find_card(knowledge.cards(examples=True), word), to.width))
    return OK
