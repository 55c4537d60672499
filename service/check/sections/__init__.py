"""The four sections that the directive asks for: found by heading or by content, weighed by what stands there."""
