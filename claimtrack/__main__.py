"""`python -m claimtrack` is the command line."""

from claimtrack.cli.app import main

main()
