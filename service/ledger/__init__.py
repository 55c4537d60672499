"""The ledger: what was taken from the inbox, what was answered, what lies in the outbox.

`interface` says what a ledger promises; `sql` keeps it on disk, `memory` keeps it for tests and trials.
"""
