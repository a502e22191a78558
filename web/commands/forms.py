"""The option that chooses on which paper documents are printed."""

from collections.abc import Sequence
from typing import Annotated

import typer

from matchmaker.documents.forms import CHOICES, Forms, forms_of
from web.commands.console import BAD_INPUT, Console

FormOption = Annotated[
    list[str] | None,
    typer.Option(
        "--form",
        help="On which paper, such as agendas=a5, badges=86x54 or table-cards=a4; repeatable.",
        metavar="KIND=FORM",
    ),
]


def chosen_forms(console: Console, given: Sequence[str]) -> Forms:
    """Return the forms that are asked for; leave with a sentence where one is not known."""
    chosen = dict(each.partition("=")[::2] for each in given)
    for kind, form in chosen.items():
        known = [str(each) for each in CHOICES.get(kind, ())]
        if form not in known:
            console.stop(
                BAD_INPUT,
                "There is no form {given}; known are: {known}.",
                given=f"{kind}={form}",
                known=", ".join(_known()),
            )
    return forms_of(chosen)


def _known() -> list[str]:
    return [f"{kind}={form}" for kind, forms in CHOICES.items() for form in forms]
