import architect.ApiClient;
import architect.ApiException;
import architect.ApiResponse;
import architect.api.ProjectsApi;
import architect.api.ProjectsApi.APICreateProjectRequest;
import architect.api.ProjectsApi.APIDeleteProjectRequest;
import architect.api.TasksApi;
import architect.api.TasksApi.APICreateTaskRequest;
import architect.api.TasksApi.APIDeleteTaskRequest;
import architect.api.TasksApi.APIGetTaskRequest;
import architect.api.TasksApi.APIListProjectTasksRequest;
import architect.api.TasksApi.APIUpdateTaskRequest;
import architect.model.Problem;
import architect.model.ProjectCreate;
import architect.model.Task;
import architect.model.TaskCreate;
import architect.model.TaskPage;
import architect.model.TaskUpdate;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

public final class Flow {
  private static final String PROJECT_KEY = System.getenv("PROJECT_KEY");
  /** The same for all pages: a cursor is valid with the same filters only. */
  private static final OffsetDateTime AN_HOUR_AGO = OffsetDateTime.now().minusHours(1);

  private final ApiClient client = new ApiClient();
  private final ProjectsApi projects;
  private final TasksApi tasks;
  private final UUID projectId;

  private Flow() throws ApiException {
    client.updateBaseUri(System.getenv("ARCHITECT_URL"));
    String authorization = "Bearer " + System.getenv("ARCHITECT_API_KEY");
    client.setRequestInterceptor(request -> request.header("Authorization", authorization));
    projects = new ProjectsApi(client);
    tasks = new TasksApi(client);
    ProjectCreate project = new ProjectCreate().key(PROJECT_KEY).name("Flow");
    projectId = projects.createProject(APICreateProjectRequest.newBuilder().projectCreate(project).build()).getId();
  }

  public static void main(String[] args) throws Exception {
    new Flow().run();
  }

  private void run() throws Exception {
    ApiResponse<Task> response = createFirst();
    Task first = response.getData();
    for (String title : List.of("Second", "Third")) {
      create(new TaskCreate().title(title), null);
    }
    equal(first.getTitle(), "First");
    System.out.println("ok create");

    equal(createFirst().getData().getId(), first.getId());
    System.out.println("ok idempotency");

    TaskPage page = readPage(null);
    equal(page.getData().size(), 2);
    TaskPage last = readPage(Objects.requireNonNull(page.getPage().getNextCursor()));
    equal(
        Arrays.asList(last.getData().size(), last.getPage().getHasMore(), last.getPage().getNextCursor()),
        Arrays.asList(1, false, null));
    System.out.println("ok pages");

    equal(first.getDueOn(), LocalDate.of(2027, 3, 1));
    Duration age = Duration.between(first.getCreatedAt(), OffsetDateTime.now()).abs();
    equal(age.compareTo(Duration.ofMinutes(10)) < 0, true);
    System.out.println("ok dates");

    String id = first.getId().toString();
    String etag = response.getHeaders().get("etag").get(0);
    Task changed = change(id, etag);
    equal(
        Arrays.asList(changed.getTitle(), changed.getDueOn(), changed.getDescription(), changed.getVersion()),
        Arrays.asList("Changed", null, null, 2));
    System.out.println("ok nulls");

    equal(refusalOf(() -> change(id, etag)), "412 precondition_failed");
    System.out.println("ok precondition");

    tasks.deleteTask(APIDeleteTaskRequest.newBuilder().taskId(id).build());
    APIGetTaskRequest again = APIGetTaskRequest.newBuilder().taskId(id).build();
    equal(refusalOf(() -> tasks.getTask(again)), "404 not_found");
    System.out.println("ok problem");

    projects.deleteProject(APIDeleteProjectRequest.newBuilder().projectId(projectId).build());
    System.out.println("ok delete");
  }

  private ApiResponse<Task> create(TaskCreate task, String idempotencyKey) throws ApiException {
    return tasks.createTaskWithHttpInfo(
        APICreateTaskRequest.newBuilder()
            .projectId(projectId)
            .taskCreate(task)
            .idempotencyKey(idempotencyKey)
            .build());
  }

  private ApiResponse<Task> createFirst() throws ApiException {
    TaskCreate task = new TaskCreate().title("First").description(null).dueOn(LocalDate.of(2027, 3, 1));
    return create(task, "flow-" + PROJECT_KEY);
  }

  private TaskPage readPage(String cursor) throws ApiException {
    return tasks.listProjectTasks(
        APIListProjectTasksRequest.newBuilder()
            .projectId(projectId)
            .limit(2)
            .cursor(cursor)
            .createdAfter(AN_HOUR_AGO)
            .build());
  }

  private Task change(String id, String etag) throws ApiException {
    TaskUpdate change = new TaskUpdate().title("Changed").dueOn(null);
    return tasks.updateTask(
        APIUpdateTaskRequest.newBuilder().taskId(id).taskUpdate(change).ifMatch(etag).build());
  }

  /** Returns the status and the code of the problem that a call ends with. */
  private String refusalOf(Callable<Task> call) throws Exception {
    try {
      call.call();
    } catch (ApiException refused) {
      return refused.getCode() + " " + problemOf(refused).getCode().getValue();
    }
    throw new AssertionError("the call succeeded");
  }

  private Problem problemOf(ApiException refused) throws IOException {
    return client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
  }

  private static void equal(Object actual, Object expected) {
    if (!Objects.equals(actual, expected)) {
      throw new AssertionError(actual + " instead of " + expected);
    }
  }
}
