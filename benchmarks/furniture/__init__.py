"""Lines of sites, lines of everything else, and what tells them apart."""
