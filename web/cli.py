"""The command line: `matchmaker …`."""

import typer

from matchmaker.errors import InputError, MatchmakerError
from web.commands.console import BAD_INPUT, Console, usual_language
from web.commands.lazily import LazyCommands

app = typer.Typer(
    name="matchmaker",
    cls=LazyCommands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def matchmaker() -> None:
    """Runs a cross-border business matchmaking day."""


def main() -> None:
    """Run the command that the arguments name; errors of the input leave with code 2."""
    try:
        app()
    except InputError as error:
        Console(usual_language()).problems(error.problems)
        raise SystemExit(BAD_INPUT) from error
    except MatchmakerError as error:
        typer.secho(str(error), err=True, fg=typer.colors.RED)
        raise SystemExit(BAD_INPUT) from error
