"""Lists that a spreadsheet or a calendar opens."""

from cx.deliver.lists.best_set import best_set_csv
from cx.deliver.lists.invitations import invitations_csv, invitations_page
from cx.deliver.lists.priorities import priorities_csv

__all__ = ["best_set_csv", "invitations_csv", "invitations_page", "priorities_csv"]
