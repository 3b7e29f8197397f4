"""Articles in, statements out: read, parse, annotate, extract, resolve, cluster, identify, write."""
