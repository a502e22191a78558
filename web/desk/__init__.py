"""The desk on the day: who has arrived, who is still awaited, who cannot come."""
