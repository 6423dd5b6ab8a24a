"""What the pages share: frame and menu, the loaded data and its history, and the parts that they draw."""
