"""The command line: `matchmaker …`."""

import typer

from matchmaker.errors import InputError, MatchmakerError
from web.commands.bench import bench
from web.commands.check import check
from web.commands.console import BAD_INPUT, Console, usual_language
from web.commands.demo import demo
from web.commands.print import print_documents
from web.commands.serve import serve
from web.commands.solve import solve
from web.commands.whatif import whatif
from web.commands.why import why

app = typer.Typer(
    name="matchmaker",
    help="Runs a cross-border business matchmaking day.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("demo")(demo)
app.command("check")(check)
app.command("solve")(solve)
app.command("print")(print_documents)
app.command("why")(why)
app.command("whatif")(whatif)
app.command("serve")(serve)
app.add_typer(bench, name="bench")


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
