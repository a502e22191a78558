"""What the engine's stages and the states of a run are called."""

from matchmaker.messages import Message, message
from web.store.runs import State

STAGES: dict[str, Message] = {
    "": message("Getting ready"),
    "compiling": message(
        "Preparing the engine; the first time on a machine this may take a minute"
    ),
    "sittings": message("Seating the workshops"),
    "selection": message("Choosing the meetings worth having"),
    "placement": message("Finding a time for each meeting"),
    "improvement": message("Meeting more wishes"),
    "proof": message("Searching for proof that nothing is better"),
    "polish": message("Closing the gaps between meetings"),
    "gaps": message("Proving how few gaps there can be"),
    "checked": message("Writing the certificate"),
    "documents": message("Printing the documents"),
}

STATES: dict[State, Message] = {
    State.QUEUED: message("Waiting for its turn"),
    State.RUNNING: message("At work"),
    State.DONE: message("Done"),
    State.CANCELLED: message("Stopped by hand"),
    State.FAILED: message("Failed"),
}
