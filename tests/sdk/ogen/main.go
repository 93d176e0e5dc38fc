package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"reflect"
	"time"

	"architect.example/flow/architect"
	"github.com/google/uuid"
	"github.com/ogen-go/ogen/ogenerrors"
)

var ctx = context.Background()

// anHourAgo is the same for all pages: a cursor is valid with the same filters only.
var anHourAgo = architect.Instant(time.Now().Add(-time.Hour))

func equal(actual, expected any) {
	if !reflect.DeepEqual(actual, expected) {
		log.Fatalf("%v instead of %v", actual, expected)
	}
}

// as returns a response of the expected type.
func as[T any](response any, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	expected, isExpected := response.(T)
	if !isExpected {
		log.Fatalf("%T instead of %T: %+v", response, expected, response)
	}
	return expected
}

// apiKey authorizes requests with an API key; the other security schemes belong to sessions.
type apiKey struct{}

func (apiKey) BearerAuth(context.Context, architect.OperationName) (architect.BearerAuth, error) {
	return architect.BearerAuth{Token: os.Getenv("ARCHITECT_API_KEY")}, nil
}

func (apiKey) SessionCookie(context.Context, architect.OperationName) (architect.SessionCookie, error) {
	return architect.SessionCookie{}, ogenerrors.ErrSkipClientSecurity
}

func (apiKey) CsrfToken(context.Context, architect.OperationName) (architect.CsrfToken, error) {
	return architect.CsrfToken{}, ogenerrors.ErrSkipClientSecurity
}

type flow struct {
	client    *architect.Client
	projectID architect.ID
	key       string
}

func (f flow) create(task architect.TaskCreate, key architect.OptString) *architect.TaskHeaders {
	params := architect.CreateTaskParams{ProjectID: f.projectID, IdempotencyKey: key}
	response, err := f.client.CreateTask(ctx, &task, params)
	return as[*architect.TaskHeaders](response, err)
}

func (f flow) createFirst() *architect.TaskHeaders {
	task := architect.TaskCreate{Title: "First"}
	task.Description.SetToNull()
	task.DueOn.SetTo(time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC))
	return f.create(task, architect.NewOptString(f.key))
}

func (f flow) readPage(cursor architect.OptString) architect.TaskPage {
	params := architect.ListProjectTasksParams{ProjectID: f.projectID, Cursor: cursor}
	params.Limit.SetTo(2)
	params.CreatedAfter.SetTo(anHourAgo)
	response, err := f.client.ListProjectTasks(ctx, params)
	return as[*architect.TaskPageHeaders](response, err).Response
}

func (f flow) change(id string, etag string) (architect.UpdateTaskRes, error) {
	change := architect.TaskUpdate{}
	change.Title.SetTo("Changed")
	change.DueOn.SetToNull()
	params := architect.UpdateTaskParams{TaskID: architect.TaskReference(id), IfMatch: architect.NewOptString(etag)}
	return f.client.UpdateTask(ctx, &change, params)
}

func main() {
	client := as[*architect.Client](architect.NewClient(os.Getenv("ARCHITECT_URL"), apiKey{}))
	projectKey := os.Getenv("PROJECT_KEY")
	create := architect.ProjectCreate{Key: architect.ProjectKey(projectKey), Name: "Flow"}
	created, err := client.CreateProject(ctx, &create, architect.CreateProjectParams{})
	project := as[*architect.ProjectHeaders](created, err).Response
	f := flow{client, project.ID, "flow-" + projectKey}

	response := f.createFirst()
	first := response.Response
	for _, title := range []string{"Second", "Third"} {
		f.create(architect.TaskCreate{Title: title}, architect.OptString{})
	}
	equal(first.Title, "First")
	fmt.Println("ok create")

	equal(f.createFirst().Response.ID, first.ID)
	fmt.Println("ok idempotency")

	page := f.readPage(architect.OptString{})
	equal(len(page.Data), 2)
	last := f.readPage(architect.NewOptString(page.Page.NextCursor.Value))
	equal([]any{len(last.Data), last.Page.HasMore, last.Page.NextCursor.Null}, []any{1, false, true})
	fmt.Println("ok pages")

	equal(first.DueOn.Value.Format(time.DateOnly), "2027-03-01")
	equal(time.Since(time.Time(first.CreatedAt)).Abs() < 10*time.Minute, true)
	fmt.Println("ok dates")

	id := uuid.UUID(first.ID).String()
	result, err := f.change(id, response.ETag)
	changed := as[*architect.GetTaskOKHeaders](result, err).Response
	equal([]any{changed.Title, int(changed.Version)}, []any{"Changed", 2})
	equal([]any{changed.DueOn.Null, changed.Description.Null}, []any{true, true})
	fmt.Println("ok nulls")

	result, err = f.change(id, response.ETag)
	stale := as[*architect.PreconditionFailedHeaders](result, err).Response
	equal([]any{stale.Status, string(stale.Code)}, []any{412, "precondition_failed"})
	fmt.Println("ok precondition")

	deleted, err := client.DeleteTask(ctx, architect.DeleteTaskParams{TaskID: architect.TaskReference(id)})
	as[*architect.DeleteTaskNoContent](deleted, err)
	found, err := client.GetTask(ctx, architect.GetTaskParams{TaskID: architect.TaskReference(id)})
	absent := as[*architect.NotFoundHeaders](found, err).Response
	equal([]any{absent.Status, string(absent.Code)}, []any{404, "not_found"})
	fmt.Println("ok problem")

	gone, err := client.DeleteProject(ctx, architect.DeleteProjectParams{ProjectID: f.projectID})
	as[*architect.DeleteProjectNoContent](gone, err)
	fmt.Println("ok delete")
}
