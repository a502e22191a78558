"""Files of drafts are called by person and subject, safe on every system and each once."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from web.mails.draft_names import LONGEST, named
from web.store.mails import Letter, Mail, MailState

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def mail(number: int, participant: str, subject: str) -> Mail:
    letter = Letter(f"p{number}@example.org", "nl", subject, "Dag")
    return Mail(
        number, str(number), letter, MailState.WAITING, "", NOON, None, 0, None, participant
    )


def test_a_draft_is_called_by_its_reader_and_its_subject() -> None:
    mails = [mail(1, "an", "Uw programma: Textieldag"), mail(2, "x", "Uw programma: Textieldag")]
    assert [name for name, _ in named(mails, {"an": "An Peeters"})] == [
        "An Peeters – Uw programma Textieldag.eml",
        "p2@example.org – Uw programma Textieldag.eml",
    ]


def test_two_of_one_name_are_told_apart() -> None:
    mails = [mail(1, "an", "Dag"), mail(2, "an", "dag")]
    names = [name for name, _ in named(mails, {"an": "An Peeters"})]
    assert names == ["An Peeters – Dag.eml", "An Peeters – dag (2).eml"]


@given(st.lists(st.text()))
def test_names_are_safe_and_each_is_given_once(subjects: list[str]) -> None:
    mails = [mail(number, "an", each) for number, each in enumerate(subjects)]
    names = [name for name, _ in named(mails, {"an": "../An\n"})]
    assert len({each.casefold() for each in names}) == len(subjects)
    for each in names:
        assert not set(each) & set('\\/:*?"<>|\r\n')
        assert len(each) <= LONGEST + 20
