"""What all pages draw with: the loaded data and its keys, language, numbers, findings, the window."""
