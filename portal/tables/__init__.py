"""Tables that people bring (CSV, Excel, pasted) become rows, and rows become tables they take away.

`columns` declares what a table holds, `reading` reads it, `writing` writes one. A workbook of
others is opened by `workbook` alone, a program that runs in the sandbox and imports no Django.
"""
