"""From the organisers' files to an Event."""
