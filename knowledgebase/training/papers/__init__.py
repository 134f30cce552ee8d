"""Training on paper: the workbook of a module, the sheets of its quizzes, and their answers."""
