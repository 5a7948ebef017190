"""How figures look: each described once as data; writers draw it. The map, theme, source line."""
