"""The pages in the order of the menu beside them; the first is the one without a slug."""

PAGES = (
    "overview",
    "ranking",
    "profile",
    "payments",
    "poverty",
    "method",
    "update",
    "history",
    "reports",
)
SIDEBAR = 280  # pixels: the longest name in the menu fits, and a map beside bars too
