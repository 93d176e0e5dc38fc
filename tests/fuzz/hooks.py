"""What Schemathesis cannot know of this server: which ids exist, and what would cut the branch it sits on.

Only well-formed requests are touched. Ids in their paths and bodies become ids that exist, where the generated ones
would only ever meet 404; an operation that destroys something gets a fresh thing to destroy, and one that ends a
session a fresh session. Ids that a stateful scenario carries over stay.
"""

import json
import os
import sys
import uuid
from pathlib import Path

import schemathesis
from hypothesis import strategies
from schemathesis.core import NotSet

# Schemathesis loads this file by its path; those beside it are found so.
sys.path.insert(0, str(Path(__file__).parent))

from sacrifices import SACRIFICES, fresh_session, fresh_task, fresh_verification_token
from server import WORLD, draw, some_address
from spares import answered_challenge, fresh_reset_token, new_password, note_outcome, spare, spare_token

REACHED = Path(os.environ["FUZZ_REACHED"])

# Of ten well-formed requests, so many keep the ids that were generated: the way of an unknown id is tried, too.
KEEP_GENERATED = 0.2
reached: dict[str, dict[int, int]] = {}

# Once they are used up, unknown tokens show the way of an unknown one.
INVITATION_TOKENS = WORLD["invitation_tokens"].split()

# Path parameters: what exists.
KNOWN = {name: WORLD[name] for name in (
    "organization_id", "user_id", "project_id", "task_id", "blocking_task_id", "label_id", "reporting_key_id", "project_number", "source_map_id", "milestone_id", "comment_id",
    "import_id", "api_key_id", "session_id", "entry_id", "rule_id", "error_id", "event_id", "incident_id",
)}

# What a link carries over from a field that is null.
EMPTY = (None, "None")

# Requests whose own credential ends with them.
SUICIDES = {"logOut", "rotateSession"}

# Requests that change what somebody logs in with; they act as a user of their own.
SPARED = {"deleteMe", "changePassword", "enrolTotp", "confirmTotp", "removeTotp", "regenerateRecoveryCodes"}


def operation_id(case):
    return case.operation.definition.raw["operationId"]


def is_well_formed(case):
    return case.meta is not None and case.meta.generation.mode.is_positive


