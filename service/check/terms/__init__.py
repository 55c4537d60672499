"""Which term a report sums up and which begins, and where what it tells of them contradicts itself."""
