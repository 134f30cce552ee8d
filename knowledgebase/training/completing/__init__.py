"""The end of a programme: completing it, the certificate, and what people say of it."""
