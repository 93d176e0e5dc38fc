package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"reflect"
	"time"

	"architect.example/flow/architect"
	"github.com/oapi-codegen/nullable"
	openapi_types "github.com/oapi-codegen/runtime/types"
)

var ctx = context.Background()

// anHourAgo is the same for all pages: a cursor is valid with the same filters only.
var anHourAgo = time.Now().Add(-time.Hour)

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func equal(actual, expected any) {
	if !reflect.DeepEqual(actual, expected) {
		log.Fatalf("%v instead of %v", actual, expected)
	}
}

type flow struct {
	client    *architect.ClientWithResponses
	projectID openapi_types.UUID
	key       string
}

func (f flow) create(task architect.TaskCreate, params architect.CreateTaskParams) *architect.CreateTaskResponse {
	response := must(f.client.CreateTaskWithResponse(ctx, f.projectID, &params, task))
	equal(response.StatusCode(), 201)
	return response
}

func (f flow) createFirst() *architect.CreateTaskResponse {
	dueOn := openapi_types.Date{Time: time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)}
	task := architect.TaskCreate{
		Title:       "First",
		Description: nullable.NewNullNullable[string](),
		DueOn:       nullable.NewNullableWithValue(dueOn),
	}
	return f.create(task, architect.CreateTaskParams{IdempotencyKey: &f.key})
}

func (f flow) readPage(cursor *string) *architect.TaskPage {
	limit := 2
	params := architect.ListProjectTasksParams{Limit: &limit, Cursor: cursor, CreatedAfter: &anHourAgo}
	response := must(f.client.ListProjectTasksWithResponse(ctx, f.projectID, &params))
	equal(response.StatusCode(), 200)
	return response.JSON200
}

func (f flow) change(id string, etag string) *architect.UpdateTaskResponse {
	title := "Changed"
	change := architect.TaskUpdate{Title: &title, DueOn: nullable.NewNullNullable[openapi_types.Date]()}
	params := architect.UpdateTaskParams{IfMatch: &etag}
	return must(f.client.UpdateTaskWithApplicationMergePatchPlusJSONBodyWithResponse(ctx, id, &params, change))
}

func authorize(_ context.Context, request *http.Request) error {
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ARCHITECT_API_KEY"))
	return nil
}

func main() {
	url, projectKey := os.Getenv("ARCHITECT_URL"), os.Getenv("PROJECT_KEY")
	client := must(architect.NewClientWithResponses(url, architect.WithRequestEditorFn(authorize)))
	project := architect.ProjectCreate{Key: projectKey, Name: "Flow"}
	created := must(client.CreateProjectWithResponse(ctx, &architect.CreateProjectParams{}, project))
	equal(created.StatusCode(), 201)
	f := flow{client, created.JSON201.Id, "flow-" + projectKey}

	response := f.createFirst()
	first := response.JSON201
	for _, title := range []string{"Second", "Third"} {
		f.create(architect.TaskCreate{Title: title}, architect.CreateTaskParams{})
	}
	equal(first.Title, "First")
	fmt.Println("ok create")

	equal(f.createFirst().JSON201.Id, first.Id)
	fmt.Println("ok idempotency")

	page := f.readPage(nil)
	equal(len(page.Data), 2)
	cursor := must(page.Page.NextCursor.Get())
	last := f.readPage(&cursor)
	equal([]any{len(last.Data), last.Page.HasMore, last.Page.NextCursor.IsNull()}, []any{1, false, true})
	fmt.Println("ok pages")

	equal(must(first.DueOn.Get()).String(), "2027-03-01")
	equal(time.Since(first.CreatedAt).Abs() < 10*time.Minute, true)
	fmt.Println("ok dates")

	id, etag := first.Id.String(), response.HTTPResponse.Header.Get("ETag")
	changed := f.change(id, etag).JSON200
	equal([]any{changed.Title, changed.Version}, []any{"Changed", architect.Version(2)})
	equal([]bool{changed.DueOn.IsNull(), changed.Description.IsNull()}, []bool{true, true})
	fmt.Println("ok nulls")

	stale := f.change(id, etag)
	equal(stale.StatusCode(), 412)
	equal(string(stale.ApplicationproblemJSON412.Code), "precondition_failed")
	fmt.Println("ok precondition")

	equal(must(client.DeleteTaskWithResponse(ctx, id, nil)).StatusCode(), 204)
	absent := must(client.GetTaskWithResponse(ctx, id, nil))
	equal(absent.StatusCode(), 404)
	equal(string(absent.ApplicationproblemJSON404.Code), "not_found")
	fmt.Println("ok problem")

	equal(must(client.DeleteProjectWithResponse(ctx, f.projectID, nil)).StatusCode(), 204)
	fmt.Println("ok delete")
}
