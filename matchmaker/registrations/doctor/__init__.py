"""The import doctor: what is wrong or doubtful among rows that can each be understood."""
