"""Training of the annotator: data, encoder, heads, export and evaluation. Nothing here is needed at run time."""
