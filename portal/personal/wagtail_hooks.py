"""What the app adds to the admin: what is written down when users are changed."""

from portal.personal import users  # noqa: F401  (its hooks)
