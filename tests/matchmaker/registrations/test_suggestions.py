from matchmaker.registrations.suggestions import MOST, Suggestions, nearest


def test_what_looks_most_alike_is_suggested() -> None:
    assert nearest("Wevery Desmet", ["Weverij De Smet", "Devos"]) == "Weverij De Smet"
    assert nearest("ENERGIÉ", ["eau", "énergie"]) == "énergie"
    assert nearest("xyz", ["eau", "énergie"]) is None
    assert nearest("x", []) is None


def test_what_begins_with_the_text_is_suggested_first() -> None:
    known = ["Technord", "Nord Emballage Services", "Nord Emballage", "Grand Nord"]
    assert nearest("Nord", known) == "Nord Emballage"
    assert nearest("NORD EMBALAGE", known) == "Nord Emballage"
    assert nearest("Ka", ["Ka Limited", "Kastelein"]) is None


def test_another_number_is_no_slip_of_the_pen() -> None:
    assert nearest("p90", ["p9", "p10"]) is None
    assert nearest("p1O", ["p10"]) == "p10"


def test_suggesting_ends_where_a_file_is_wrong_throughout() -> None:
    suggestions = Suggestions(["energy"])
    assert [suggestions.nearest(f"energy{'x' * i}") for i in range(2)] == ["energy"] * 2
    for number in range(MOST):
        suggestions.nearest(str(number))
    assert suggestions.nearest("energies") is None
    assert suggestions.nearest("energyx") == "energy"
