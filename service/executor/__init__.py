"""Where work is done: one after another in this process, or side by side in workers of its own.

`interface` says what an executor promises; `inline` and `processes` keep that promise.
"""
