"""What the pages draw: pure functions from records to SVG or HTML text, and the one component that shows it."""
