"""What makes the game deep, as figures with required ranges; one family of figures a file."""
