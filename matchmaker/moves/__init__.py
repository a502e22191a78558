"""Changing a timetable by hand: what a move does to it, and what is to be said of that."""
