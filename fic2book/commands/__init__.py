"""One module a command, named after it; each holds a thin click command called `command`."""