# The names that a server knows are those of its ICU; these are in every one.
TIME_ZONES = ["UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "Pacific/Auckland"]
schemathesis.openapi.format("time-zone", strategies.sampled_from(TIME_ZONES))

# Text is sent as it is.
schemathesis.serializer.alias(["text/csv", "application/x-ndjson", "application/x-sentry-envelope"], "text/plain")


@schemathesis.hook
def filter_case(ctx, case):
    """HTTP cuts white space around the value of a header, which may make it valid."""
    return all(str(value) == str(value).strip(" \t") for value in (case.headers or {}).values())


@schemathesis.hook
def before_call(ctx, case, **kwargs):
    name = operation_id(case)
    headers = case.headers
    if headers is not None:
        if "Idempotency-Key" in headers and is_well_formed(case):
            headers["Idempotency-Key"] = str(uuid.uuid4())
        if "X-Organization-Id" in headers and is_well_formed(case):
            # Schemathesis takes the id of what a request created for that of an organization, too, and expects to find
            # there what was created.
            is_of_another = headers["X-Organization-Id"] in (case.path_parameters or {}).values()
            if is_of_another or draw.random() > KEEP_GENERATED:
                headers["X-Organization-Id"] = WORLD["organization_id"]
        for precondition in ("If-Match", "If-None-Match"):
            # In headers the coverage phase sends letters and digits alone, also where the pattern asks for quotes.
            if precondition in headers and is_well_formed(case) and headers[precondition].isalnum():
                del headers[precondition]
        if "If-Match" in headers and is_well_formed(case) and draw.random() > KEEP_GENERATED:
            headers["If-Match"] = "*"
    if name in ("logIn", "registerUser", "verifyEmail", "changePassword", "completeMfaLogIn", "previewInvitation"):
        case.headers = {**(headers or {}), "X-Forwarded-For": some_address()}
    if case.query and "cursor" in case.query and is_well_formed(case):
        # A cursor is signed: the only ones that hold come from links, and tests/api follows those.
        del case.query["cursor"]
    if case.query and "time_zone" in case.query and is_well_formed(case) and case.query["time_zone"] not in TIME_ZONES:
        # The coverage phase makes names of every length, of letters that name no zone.
        case.query["time_zone"] = draw.choice(TIME_ZONES)
    spare_the_world(name, case)
    if not is_well_formed(case):
        return
    leave_out_empty_links(case)
    if name == "createImport":
        case.body = without_proto(case.body)
    if name in ("receiveEnvelope", "receiveStoredEvent"):
        use_known_report(name, case)
    if name == "receiveCloudEvents":
        use_known_attributes(case)
    if draw.random() < KEEP_GENERATED:
        return
    is_stateful = str(case.meta.phase.name).lower().endswith("stateful")
    if not is_stateful:
        use_known_ids(name, case)
    try:
        use_known_body(name, case)
    except UNPREPARED:
        # The body stays as it was generated.
        pass


def leave_out_empty_links(case):
    """A scenario also carries over fields that are null, as `None`: the user of an event that nobody caused has no id."""
    case.query = {name: value for name, value in (case.query or {}).items() if value not in EMPTY}
    for parameter, value in (case.path_parameters or {}).items():
        if value in EMPTY:
            case.path_parameters[parameter] = KNOWN.get(parameter, str(uuid.uuid4()))


def spare_the_world(name, case):
    """A scenario that lists things may come to destroy what every other request stands on."""
    wanted, make = SACRIFICES.get(name, (None, None))
    if wanted is not None and (case.path_parameters or {}).get(wanted) == WORLD.get(wanted):
        case.path_parameters[wanted] = made_by(make)


# What goes wrong while something is prepared: the server refuses it, or no mail comes.
UNPREPARED = (OSError, RuntimeError)


def made_by(make):
    """An id to destroy. Where none can be made (a quota is used up), an unknown one; run.ts tells of what never succeeds."""
    try:
        return make()
    except UNPREPARED:
        return str(uuid.uuid4())


def use_known_ids(name, case):
    # Figures of a project ask for it in the query.
    if case.query and "project_id" in case.query:
        case.query["project_id"] = WORLD["project_id"]
    parameters = case.path_parameters
    if not parameters:
        return
    wanted, make = SACRIFICES.get(name, (None, None))
    for parameter in list(parameters):
        if parameter == wanted:
            parameters[parameter] = made_by(make)
        elif parameter in KNOWN:
            parameters[parameter] = KNOWN[parameter]


def use_known_report(name, case):
    """The format of an envelope is no schema, so the text that was generated becomes the message of an event in one."""
    if draw.random() < KEEP_GENERATED:
        # Without a key nothing is said about the body.
        case.query = {name: value for name, value in (case.query or {}).items() if name != "sentry_key"}
        case.headers = {name: value for name, value in (case.headers or {}).items() if name != "X-Sentry-Auth"}
        return
    case.path_parameters["project_number"] = WORLD["project_number"]
    case.query = {**(case.query or {}), "sentry_key": WORLD["public_key"]}
    if case.headers and "X-Sentry-Auth" in case.headers:
        case.headers["X-Sentry-Auth"] = f"Sentry sentry_key={WORLD['public_key']}"
    event = json.dumps({"event_id": uuid.uuid4().hex, "message": str(case.body)[:1000]})
    case.body = event if name == "receiveStoredEvent" else f'{{}}\n{{"type":"event"}}\n{event}'


def use_known_attributes(case):
    """The headers of an event go with one content mode only, which the contract cannot say: in the others they are ignored."""
    headers = {name: value for name, value in (case.headers or {}).items() if not name.lower().startswith("ce-")}
    # Without a body, the media type says nothing.
    if not isinstance(case.body, NotSet) and str(case.media_type).startswith("application/cloudevents"):
        case.headers = headers
        return
    attributes = {"ce-specversion": "1.0", "ce-id": str(uuid.uuid4()), "ce-source": "/fuzz", "ce-type": "fuzz.sent"}
    optional = {"ce-subject": "fuzz", "ce-time": "2026-11-02T09:30:00Z", "ce-dataschema": "https://schemas.example/fuzz"}
    given = {name.lower() for name in case.headers or {}}
    case.headers = {**headers, **attributes, **{name: value for name, value in optional.items() if name in given}}


def without_proto(value):
    """The server refuses `__proto__` wherever it stands, which the open schema of an archive cannot say."""
    if isinstance(value, dict):
        return {key: without_proto(item) for key, item in value.items() if key != "__proto__"}
    return [without_proto(item) for item in value] if isinstance(value, list) else value


def use_known_bulk(body):
    """Operations on tasks that are there: fresh ones, so that the world's own outlive it."""
    for operation in body["operations"]:
        if not isinstance(operation, dict):
            continue
        for field, known in (("project_id", WORLD["project_id"]), ("label_id", WORLD["label_id"])):
            if field in operation:
                operation[field] = known
        if operation.get("task_id") == WORLD["task_id"] or draw.random() < 0.3:
            operation.update({"task_id": fresh_task()} if "task_id" in operation else {})


def use_known_body(name, case):
    body = case.body
    if name == "bulkTasks" and isinstance(body, dict) and isinstance(body.get("operations"), list):
        use_known_bulk(body)
    if not isinstance(body, dict):
        return
    if name == "updateMe" and "home_organization_id" in body:
        case.body = {**body, "home_organization_id": WORLD["organization_id"]}
    elif name == "logIn":
        case.body = {"email": WORLD["email"], "password": WORLD["password"]}
    elif name == "verifyEmail" and draw.random() < 0.6:
        case.body = {"token": fresh_verification_token()}
    elif name == "resetPassword" and draw.random() < 0.2:
        case.body = {"token": fresh_reset_token(), "password": new_password()}
    elif name == "confirmTotp":
        # Enrolling does not change the session that the request goes by.
        case.body = {"code": spare(name).enrol()}
    elif name == "completeMfaLogIn" and draw.random() < 0.5:
        case.body = answered_challenge()
    elif name == "changePassword":
        case.body = {"current_password": spare(name).password, "new_password": new_password()}
    elif name == "acceptInvitation" and INVITATION_TOKENS and draw.random() < 0.3:
        case.body = {"token": INVITATION_TOKENS.pop()}
    elif name == "previewInvitation" and INVITATION_TOKENS and draw.random() < 0.5:
        case.body = {"token": INVITATION_TOKENS[0]}
    elif name == "registerUser" and draw.random() < 0.5:
        case.body = {**body, "password": WORLD["password"]}
    elif name == "updateApiKey":
        # Scopes only become fewer, and an end in the past is refused.
        known = {"scopes": ["tasks:read"], "expires_at": "2099-01-01T00:00:00Z"}
        case.body = {field: known.get(field, value) for field, value in body.items()}
    elif "project_id" in body:
        case.body = {**body, "project_id": WORLD["project_id"]}
    if isinstance(case.body, dict) and "assignee_id" in case.body and case.body["assignee_id"] is not None:
        case.body = {**case.body, "assignee_id": WORLD["user_id"]}
    if isinstance(case.body, dict) and case.body.get("milestone_id") is not None and draw.random() < 0.7:
        case.body = {**case.body, "milestone_id": WORLD["milestone_id"]}
    if isinstance(case.body, dict) and isinstance(case.body.get("label_ids"), list) and draw.random() < 0.7:
        case.body = {**case.body, "label_ids": [WORLD["label_id"]] if case.body["label_ids"] else []}


@schemathesis.auth(refresh_interval=None)
class SessionOfTheFuzzer:
    """The session that every request acts by; one that will be ended by its request is made for it."""

    def get(self, case, ctx):
        if operation_id(case) in SPARED:
            return spare_token(operation_id(case))
        return fresh_session()["token"] if operation_id(case) in SUICIDES else WORLD["token"]

    def set(self, case, data, ctx):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


@schemathesis.hook
def after_call(ctx, case, response):
    # Schemathesis also tries methods that the path does not have, in the name of an operation that it has: OPTIONS answers
    # 204, and has neither reached nor changed anything.
    if case.method.upper() != case.operation.method.upper():
        return
    note_outcome(operation_id(case), case, response)
    statuses = reached.setdefault(f"{case.method.upper()} {case.operation.path}", {})
    statuses[response.status_code] = statuses.get(response.status_code, 0) + 1
    REACHED.write_text(json.dumps(reached))
