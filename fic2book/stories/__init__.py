"""`Story` → `Story`: files of a serial joined, stories cut at headings, chapters that vanished kept, introductions put before; two versions compared."""
