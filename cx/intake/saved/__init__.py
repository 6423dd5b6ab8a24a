"""What the program wrote itself and gets back: sessions, and records as JSON."""

from cx.intake.saved.json_records import plain, record

__all__ = ["plain", "record"]
