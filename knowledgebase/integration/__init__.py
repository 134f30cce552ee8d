"""Integration models as their readers meet them: lists, comparisons, conditions, the chain."""
