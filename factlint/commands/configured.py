"""The options by which a command finds its configuration: --config FILE and --isolated."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from factlint.commands.configs import Configs

if TYPE_CHECKING:
    from factlint.config import Config

Command = TypeVar("Command", bound=Callable[..., object])


def config_options(command: Command) -> Command:
    """Add --config and --isolated to a command."""
    isolated = click.option("--isolated", is_flag=True, help="Read no configuration file.")
    config = click.option(
        "--config",
        metavar="FILE",
        help="Read this configuration, and not the nearest factlint.toml, or pyproject.toml with a [tool.factlint].",
    )
    return config(isolated(command))


def read_config(config: str | None, *, isolated: bool) -> "Config":
    """Return the configuration of a run: of the file that is named, else of the nearest one from here upwards."""
    return Configs(config, isolated=isolated).root
