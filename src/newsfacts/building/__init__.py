"""From raw annotations, as any format hands them over, to a typed document."""
