"""The page of lenses: a part for each further reading of the touchpoints, and what is assessed by hand."""
