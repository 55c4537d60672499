"""The officer's own file with Word comments in place; everything else in it stays as it was."""
