"""What can be seen of the lines of a flattened page, and which of them a small network takes for the article."""
