"""The nouns of the service: frozen values, one file for each subject, standard library only."""
