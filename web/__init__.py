"""The two doors of the product, pages and command line; neither takes decisions."""
