import os
from datetime import date, datetime, timedelta, timezone

from architect_client import AuthenticatedClient
from architect_client.api.projects import create_project, delete_project
from architect_client.api.tasks import create_task, delete_task, get_task, list_project_tasks, update_task
from architect_client.models import Problem, Project, ProjectCreate, Task, TaskCreate, TaskPage, TaskUpdate
from architect_client.types import UNSET, Unset

project_key = os.environ["PROJECT_KEY"]
client = AuthenticatedClient(os.environ["ARCHITECT_URL"], os.environ["ARCHITECT_API_KEY"])

project = create_project.sync(client=client, body=ProjectCreate(key=project_key, name="Flow"))
assert isinstance(project, Project)
project_id = project.id


def create(body: TaskCreate, idempotency_key: str | Unset = UNSET) -> Task:
    task = create_task.sync(project_id, client=client, body=body, idempotency_key=idempotency_key)
    assert isinstance(task, Task)
    return task


first_body = TaskCreate(title="First", description=None, due_on=date(2027, 3, 1))
first = create(first_body, f"flow-{project_key}")
create(TaskCreate(title="Second"))
create(TaskCreate(title="Third"))
assert first.title == "First"
print("ok create")

assert create(first_body, f"flow-{project_key}").id == first.id
print("ok idempotency")

an_hour_ago = datetime.now(timezone.utc) - timedelta(hours=1)


def read_page(cursor: str | Unset = UNSET) -> TaskPage:
    page = list_project_tasks.sync(project_id, client=client, limit=2, cursor=cursor, created_after=an_hour_ago)
    assert isinstance(page, TaskPage)
    return page


page = read_page()
assert len(page.data) == 2 and page.page.next_cursor is not None
last = read_page(page.page.next_cursor)
assert (len(last.data), last.page.has_more, last.page.next_cursor) == (1, False, None)
print("ok pages")

assert first.due_on == date(2027, 3, 1)
assert abs(first.created_at - datetime.now(timezone.utc)) < timedelta(minutes=10)
print("ok dates")

etag = get_task.sync_detailed(str(first.id), client=client).headers["ETag"]
change = TaskUpdate(title="Changed", due_on=None)
changed = update_task.sync(str(first.id), client=client, body=change, if_match=etag)
assert isinstance(changed, Task)
assert (changed.title, changed.due_on, changed.description, changed.version) == ("Changed", None, None, 2)
print("ok nulls")

stale = update_task.sync_detailed(str(first.id), client=client, body=change, if_match=etag)
assert isinstance(stale.parsed, Problem)
assert (stale.status_code, stale.parsed.code) == (412, "precondition_failed")
print("ok precondition")

assert delete_task.sync_detailed(str(first.id), client=client).status_code == 204
absent = get_task.sync_detailed(str(first.id), client=client)
assert isinstance(absent.parsed, Problem)
assert (absent.status_code, absent.parsed.code) == (404, "not_found")
print("ok problem")

assert delete_project.sync_detailed(project_id, client=client).status_code == 204
print("ok delete")
