import json
import os
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

from architect_client import ApiClient, Configuration, Problem, ProjectCreate, ProjectsApi, Task, TaskCreate, TaskPage
from architect_client import TasksApi, TaskUpdate
from architect_client.exceptions import ApiException, NotFoundException

project_key = os.environ["PROJECT_KEY"]
configuration = Configuration(
    host=os.environ["ARCHITECT_URL"],
    access_token=os.environ["ARCHITECT_API_KEY"],
    # The default ends with +0000, which RFC 3339 does not allow. All times are in UTC here.
    datetime_format="%Y-%m-%dT%H:%M:%S.%fZ",
)
client = ApiClient(configuration)
projects = ProjectsApi(client)
tasks = TasksApi(client)

project_id = projects.create_project(ProjectCreate(key=project_key, name="Flow")).id
first_body = TaskCreate(title="First", description=None, due_on=date(2027, 3, 1))


def create_first() -> Task:
    return tasks.create_task(project_id, first_body, idempotency_key=f"flow-{project_key}")


first = create_first()
tasks.create_task(project_id, TaskCreate(title="Second"))
tasks.create_task(project_id, TaskCreate(title="Third"))
assert first.title == "First"
print("ok create")

assert create_first().id == first.id
print("ok idempotency")

an_hour_ago = datetime.now(timezone.utc) - timedelta(hours=1)


def read_page(cursor: str | None = None) -> TaskPage:
    return tasks.list_project_tasks(project_id, limit=2, cursor=cursor, created_after=an_hour_ago)


page = read_page()
assert len(page.data) == 2 and page.page.next_cursor is not None
last = read_page(page.page.next_cursor)
assert (len(last.data), last.page.has_more, last.page.next_cursor) == (1, False, None)
print("ok pages")

assert first.due_on == date(2027, 3, 1)
assert abs(first.created_at - datetime.now(timezone.utc)) < timedelta(minutes=10)
print("ok dates")

task_id = str(first.id)
headers = tasks.get_task_with_http_info(task_id).headers
assert headers is not None
etag = headers["ETag"]


def change() -> Task:
    return tasks.update_task(task_id, TaskUpdate(title="Changed", due_on=None), if_match=etag)


changed = change()
assert (changed.title, changed.due_on, changed.description, changed.version) == ("Changed", None, None, 2)
print("ok nulls")


def exception_of(call: Callable[[], object]) -> ApiException:
    try:
        call()
    except ApiException as exception:
        return exception
    raise AssertionError("the call succeeded")


def problem_of(exception: ApiException) -> Problem:
    """The exception parses the body if the response's media type is listed in the document."""
    if isinstance(exception.data, Problem):
        return exception.data
    return Problem.model_validate(json.loads(exception.body or ""))


stale = exception_of(change)
assert (stale.status, problem_of(stale).code) == (412, "precondition_failed")
print("ok precondition")

assert tasks.delete_task_with_http_info(task_id).status_code == 204
absent = exception_of(lambda: tasks.get_task(task_id))
assert isinstance(absent, NotFoundException)
assert problem_of(absent).code == "not_found"
print("ok problem")

assert projects.delete_project_with_http_info(project_id).status_code == 204
print("ok delete")
