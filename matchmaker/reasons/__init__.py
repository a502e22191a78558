"""Why a wish is unmet, and what would mend it: true of the event and its timetable."""
