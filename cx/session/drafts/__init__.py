"""Drafts: what a browser had loaded and set without a session, kept on this machine for some days."""
