"""The command line: arguments in, one result out; see docs/command-line.md for the contract."""
