"""What both print engines share: the sheet, the joined book, the fonts, and the CSS that tokens become."""
