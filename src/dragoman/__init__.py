"""Dragoman reads dated news reports and keeps the record of diplomacy."""
