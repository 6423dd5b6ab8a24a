"""What ``run.py`` does: an environment, a browser for the tests, a server. Standard library only."""
