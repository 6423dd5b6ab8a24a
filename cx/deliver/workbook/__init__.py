"""Workbooks: the result, a session, the form to fill in, and the user's own with its findings."""

from cx.deliver.workbook.journeys import paths_workbook
from cx.deliver.workbook.matrix import workbook
from cx.deliver.workbook.to_fill_in import template
from cx.deliver.workbook.users_own import Marked, marked, not_carried

__all__ = ["Marked", "marked", "not_carried", "paths_workbook", "template", "workbook"]
