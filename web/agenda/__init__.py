"""The agendas that participants see: pages, calendars to subscribe to, papers to download."""
