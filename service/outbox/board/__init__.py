"""The dashboard: static pages that work from a share, without a server."""
