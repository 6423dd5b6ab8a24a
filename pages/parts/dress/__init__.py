"""What every page wears: colours for light and dark, and Streamlit's own words in the page's language."""
