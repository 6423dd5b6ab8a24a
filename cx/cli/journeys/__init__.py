"""The paths in logs as the command line gives them: in words, or written into a file."""
