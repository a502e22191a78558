"""The timetable by hand: who meets where and when, moved, locked, and solved anew around that."""
