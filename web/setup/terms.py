"""Rules and weights, each with what it does and what it costs."""

from typing import ClassVar

from flask import request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from matchmaker.messages import Message, message
from matchmaker.planning.templates import templates
from matchmaker.terms import MOST_BONUS, Objective, Rules
from matchmaker.variations import changed
from web.access import permitted
from web.current import Current, current_or_404
from web.languages import mark, say
from web.languages import number as shown_number
from web.rights import Right
from web.services import services
from web.setup.fields import Answers, Fields, shown_decimal
from web.setup.page import Page, Reading, reading
from web.setup.saving import Shown, rendered, show
from web.store.events import StoredEvent

YES_OR_NO = ("same_organisation", "already_met", "without_common_language", "trios")
SHARES = ("cross_border_share", "floor", "value_tolerance")
WEIGHTS = ("rank_weights", "workshop_weights")
MOST_SITTINGS, MOST_WEIGHT, MOST_RANKS = 50, 1000, 30

LABELS: dict[str, Message] = {
    "same_organisation": message("Colleagues may meet"),
    "already_met": message("People who have met before may meet again"),
    "without_common_language": message("People without a common language may meet"),
    "trios": message("A third person may join a meeting"),
    "sessions_per_participant": message("Workshops for each person, at most"),
    "cross_border_share": message("Share of meetings across the border, at least"),
    "rank_weights": message("What a wish counts, by its rank"),
    "cross_border_bonus": message("Bonus for a meeting across the border"),
    "workshop_weights": message("What a workshop counts, by its rank"),
    "floor": message("What everybody gets of their own wishes, where possible"),
    "value_tolerance": message("What may be given up for shorter days"),
}


class Terms(Page):
    """Rules and objective."""

    key: ClassVar[str] = "terms"
    title = message("Rules and weights")
    lead = message("The usual values suit most events. Change one at a time, and compare two runs.")
    template = "setup_terms.html"

    def part(self, stored: StoredEvent) -> object:
        """Return rules and objective."""
        event = stored.event
        return [event.rules.model_dump(mode="json"), event.objective.model_dump(mode="json")]

    def answers(self, now: Current) -> Answers:
        """Return them as one types them."""
        return answers_of(now.stored.event.rules, now.stored.event.objective)

    def read(self, answers: Answers, now: Current) -> Reading:
        """Return the event with what was typed."""
        fields, event = Fields(answers), now.stored.event
        rules, objective = _rules(fields), _objective(fields)
        if fields.errors:
            return reading(now, event, fields.errors)
        return reading(
            now,
            changed(
                event,
                rules=Rules.model_validate(rules),
                objective=Objective.model_validate(objective),
            ),
            {},
        )

    def lines(self, stored: StoredEvent) -> list[str]:
        """Return a line for each setting."""
        event = stored.event
        typed = answers_of(event.rules, event.objective)
        return [
            f"{say(label)}{mark(':')} {typed.get(name) or '–'}" for name, label in LABELS.items()
        ]

    def context(self, answers: Answers, now: Current) -> dict[str, object]:
        """Return the labels, and what is usual."""
        event = now.stored.event
        usual = usual_answers()
        as_typed = {name: answers.get(name, "") for name in LABELS}
        return {
            "labels": LABELS,
            "usual": usual,
            "is_usual": all(text == usual.get(name, "") for name, text in as_typed.items()),
            "has_met": len(event.already_met),
            "example": _example(event.objective),
        }


PAGE = Terms()


@permitted(Right.PREPARE)
def shown() -> ResponseReturnValue:
    """Show rules and weights, or the usual ones to save in their place."""
    if "usual" not in request.args:
        return show(PAGE)
    with services().database.reading() as connection:
        now = current_or_404(connection)
    return rendered(PAGE, now, Shown(usual_answers(), is_saved=False))


def usual_answers() -> Answers:
    """Return what an event begins with that is made of the first template."""
    first = next(iter(templates().values()))
    return answers_of(first.rules, first.objective)


def answers_of(rules: Rules, objective: Objective) -> Answers:
    """Return rules and objective as one types them; shares in hundredths."""
    answers: Answers = MultiDict()
    for name in YES_OR_NO:
        answers[name] = "yes" if getattr(rules, name) else ""
    for name in SHARES:
        owner = rules if name in Rules.model_fields else objective
        answers[name] = shown_decimal(100 * getattr(owner, name))
    for name in WEIGHTS:
        answers[name] = ", ".join(str(each) for each in getattr(objective, name))
    answers["sessions_per_participant"] = str(rules.sessions_per_participant)
    answers["cross_border_bonus"] = shown_decimal(100 * objective.cross_border_bonus)
    return answers


def _rules(fields: Fields) -> dict[str, object]:
    return {
        **{name: bool(fields.answers.get(name)) for name in YES_OR_NO},
        "sessions_per_participant": fields.number("sessions_per_participant", 0, MOST_SITTINGS, 1),
        "cross_border_share": _share(fields, "cross_border_share", 100),
    }


def _objective(fields: Fields) -> dict[str, object]:
    return {
        **{name: _weights(fields, name) for name in WEIGHTS},
        "cross_border_bonus": _share(fields, "cross_border_bonus", 100 * MOST_BONUS),
        "floor": _share(fields, "floor", 100),
        "value_tolerance": _share(fields, "value_tolerance", 100),
    }


def _share(fields: Fields, name: str, most: float) -> float:
    return round((fields.decimal(name, most, places=1) or 0.0) / 100, 3)


def _weights(fields: Fields, name: str) -> tuple[int, ...]:
    parts = fields.answers.get(name, "").replace(";", " ").replace(",", " ").split()
    are_numbers = all(each.isascii() and each.isdigit() and len(each) < 5 for each in parts)
    weights = tuple(int(each) for each in parts) if are_numbers else ()
    if not 0 < len(weights) <= MOST_RANKS or max(weights) > MOST_WEIGHT:
        fields.errors[name] = message(
            "Write whole numbers up to {most} with commas between them, such as 10, 8, 6.",
            most=MOST_WEIGHT,
        )
    elif list(weights) != sorted(weights, reverse=True):
        fields.errors[name] = message("A wish of a lower rank must not count more.")
    return weights


def _example(objective: Objective) -> dict[str, str]:
    first = objective.rank_weights[0]
    last = objective.rank_weights[min(2, len(objective.rank_weights) - 1)]
    both = first + last
    bonus = 1 + objective.cross_border_bonus
    return {
        "first": str(first),
        "third": str(last),
        "both": str(both),
        "across": shown_number(both * bonus, 2),
    }
