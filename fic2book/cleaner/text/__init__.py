"""Letters, signs and the language they are in: damage undone, emphasis read, type set. Every change names its rule."""
