"""What files that are sent later make of an event that is there already."""
