"""Training: programmes of modules and lessons, their quizzes, and how far people have come."""
