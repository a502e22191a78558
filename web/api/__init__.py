"""What other programs may do, with JSON and tokens: imports, runs, timetables, documents."""
