"""An old deck of ours with new figures: what people changed in it stays, what is not ours stays to the byte."""
