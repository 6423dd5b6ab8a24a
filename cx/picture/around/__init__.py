"""What stands around the plot and takes its room before the plot has a place: titles, footnote, legends."""

from cx.picture.around.sheet import FOOT, Sheet, View, bottom, message, same_sheet, sheet_of

__all__ = ["FOOT", "Sheet", "View", "bottom", "message", "same_sheet", "sheet_of"]
