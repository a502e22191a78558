"""The records of an event as organisers look through them."""
