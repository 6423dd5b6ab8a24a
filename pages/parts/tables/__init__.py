"""Tables that are read: every cell whole, sorted and searched in the browser, printed from top to bottom."""
