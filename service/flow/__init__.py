"""The corridor: the only place that knows the order of the rooms. It calls and passes on; it judges nothing."""
