"""Making the programme of an event before anybody is registered: slots, tables, templates."""
