"""How gunicorn serves the portal: `gunicorn --config python:portal.server portal.wsgi`.

What each figure is for, and what else was measured, stands in docs/decisions.md.
"""

bind = "0.0.0.0:8000"
workers = 2
worker_class = "gthread"
# Enough that some are left for pages while others wait for a password, a store, a database.
threads = 8
# PostgreSQL ends a statement that nobody waits for any more; tasks and commands have no such limit.
raw_env = ["PGOPTIONS=-c statement_timeout=20s"]
# Longer than the front keeps an idle connection, so that it never sends into one just closed.
keepalive = 75
timeout = 30
graceful_timeout = 30
max_requests = 5000
max_requests_jitter = 500
limit_request_line = 4094
limit_request_fields = 64
limit_request_field_size = 8190
# Heartbeats in memory: a slow disk would end a worker that is well.
worker_tmp_dir = "/dev/shm"  # noqa: S108
control_socket_disable = True
