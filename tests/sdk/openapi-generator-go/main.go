package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"reflect"
	"time"

	"architect.example/flow/architect"
)

var ctx = context.WithValue(context.Background(), architect.ContextAccessToken, os.Getenv("ARCHITECT_API_KEY"))

// anHourAgo is the same for all pages: a cursor is valid with the same filters only.
var anHourAgo = time.Now().Add(-time.Hour)

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func equal(actual, expected any) {
	if !reflect.DeepEqual(actual, expected) {
		log.Fatalf("%v instead of %v", actual, expected)
	}
}

type flow struct {
	tasks     *architect.TasksAPIService
	projectID string
	key       string
}

func (f flow) createFirst() (*architect.Task, *http.Response) {
	task := architect.NewTaskCreate("First")
	task.SetDescriptionNil()
	task.SetDueOn("2027-03-01")
	created, response, err := f.tasks.CreateTask(ctx, f.projectID).IdempotencyKey(f.key).TaskCreate(*task).Execute()
	check(err)
	return created, response
}

func (f flow) readPage(cursor *string) *architect.TaskPage {
	request := f.tasks.ListProjectTasks(ctx, f.projectID).Limit(2).CreatedAfter(anHourAgo)
	if cursor != nil {
		request = request.Cursor(*cursor)
	}
	page, _, err := request.Execute()
	check(err)
	return page
}

func (f flow) change(id string, etag string) (*architect.Task, *http.Response, error) {
	change := architect.NewTaskUpdate()
	change.SetTitle("Changed")
	change.SetDueOnNil()
	return f.tasks.UpdateTask(ctx, id).IfMatch(etag).TaskUpdate(*change).Execute()
}

// problemOf returns the problem that an error carries.
func problemOf(err error) architect.Problem {
	var failed *architect.GenericOpenAPIError
	if !errors.As(err, &failed) {
		log.Fatalf("%v is no error of the API", err)
	}
	problem, isProblem := failed.Model().(architect.Problem)
	equal(isProblem, true)
	return problem
}

func main() {
	configuration := architect.NewConfiguration()
	configuration.Servers = architect.ServerConfigurations{{URL: os.Getenv("ARCHITECT_URL")}}
	client := architect.NewAPIClient(configuration)
	projectKey := os.Getenv("PROJECT_KEY")
	create := architect.NewProjectCreate(projectKey, "Flow")
	project, _, err := client.ProjectsAPI.CreateProject(ctx).ProjectCreate(*create).Execute()
	check(err)
	f := flow{client.TasksAPI, project.Id, "flow-" + projectKey}

	first, response := f.createFirst()
	for _, title := range []string{"Second", "Third"} {
		_, _, err := f.tasks.CreateTask(ctx, f.projectID).TaskCreate(*architect.NewTaskCreate(title)).Execute()
		check(err)
	}
	equal(first.Title, "First")
	fmt.Println("ok create")

	repeated, _ := f.createFirst()
	equal(repeated.Id, first.Id)
	fmt.Println("ok idempotency")

	page := f.readPage(nil)
	equal(len(page.Data), 2)
	last := f.readPage(page.Page.NextCursor.Get())
	equal([]any{len(last.Data), last.Page.HasMore}, []any{1, false})
	equal(last.Page.NextCursor.Get() == nil, true)
	fmt.Println("ok pages")

	equal(*first.DueOn.Get(), "2027-03-01")
	equal(time.Since(first.CreatedAt).Abs() < 10*time.Minute, true)
	fmt.Println("ok dates")

	etag := response.Header.Get("ETag")
	changed, _, err := f.change(first.Id, etag)
	check(err)
	equal([]any{changed.Title, changed.Version}, []any{"Changed", int32(2)})
	equal([]any{changed.DueOn.Get() == nil, changed.Description.Get() == nil}, []any{true, true})
	fmt.Println("ok nulls")

	_, stale, err := f.change(first.Id, etag)
	equal(stale.StatusCode, 412)
	equal(string(problemOf(err).Code), "precondition_failed")
	fmt.Println("ok precondition")

	_, err = f.tasks.DeleteTask(ctx, first.Id).Execute()
	check(err)
	_, absent, err := f.tasks.GetTask(ctx, first.Id).Execute()
	equal(absent.StatusCode, 404)
	equal(string(problemOf(err).Code), "not_found")
	fmt.Println("ok problem")

	_, err = client.ProjectsAPI.DeleteProject(ctx, f.projectID).Execute()
	check(err)
	fmt.Println("ok delete")
}
