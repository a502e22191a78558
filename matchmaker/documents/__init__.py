"""From an Event and its Timetable to the bytes of what is printed and sent."""
