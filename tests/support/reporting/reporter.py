"""A program of a team, with the SDK as anybody installs it. Argument: the DSN."""

import sys

import sentry_sdk

sentry_sdk.init(dsn=sys.argv[1], release="worker@1.2.3", environment="staging", server_name="worker-1")
sentry_sdk.set_tag("queue", "mail")
sentry_sdk.set_user({"id": "9", "username": "ada"})


def read_row():
    raise KeyError("subject")


def send_mail(number):
    try:
        read_row()
    except KeyError as error:
        raise ValueError(f"mail {number} has no subject") from error


sentry_sdk.add_breadcrumb(category="mail", message="taken from the queue")
with sentry_sdk.sessions.track_session(sentry_sdk.get_isolation_scope()):
    try:
        send_mail(41)
    except ValueError as error:
        sentry_sdk.capture_exception(error)
sentry_sdk.capture_message("queue is empty")
sentry_sdk.flush(5)
print("done")
