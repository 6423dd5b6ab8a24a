"""Every formula that the program rests on, with its source."""
