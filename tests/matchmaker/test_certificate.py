from typing import Any

import pytest
from pydantic import ValidationError

from matchmaker.certificate import Certificate, Shortfall, Status
from matchmaker.formats import to_json
from matchmaker.messages import message

SHORTFALL = Shortfall(
    participant="a",
    meetings=1,
    minimum=2,
    reason="{name} can meet {count} people.",
    values={"name": "An", "count": 1},
)
FIGURES: dict[str, Any] = {
    "status": "feasible",
    "value": 30,
    "bound": 40,
    "gap": 0.25,
    "bound_reason": "Proven.",
    "participants": 4,
    "meetings": 2,
    "wishes_met": 3,
    "wishes_total": 5,
    "min_meetings": 1,
    "gini": 0.0,
    "idle_slots": 0,
    "table_moves": 1,
    "workshop_value": 0,
    "cross_border_share": 0.5,
    "baseline_value": 25.5,
    "seconds": 0.1,
    "seed": 0,
    "versions": {"ortools": "9.15"},
}


def certificate(**fields: Any) -> Certificate:
    return Certificate.model_validate(FIGURES | fields)


def test_a_shortfall_says_why_in_a_sentence_that_can_be_translated() -> None:
    assert SHORTFALL.message == message("{name} can meet {count} people.", name="An", count=1)
    assert str(SHORTFALL.message) == "An can meet 1 people."


def test_a_reason_may_need_no_values() -> None:
    plain = Shortfall(participant="a", meetings=0, minimum=1, reason="Nobody came.")
    assert str(plain.message) == "Nobody came."


@pytest.mark.parametrize("status", [each.value for each in Status])
def test_a_status_is_read_from_its_word(status: str) -> None:
    assert certificate(status=status).status is Status(status)


def test_another_status_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"'optimal', 'feasible' or 'infeasible'"):
        certificate(status="perfect")


@pytest.mark.parametrize("missing", ["bound_reason", "value", "versions"])
def test_a_certificate_without_one_of_its_figures_is_refused(missing: str) -> None:
    rest = {name: value for name, value in FIGURES.items() if name != missing}
    with pytest.raises(ValidationError, match=rf"{missing}\n.*required"):
        Certificate.model_validate(rest)


def test_a_certificate_reads_back_as_it_was_written() -> None:
    whole = certificate(shortfalls=[SHORTFALL], sittings_fixed=True, laps_value=3.5)
    assert Certificate.model_validate_json(to_json(whole)) == whole


def test_a_certificate_needs_no_laps_no_sittings_and_no_shortfalls() -> None:
    assert certificate().laps_value == 0
    assert certificate().shortfalls == ()
    assert not certificate().sittings_fixed
