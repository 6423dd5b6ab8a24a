"""What tests make: files of every kind, tables, surveys, sessions, pictures."""
