"""Remedies that the page of the columns offers, in place of those in a file of settings."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from matchmaker.errors import Problem
from matchmaker.messages import Message, message

REMEDIES: Mapping[str, Message] = {
    "Name its field under [columns.{table}], or leave it so.": message(
        "Say on the page of the columns what it holds, or leave it so."
    ),
    "Add it, or name the column that holds it under [columns.{table}].": message(
        "Say on the page of the columns which one holds it, or add it to the file."
    ),
    "Add it or e-mail addresses, or name the column of either under [columns.{table}].": message(
        "Say on the page of the columns which one holds it or e-mail addresses, or add one."
    ),
    "If it is meant as {suggestion}, name it so.": message(
        "Say on the page of the columns what it holds, or leave it so."
    ),
    "Write a header such as {header} in the first row.": message(
        "Say on the page of the columns what they hold, or write their names in the first row."
    ),
    "Delete or rename one of them.": message("Leave out one of them on the page of the columns."),
}
"""By the template of the remedy that it replaces."""


def on_the_page(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems`, mended on the page of the columns where that can be."""
    return tuple(
        replace(each, remedy=REMEDIES.get(each.remedy.template, each.remedy)) for each in problems
    )
