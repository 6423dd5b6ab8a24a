"""Values that are odd and of the right type, what is damaged with them, and what is then done with it."""
