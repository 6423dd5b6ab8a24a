"""Alerts sent to a chat."""
