"""Answers of people, one row a respondent, a rating or a contact, become rows of a touchpoint table."""
