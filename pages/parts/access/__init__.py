"""Who may see what: the facilitator's key, and the gate before the server of a room."""
