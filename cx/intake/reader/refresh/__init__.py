"""An old deck of ours with new figures: what people changed stays, what is not ours too, to the byte."""
