"""Which claims may be set side by side, and what that shows."""
