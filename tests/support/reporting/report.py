"""A reporter without dependencies: sends events and errors, reads them back, and fails if anything differs.

Usage: ARCHITECT_URL=… ARCHITECT_KEY=… python3 report.py PROJECT_ID [BATCHES [EVENTS_PER_BATCH]]

The key needs the scopes events:read, events:write, errors:read and errors:write. Every event and every report has an id
of its own, chosen before it is sent for the first time. It can therefore be sent again after any failure, also after one
that leaves open whether it was stored: the server stores it once.
"""

import concurrent.futures
import datetime
import http.client
import json
import os
import random
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

BASE = os.environ["ARCHITECT_URL"].rstrip("/")
KEY = os.environ["ARCHITECT_KEY"]
# The server or a proxy before it was busy or away; the request may be sent again.
RETRIED_STATUSES = (429, 502, 503, 504)
ATTEMPTS_MAX = 30
PAUSE_MAX_S = 5.0
# What the server may take, and a little more.
TIMEOUT_S = 35.0
SENDERS = 4

retries = {}


class Refused(Exception):
    """The server has understood the request and does not take it. To send it again would not help."""


def call(method, path, body=None):
    """Sends one request, again and again until the server takes or refuses it. Returns the parsed response."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"authorization": f"Bearer {KEY}", "content-type": "application/json", "accept": "application/json"}
    for attempt in range(1, ATTEMPTS_MAX + 1):
        # Doubles with each attempt, and is different in each sender, so that they do not come back all at once.
        pause = min(PAUSE_MAX_S, 0.1 * 2**attempt) * random.uniform(0.5, 1)
        try:
            request = urllib.request.Request(BASE + path, data=data, headers=headers, method=method)
            with urllib.request.urlopen(request, timeout=TIMEOUT_S) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            with error:
                text = error.read().decode(errors="replace")
            if error.code not in RETRIED_STATUSES:
                raise Refused(f"{method} {path}: {error.code} {text}") from error
            reason = str(error.code)
            pause = max(pause, seconds_of(error.headers.get("retry-after")))
        except (OSError, http.client.HTTPException, ValueError) as error:
            # No connection, or one that ended before the response did.
            reason = type(error).__name__
        retries[reason] = retries.get(reason, 0) + 1
        print(f"waits {pause:.1f} s after {reason}", flush=True)
        time.sleep(pause)
    raise SystemExit(f"{method} {path}: gave up after {ATTEMPTS_MAX} attempts")


def seconds_of(retry_after):
    """Returns the value of Retry-After, which may also be absent or a date."""
    return float(retry_after) if retry_after is not None and retry_after.isdigit() else 0.0


def pages(path, query):
    """Yields the pages of a list."""
    cursor = None
    while True:
        page = call("GET", f"{path}?{urllib.parse.urlencode({**query, **({'cursor': cursor} if cursor else {})})}")
        yield page
        cursor = page["page"]["next_cursor"]
        if cursor is None:
            return


def now():
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def events_of(run, project, batch, count):
    return [
        {
            "id": f"{batch}-{number}",
            "source": f"/reporters/{run}",
            "type": "order.paid",
            "subject": f"Bestellung №{number}",
            "time": now(),
            "data": {"batch": batch, "number": number, "customer": "Žofie 😀"},
            "project_id": project,
        }
        for number in range(count)
    ]


def reports_of(run, batch):
    """Two failures, of which the first happens in every batch and is one error therefore."""
    return [
        {"id": str(uuid.uuid4()), "type": f"ReporterError{run}", "message": "No carrier", "occurred_at": now()},
        {"id": str(uuid.uuid4()), "type": f"ReporterError{run}", "message": f"Batch {'x' * (batch + 1)} is lost"},
    ]


def send(project, events, reports):
    receipt = call("POST", "/api/v2/events", {"events": events})
    refused = [result["problem"] for result in receipt["results"] if result["outcome"] == "refused"]
    if refused:
        raise Refused(json.dumps(refused))
    results = call("POST", "/api/v2/errors", {"project_id": project, "reports": reports})["results"]
    return receipt["results"], results


def differences(run, project, sent_events, sent_reports, acknowledged):
    """Yields what is stored otherwise than it was sent."""
    stored = {}
    for page in pages("/api/v2/events", {"source": f"/reporters/{run}", "project_id": project, "limit": 100}):
        for event in page["data"]:
            if event["external_id"] in stored:
                yield f"event {event['external_id']} is stored twice"
            stored[event["external_id"]] = event
    for event in sent_events:
        found = stored.pop(event["id"], None)
        if found is None:
            yield f"event {event['id']} is lost"
            continue
        if found["id"] != acknowledged[event["id"]]:
            yield f"event {event['id']} was acknowledged as another"
        for name in ("source", "type", "subject", "time", "data", "project_id"):
            if found[name] != event[name]:
                yield f"event {event['id']}: {name} is {found[name]!r}, was {event[name]!r}"
    for external_id in stored:
        yield f"event {external_id} was never sent"
    counted = 0
    for page in pages("/api/v2/errors", {"project_id": project, "type": f"ReporterError{run}", "limit": 100}):
        counted += sum(counts["occurrence_count"] for counts in page["counts"])
    if counted != len(sent_reports):
        yield f"{counted} failures are counted, {len(sent_reports)} were reported"


def main(project, batches=20, per_batch=50):
    run = uuid.uuid4().hex
    sent_events, sent_reports, acknowledged, errors = [], [], {}, set()
    with concurrent.futures.ThreadPoolExecutor(SENDERS) as senders:
        waiting = {}
        for batch in range(batches):
            events, reports = events_of(run, project, batch, per_batch), reports_of(run, batch)
            sent_events += events
            sent_reports += reports
            waiting[senders.submit(send, project, events, reports)] = events
        for done, future in enumerate(concurrent.futures.as_completed(waiting), 1):
            results, reported = future.result()
            for event, result in zip(waiting[future], results, strict=True):
                acknowledged[event["id"]] = result["event_id"]
            errors.update(result["error_id"] for result in reported)
            print(f"sent {done} of {batches}", flush=True)
    found = list(differences(run, project, sent_events, sent_reports, acknowledged))
    print("\n".join(found), file=sys.stderr)
    summary = {"events": len(sent_events), "reports": len(sent_reports), "errors": len(errors), "differences": len(found)}
    print(json.dumps({**summary, "retries": retries}), flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
