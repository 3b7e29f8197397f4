"""The trained annotator at run time: word pieces, the ONNX network, and what its scores mean for a document."""
