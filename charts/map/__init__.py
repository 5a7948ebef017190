"""The map: prepared base paths, the SVG writer, and what the browser's map reads."""
