"""claimtrack: the numbers in the news, each with its sentence, source, period and place."""
