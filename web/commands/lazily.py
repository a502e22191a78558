"""Commands that are loaded when they are called: `solve` need not wait for what `print` draws."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

COMMANDS = {
    "demo": "demo:demo",
    "check": "check:check",
    "solve": "solve:solve",
    "print": "print:print_documents",
    "why": "why:why",
    "whatif": "whatif:whatif",
    "serve": "serve:serve",
    "bench": "bench:bench",
}
"""Where in `web.commands` each command, or group of commands, stands."""


class LazyCommands(TyperGroup):
    """The commands of COMMANDS, in their order."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command `cmd_name`, loaded now; None if there is none."""
        del ctx
        return _loaded(cmd_name) if cmd_name in COMMANDS else None


def _loaded(name: str) -> Any:
    module, attribute = COMMANDS[name].split(":")
    found = getattr(import_module(f"web.commands.{module}"), attribute)
    if isinstance(found, typer.Typer):
        group = get_command(found)
        group.name = name
        return group
    alone = typer.Typer(add_completion=False)
    alone.command(name)(found)
    return get_command(alone)
