"""Every hard rule of a timetable, each a check of its own that knows nothing of the engine.

A rule takes an event and a timetable and yields the violations it finds; its name is the name of
its function. Every rule but `known` assumes that `known` holds. `checker` holds them all.
"""
