"""The watched folder: what lies in it, when it is still, and how its bytes are made safe.

In order of use: `lock` keeps other instances away, `watch` wakes, `scan` lists, `settling` waits,
`staging` keeps the original, and once the claim is in the ledger `releasing` moves the file aside.
Nothing here removes a file, and nothing follows a link.
"""
