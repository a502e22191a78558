import pytest

from matchmaker.documents.agenda_pages import Format
from matchmaker.documents.badge_forms import BadgeForm
from matchmaker.documents.folder import DOCUMENTS
from matchmaker.documents.forms import CHOICES, USUAL_FORMS, forms_of
from matchmaker.documents.table_cards import CardForm


def test_what_is_not_chosen_is_as_usual() -> None:
    assert forms_of({}) == USUAL_FORMS


def test_every_form_can_be_chosen() -> None:
    found = forms_of({"agendas": "a5", "badges": "86x54", "table-cards": "a4"})
    assert (found.agendas, found.badges, found.table_cards) == (
        Format.A5,
        BadgeForm.CARD,
        CardForm.FLAT,
    )


def test_the_first_form_of_each_kind_is_the_usual_one() -> None:
    firsts = {kind: next(iter(forms)) for kind, forms in CHOICES.items()}
    assert forms_of(firsts) == USUAL_FORMS
    assert CHOICES.keys() <= DOCUMENTS.keys()


@pytest.mark.parametrize("kind", CHOICES)
def test_a_form_there_is_not_raises(kind: str) -> None:
    with pytest.raises(ValueError, match="poster"):
        forms_of({kind: "poster"})
