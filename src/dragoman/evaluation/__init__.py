"""Precision, recall and F1 of coded lines against hand-coded reports."""
