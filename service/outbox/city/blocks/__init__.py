"""The blocks of the drafted report that the service owns: content controls, and a part that remembers them."""
