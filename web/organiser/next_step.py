"""What to do next: one thing, with one button."""

from collections.abc import Callable, Mapping

from matchmaker.messages import message
from web.organiser.mend_steps import mended, mending
from web.organiser.run_steps import failed, solving_anew, starting, watched
from web.organiser.stages import Stage, here
from web.organiser.standing import Standing
from web.organiser.step import Step
from web.rights import Right
from web.store.mails import MailState
from web.store.runs import State


def next_step(at: Standing) -> Step:
    """Return what to do next in an event that stands so."""
    if at.unusable and not at.is_over:
        return _publication(at) if at.is_solved_since else solving_anew(at)
    if (at.stranded or at.newcomers) and not at.is_over:
        return mended(at) or mending(at)
    return _STEPS[here(at)](at)


def _set_up(at: Standing) -> Step:
    return Step(
        message("Finish the set-up"),
        message("Still missing before anything can be planned: {number}.", number=at.missing),
        message("See what is missing"),
        "setup.overview",
        Right.PREPARE,
    )


def _people(at: Standing) -> Step:
    if not at.now.stored.is_open:
        return Step(
            message("Bring the participants in"),
            message("Open the registration, so that people find the form; or upload a list."),
            message("Open the registration"),
            "setup.registration",
            Right.PREPARE,
        )
    return Step(
        message("Bring the participants in"),
        message("Upload a list that you have, or send people the address of the form below."),
        message("Upload a list"),
        "imports.choose",
        Right.PREPARE,
    )


def _wishes(at: Standing) -> Step:
    if not at.now.stored.is_open:
        return Step(
            message("Ask for wishes"),
            message("Open the registration, so that people can wish; or upload a list of wishes."),
            message("Open the registration"),
            "setup.registration",
            Right.PREPARE,
        )
    return Step(
        message("Ask for wishes"),
        message(
            "Still without a wish: {number}. A mail takes them to those whom they can meet.",
            number=at.crowd.unwishing,
        ),
        message("Choose whom to remind"),
        "reminding.ask",
        Right.PREPARE,
    )


def _programme(at: Standing) -> Step:
    if at.newest is not None and at.newest.is_under_way:
        return watched(at.newest.key)
    if at.newest is not None and at.newest.state is State.FAILED:
        return failed(at.newest.key)
    if at.solved is None:
        reason = message("Everything it needs is there. It takes a few seconds.")
        return starting(message("Make the programme"), reason)
    changed = message("People or the set-up changed since the last programme was made.")
    return starting(message("Make the programme anew"), changed)


def _publication(at: Standing) -> Step:
    return Step(
        message("Look at the programme and publish it"),
        message("Before it is published you see who has to be told, and what they are told."),
        message("Look and publish"),
        "versions.look",
        Right.PLAN,
        {"run": at.solved.key if at.solved else ""},
    )


def _day(at: Standing) -> Step:
    refused = at.mails.get(MailState.FAILED, 0)
    if refused and not at.is_over:
        return Step(
            message("Some mails did not arrive"),
            message(
                "Refused by the mail server: {number}. Correct the address, or ring.",
                number=refused,
            ),
            message("See the mails"),
            "outbox.show",
            Right.PREPARE,
        )
    if at.is_over:
        return _looking_back()
    waiting = at.mails.get(MailState.WAITING, 0)
    if waiting:
        return _sending(waiting)
    return _greeting() if at.days <= 0 else _printing(at)


def _looking_back() -> Step:
    return Step(
        message("See what came of it"),
        message("Whose wishes were met, and who met across the border."),
        message("Open the statistics"),
        "statistics.show",
        Right.SEE,
    )


def _greeting() -> Step:
    return Step(
        message("Welcome people"),
        message("The desk shows who is awaited, and where each has to be first."),
        message("Open the desk"),
        "desk.show",
        Right.GREET,
    )


def _sending(waiting: int) -> Step:
    return Step(
        message("Mails wait to be sent"),
        message("Waiting in the outbox: {number}.", number=waiting),
        message("See the mails"),
        "outbox.show",
        Right.PREPARE,
    )


def _printing(at: Standing) -> Step:
    return Step(
        message("All is ready for the day"),
        message("What is published stands. What is left is to print the documents."),
        message("Open what is published"),
        "versions.show",
        Right.SEE,
        {"number": at.edition.number if at.edition else 0},
    )


_STEPS: Mapping[Stage, Callable[[Standing], Step]] = {
    Stage.SET_UP: _set_up,
    Stage.PEOPLE: _people,
    Stage.WISHES: _wishes,
    Stage.PROGRAMME: _programme,
    Stage.PUBLICATION: _publication,
    Stage.DAY: _day,
}
