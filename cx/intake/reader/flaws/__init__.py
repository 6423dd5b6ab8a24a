"""What a workbook's own records show and the spreadsheet reader does not."""
