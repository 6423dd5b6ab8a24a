"""The report: pages of a PDF."""

from cx.deliver.report.document import report

__all__ = ["report"]
