"""The consolidated report and its workbook of figures."""
