from matchmaker.registrations.firms import key_of_firm
from matchmaker.registrations.likeness import look_alikes


def test_names_that_differ_by_a_slip_look_alike() -> None:
    names = ["delhaize", "brouwerij", "delhaise", "brouwerij", "delhaize"]
    assert list(look_alikes(names)) == [(0, 2), (1, 3), (0, 4)]


def test_short_names_and_other_numbers_do_not() -> None:
    assert list(look_alikes(["bnp", "bnb", "firm number 1", "firm number 2"])) == []


def test_the_legal_form_does_not_count() -> None:
    firms = ["Acme SA", "ACME nv", "Acme s.p.r.l.", "acme", "SA"]
    assert [key_of_firm(each) for each in firms] == ["acme"] * 4 + ["sa"]
