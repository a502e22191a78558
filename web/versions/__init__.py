"""Publishing timetables as numbered versions, their history, and telling whom they concern."""
