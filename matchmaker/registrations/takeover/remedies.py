"""Remedies that pages offer, in place of those in a file of settings."""

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
OF_RULES: Mapping[str, Message] = {
    "Delete the wish, or set same_organisation = true under [rules].": message(
        "Delete the wish, or tick “Colleagues may meet” on the page of rules and weights."
    ),
    "Delete the lock, or set same_organisation = true under [rules].": message(
        "Delete the lock, or tick “Colleagues may meet” on the page of rules and weights."
    ),
    "Delete the lock, or set already_met = true under [rules].": message(
        "Delete the lock, or tick “People who have met before may meet again” on the page of rules"
        " and weights."
    ),
    "Delete a lock, or raise sessions_per_participant under [rules].": message(
        "Delete a lock, or raise “Workshops for each person, at most” on the page of rules and"
        " weights."
    ),
}
"""The same, for rules that the event has and no file holds."""


def on_the_page(
    problems: Iterable[Problem], rules_are_set_there: bool = False
) -> tuple[Problem, ...]:
    """Return `problems`, mended on the page of the columns where that can be.

    Where no file holds the rules, they are set on a page, too.
    """
    known = {**REMEDIES, **OF_RULES} if rules_are_set_there else REMEDIES
    return tuple(
        replace(each, remedy=known.get(each.remedy.template, each.remedy)) for each in problems
    )
