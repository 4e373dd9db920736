"""What writers say and what narrators tell: the lines that the judge of notes is fitted on."""
