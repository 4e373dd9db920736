"""From a collection file to finished books: what is to be built (`planning`), what is stale and why (`lock`), and the run (`driver`)."""
