"""Taking files over in steps: what columns hold, what would change, and only then the change."""
