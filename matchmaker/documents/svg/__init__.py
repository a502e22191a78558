"""SVG files as outlines that are safe to print."""
