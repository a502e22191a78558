"""The stages of an event, from its set-up to the day itself."""

from collections.abc import Mapping
from enum import StrEnum

from matchmaker.messages import Message, message
from web.organiser.standing import Standing


class Stage(StrEnum):
    """A stage; each begins when those before it are done."""

    SET_UP = "set_up"
    PEOPLE = "people"
    WISHES = "wishes"
    PROGRAMME = "programme"
    PUBLICATION = "publication"
    DAY = "day"


NAMES: Mapping[Stage, Message] = {
    Stage.SET_UP: message("Set-up"),
    Stage.PEOPLE: message("Participants"),
    Stage.WISHES: message("Wishes"),
    Stage.PROGRAMME: message("Programme"),
    Stage.PUBLICATION: message("Publication"),
    Stage.DAY: message("The day"),
}


class Progress(StrEnum):
    """How far a stage is."""

    DONE = "done"
    HERE = "here"
    AHEAD = "ahead"


WORDS: Mapping[Progress, Message] = {
    Progress.DONE: message("done"),
    Progress.HERE: message("now"),
    Progress.AHEAD: message("to come"),
}


def here(at: Standing) -> Stage:
    """Return the stage in which the event is: the first one in which something is to be done."""
    if at.missing:
        return Stage.SET_UP
    if not at.crowd.is_enough:
        return Stage.PEOPLE
    if at.edition is not None and (at.days <= 0 or not at.is_edition_outdated):
        return Stage.DAY
    if not at.has_wishes or (at.solved is None and at.newest is None and _is_awaiting(at)):
        return Stage.WISHES
    if at.solved is None or at.is_solved_outdated or at.is_newest_unfinished:
        return Stage.PROGRAMME
    return Stage.PUBLICATION


def progress(at: Standing) -> dict[Stage, Progress]:
    """Return how far each stage is."""
    reached = here(at)
    stages = list(Stage)
    done = set(stages[: stages.index(reached)])
    if at.edition is not None:
        done.add(Stage.PUBLICATION)
    if at.is_over:
        done.add(Stage.DAY)
    return {
        each: Progress.DONE
        if each in done
        else (Progress.HERE if each is reached else Progress.AHEAD)
        for each in stages
    }


def _is_awaiting(at: Standing) -> bool:
    """Tell whether somebody may still wish who has not."""
    return at.now.stored.is_open and at.crowd.unwishing > 0
