"""The engine: from an Event to a Timetable, with a bound on how much better one could be."""
