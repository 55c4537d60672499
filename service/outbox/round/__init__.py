"""What the round's reviewers send: the progress report and the reminder letters."""
