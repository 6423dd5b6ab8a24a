"""The queries, as text in the part of SQL that engines share; what they do not share is in ``dialects``."""
