"""``factlint config``: the settings that count for a path, and the JSON schema of a configuration."""

import click

from factlint.commands.configs import Configs
from factlint.commands.configured import config_options
from factlint.commands.output import Output
from factlint.config import OK


@click.command(short_help="Show the settings that count, or the schema of a configuration.")
@click.argument("path", metavar="[PATH]", default=".")
@config_options
@click.option("--schema", is_flag=True, help="Print the JSON schema of factlint.toml and of [tool.factlint].")
def config(*, path: str, config: str | None, isolated: bool, schema: bool) -> int:
    """Show the settings that count for the texts at PATH, and where each is from."""
    to = Output()
    if schema:
        from factlint.config.schema import SHIPPED

        to.write(SHIPPED.read_text(encoding="utf-8"), machine=True)
        return OK
    from factlint.checks.select import Selection
    from factlint.commands.settled import Settled, show

    to.write(show(Settled(Configs(config, isolated=isolated), Selection()), path, {}))
    return OK
