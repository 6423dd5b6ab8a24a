"""The open session: its changes saved, its lock, agenda, alerts and new periods."""
