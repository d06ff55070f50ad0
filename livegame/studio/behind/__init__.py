"""What stands behind the studio, by what is asked of it; each piece is imported when wanted."""
