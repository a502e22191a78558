import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.messages import Message, message
from tests import strategies


def test_a_message_reads_as_its_english_sentence() -> None:
    assert str(message("{name} has {count} meetings", name="An", count=3)) == "An has 3 meetings"


@pytest.mark.parametrize(
    ("value", "text"), [(8.0, "8"), (1.25, "1.25"), (0.1 + 0.2, "0.3"), (1234.5, "1234.5")]
)
def test_a_fraction_reads_as_a_person_would_write_it(value: float, text: str) -> None:
    assert str(message("{loss} lost", loss=value)) == f"{text} lost"


def test_a_message_keeps_template_and_values_apart() -> None:
    assert message("{name} came", name="An") == Message("{name} came", {"name": "An"})
    assert message("{name} came", name="An") != message("An came")


@strategies.UNHURRIED
@given(st.text())
def test_values_are_never_read_as_templates(text: str) -> None:
    assert str(message("<{value}>", value=text)) == f"<{text}>"
    assert str(message("<{value}>", value="{0}{x.__class__}")) == "<{0}{x.__class__}>"


def test_equal_messages_hash_alike_whatever_the_order_of_their_values() -> None:
    one, other = message("{a}{b}", a=1, b=2), message("{a}{b}", b=2, a=1)
    assert {one, other} == {one}


def test_messages_whose_values_cannot_be_hashed_can() -> None:
    assert len({message("{a}", a=["x"]), message("{a}", a=["x"])}) == 1


def test_the_full_stop_of_a_name_ends_the_sentence_too() -> None:
    said = message("{name} meets {other}.", name="Anna J.", other="Dupont S.A.")
    assert str(said) == "Anna J. meets Dupont S.A."
    assert str(message("{other}.", other="Dupont")) == "Dupont."
