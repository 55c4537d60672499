"""What drafting and copying leave behind: blanks, and names of other units and bodies."""
