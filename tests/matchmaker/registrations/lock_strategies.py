"""Random locks of an event that is still in the making."""

from typing import Any

from hypothesis import strategies as st

from matchmaker.event import Event
from matchmaker.rules.contradictions import contradictions

Locks = dict[str, list[dict[str, str | None]]]


@st.composite
def with_locks(draw: st.DrawFn, event: dict[str, Any], may_contradict: bool) -> Event:
    """Draw the event with locks; unless they `may_contradict`, without any that does.

    As few locks agree with a random event, every second event forbids next to nothing.
    """
    event = draw(st.sampled_from([event, permissive(event)]))
    drawn = {
        "locked_meetings": draw(locked_meetings(event)),
        "locked_attendances": draw(locked_attendances(event)),
    }
    if may_contradict:
        return Event.model_validate(event | drawn)
    kept: Locks = {kind: [] for kind in drawn}
    for kind, locks in drawn.items():
        for lock in locks:
            trial = kept | {kind: [*kept[kind], lock]}
            if not contradictions(Event.model_validate(event | trial)):
                kept = trial
    return Event.model_validate(event | kept)


def permissive(event: dict[str, Any]) -> dict[str, Any]:
    """Return the event in which everybody may meet everybody and sit anywhere they wish."""
    free: dict[str, Any] = {"side": None, "unavailable": [], "table": None}
    free |= {"min_meetings": 0, "max_meetings": None}
    everything = {"workshops": [each["id"] for each in event["workshops"]], "stays": False}
    allowed = ("same_organisation", "already_met", "without_common_language")
    return event | {
        "participants": [each | free | everything for each in event["participants"]],
        "sessions": [
            each | {"languages": [], "facilitators": [], "slots": each["slots"][:1]}
            for each in event["sessions"]
        ],
        "wishes": [each for each in event["wishes"] if each["rank"] != "never"],
        "rules": event["rules"] | dict.fromkeys(allowed, True) | {"sessions_per_participant": 4},
    }


@st.composite
def locked_meetings(draw: st.DrawFn, event: dict[str, Any]) -> list[dict[str, str | None]]:
    names, slots, tables = (
        [each["id"] for each in event[kind]] for kind in ("participants", "slots", "tables")
    )
    pairs = [(one, other) for one in names for other in names if one < other]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True)) if pairs else []
    return [
        {
            "participant_a": one,
            "participant_b": other,
            "slot": draw(st.sampled_from([None, *slots])),
            "table": draw(st.sampled_from([None, *tables])),
        }
        for one, other in chosen
    ]


@st.composite
def locked_attendances(draw: st.DrawFn, event: dict[str, Any]) -> list[dict[str, str | None]]:
    seats = [(p["id"], s["id"]) for p in event["participants"] for s in event["sessions"]]
    chosen = draw(st.lists(st.sampled_from(seats), max_size=4, unique=True)) if seats else []
    return [{"participant": one, "session": other} for one, other in chosen]
