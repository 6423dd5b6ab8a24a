"""Files and pictures that are taken away."""
