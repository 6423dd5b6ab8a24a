"""The report: pages of a PDF."""

from cx.deliver.report.document import paths_report, report

__all__ = ["paths_report", "report"]
