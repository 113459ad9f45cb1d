"""The record in the forms of other programs: each module one form, from the same stream of acts."""
