"""The pictures that shared links show of pages without a picture of their own."""
