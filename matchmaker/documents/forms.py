"""What is printed on which paper, where there is a choice."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from matchmaker.documents.agenda_pages import Format
from matchmaker.documents.badge_forms import BadgeForm
from matchmaker.documents.table_cards import CardForm

CHOICES: Mapping[str, type[StrEnum]] = {
    "agendas": Format,
    "badges": BadgeForm,
    "table-cards": CardForm,
}
"""The forms there are, by kind of document."""


@dataclass(frozen=True)
class Forms:
    """The form of each document that has several."""

    agendas: Format = Format.A4
    badges: BadgeForm = BadgeForm.LABEL
    table_cards: CardForm = CardForm.TENT


USUAL_FORMS = Forms()


def forms_of(chosen: Mapping[str, str]) -> Forms:
    """Return the forms chosen by kind of document; raises ValueError for one there is not."""
    return Forms(
        agendas=Format(chosen.get("agendas", USUAL_FORMS.agendas)),
        badges=BadgeForm(chosen.get("badges", USUAL_FORMS.badges)),
        table_cards=CardForm(chosen.get("table-cards", USUAL_FORMS.table_cards)),
    )
