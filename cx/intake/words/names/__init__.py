"""Short names of the columns of a survey: what differs between the headers of one question."""

from cx.intake.words.names.short import names_of

__all__ = ["names_of"]
