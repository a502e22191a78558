"""What organisers learn from a timetable: unmet wishes, other numbers, statistics."""
