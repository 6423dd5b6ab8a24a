"""What hands do on the chart itself: lines and notes that are moved, what is clicked, what is zoomed into."""
