"""Things made to be destroyed: what an operation destroys or changes for good is not what all others stand on."""

import uuid

from server import WORLD, call, token_from_mail


def fresh_project():
    key = "F" + uuid.uuid4().hex[:8].upper()
    return call("POST", "/api/v2/projects", {"key": key, "name": "To be destroyed"})["id"]


def fresh_task():
    return call("POST", f"/api/v2/projects/{WORLD['project_id']}/tasks", {"title": "To be destroyed"})["id"]


def fresh_blocking_task():
    blocking = fresh_task()
    call("PUT", f"/api/v2/tasks/{WORLD['task_id']}/dependencies/{blocking}")
    return blocking


def fresh_label():
    body = {"name": uuid.uuid4().hex, "color": "#aabbcc"}
    return call("POST", f"/api/v2/projects/{WORLD['project_id']}/labels", body)["id"]


def fresh_milestone():
    return call("POST", f"/api/v2/projects/{WORLD['project_id']}/milestones", {"name": uuid.uuid4().hex})["id"]


def fresh_source_map():
    path = f"/api/v2/projects/{WORLD['project_id']}/source-maps"
    source_map = {"version": 3, "sources": ["a.js"], "names": [], "mappings": "AAAA"}
    return call("POST", path, {"release": uuid.uuid4().hex, "file": "a.js", "map": source_map})["id"]


def fresh_reporting_key():
    path = f"/api/v2/projects/{WORLD['project_id']}/reporting-keys"
    return call("POST", path, {"name": "To be destroyed"})["id"]


def fresh_error():
    report = {"type": uuid.uuid4().hex, "message": "To be destroyed"}
    return call("POST", "/api/v2/errors", {"project_id": WORLD["project_id"], "reports": [report]})["results"][0]["error_id"]


def fresh_event():
    event = {"source": "/fuzz", "type": "fuzz.destroyed"}
    return call("POST", "/api/v2/events", {"events": [event]})["results"][0]["event_id"]


def fresh_comment():
    return call("POST", f"/api/v2/tasks/{WORLD['task_id']}/comments", {"body": "To be destroyed"})["id"]


def fresh_alert_rule():
    body = {"project_id": WORLD["project_id"], "name": uuid.uuid4().hex, "kind": "threshold"}
    return call("POST", "/api/v2/error-alert-rules", body)["id"]


def fresh_import():
    """Long enough to be still running when it is to be cancelled."""
    labels = [{"name": uuid.uuid4().hex, "color": "aabbcc", "description": ""} for _ in range(2000)]
    archive = {"repo": "fuzz/fuzz", "labels": labels, "issues": [], "pulls": []}
    return call("POST", f"/api/v2/projects/{WORLD['project_id']}/imports", archive)["id"]


def fresh_api_key():
    return call("POST", "/api/v2/api-keys", {"name": "To be destroyed", "scopes": ["tasks:read"]})["id"]


def fresh_user():
    body = {"email": f"{uuid.uuid4().hex}@fuzz.example", "name": "To be destroyed"}
    return call("POST", "/api/v2/users", body)["id"]


def fresh_organization():
    return call("POST", "/api/v2/organizations", {"name": "To be destroyed"})["id"]


def fresh_invitation():
    path = f"/api/v2/organizations/{WORLD['organization_id']}/invitations"
    return call("POST", path, {"email": f"{uuid.uuid4().hex}@fuzz.example"})["id"]


# Once they are used up, unknown ids show the way of an unknown one.
MEMBERS = WORLD["member_ids"].split()


def fresh_member():
    return MEMBERS.pop() if MEMBERS else str(uuid.uuid4())


def project_member():
    """The fuzzer itself, put back among the members: as owner of the organization it leads the project anyway."""
    path = f"/api/v2/projects/{WORLD['project_id']}/members/{WORLD['user_id']}"
    return call("PUT", path, {"role": "lead"})["user_id"]


def fresh_session():
    return call("POST", "/api/v2/auth/login", {"email": WORLD["email"], "password": WORLD["password"]})


def fresh_verification_token():
    address = f"{uuid.uuid4().hex}@fuzz.example"
    call("POST", "/api/v2/auth/register", {"email": address, "name": "Fuzz", "password": WORLD["password"]})
    return token_from_mail(address, "Verify")


# By operation: the path parameter that names what is destroyed, and what makes one.
SACRIFICES = {
    "updateOrganization": ("organization_id", fresh_organization),
    "deleteOrganization": ("organization_id", fresh_organization),
    "updateMember": ("user_id", fresh_member),
    "removeMember": ("user_id", fresh_member),
    "revokeInvitation": ("invitation_id", fresh_invitation),
    "updateProject": ("project_id", fresh_project),
    "deleteProject": ("project_id", fresh_project),
    "removeProjectMember": ("user_id", project_member),
    "deleteTask": ("task_id", fresh_task),
    "updateTask": ("task_id", fresh_task),
    "transitionTask": ("task_id", fresh_task),
    "completeTask": ("task_id", fresh_task),
    "removeTaskDependency": ("blocking_task_id", fresh_blocking_task),
    "updateLabel": ("label_id", fresh_label),
    "deleteLabel": ("label_id", fresh_label),
    "deleteSourceMap": ("source_map_id", fresh_source_map),
    "deleteEvent": ("event_id", fresh_event),
    "updateError": ("error_id", fresh_error),
    "deleteError": ("error_id", fresh_error),
    "resolveError": ("error_id", fresh_error),
    "createTaskFromError": ("error_id", fresh_error),
    "updateReportingKey": ("reporting_key_id", fresh_reporting_key),
    "deleteReportingKey": ("reporting_key_id", fresh_reporting_key),
    "updateMilestone": ("milestone_id", fresh_milestone),
    "deleteMilestone": ("milestone_id", fresh_milestone),
    "deleteComment": ("comment_id", fresh_comment),
    "updateErrorAlertRule": ("rule_id", fresh_alert_rule),
    "deleteErrorAlertRule": ("rule_id", fresh_alert_rule),
    "cancelImport": ("import_id", fresh_import),
    "deleteApiKey": ("api_key_id", fresh_api_key),
    "updateUser": ("user_id", fresh_user),
    "revokeSession": ("session_id", lambda: fresh_session()["session"]["id"]),
    "deleteSession": ("session_id", lambda: fresh_session()["session"]["id"]),
    "updateApiKey": ("api_key_id", fresh_api_key),
    "rotateApiKey": ("api_key_id", fresh_api_key),
    "deleteUser": ("user_id", fresh_user),
    "revokeMySession": ("session_id", lambda: fresh_session()["session"]["id"]),
}
