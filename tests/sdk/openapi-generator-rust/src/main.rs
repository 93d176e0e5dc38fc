use std::env::var;
use std::fmt::Debug;

use architect_client::apis::configuration::Configuration;
use architect_client::apis::projects_api::{self, CreateProjectParams, DeleteProjectParams};
use architect_client::apis::tasks_api::{
    self, CreateTaskParams, DeleteTaskParams, GetTaskError, GetTaskParams, ListProjectTasksParams,
    UpdateTaskError, UpdateTaskParams,
};
use architect_client::apis::Error;
use architect_client::models::{ProjectCreate, Task, TaskCreate, TaskPage, TaskUpdate};
use chrono::{DateTime, Duration, SecondsFormat, Utc};

struct Flow {
    configuration: Configuration,
    project_id: String,
    key: String,
    /// The same for all pages: a cursor is valid with the same filters only.
    an_hour_ago: String,
}

impl Flow {
    async fn create(&self, task_create: TaskCreate, idempotency_key: Option<String>) -> Task {
        let project_id = self.project_id.clone();
        let params = CreateTaskParams {
            project_id,
            task_create,
            idempotency_key,
            x_organization_id: None,
        };
        tasks_api::create_task(&self.configuration, params)
            .await
            .unwrap()
    }

    async fn create_first(&self) -> Task {
        let task = TaskCreate {
            description: Some(None),
            due_on: Some(Some("2027-03-01".to_string())),
            ..TaskCreate::new("First".to_string())
        };
        self.create(task, Some(self.key.clone())).await
    }

    async fn read_page(&self, cursor: Option<String>) -> TaskPage {
        let params = ListProjectTasksParams {
            project_id: self.project_id.clone(),
            limit: Some(2),
            cursor,
            created_after: Some(self.an_hour_ago.clone()),
            x_organization_id: None,
            include_total: None,
            sort: None,
            key: None,
            status: None,
            r#type: None,
            priority: None,
            assignee_id: None,
            unassigned: None,
            created_by_id: None,
            blocked: None,
            label_id: None,
            milestone_id: None,
            external_kind: None,
            created_before: None,
            updated_after: None,
            updated_before: None,
            completed_after: None,
            completed_before: None,
            due_after: None,
            due_before: None,
            q: None,
        };
        tasks_api::list_project_tasks(&self.configuration, params)
            .await
            .unwrap()
    }

    async fn change(&self, id: &str) -> Result<Task, Error<UpdateTaskError>> {
        let task_update = TaskUpdate {
            title: Some("Changed".to_string()),
            due_on: Some(None),
            ..TaskUpdate::new()
        };
        // Functions return the body alone. The ETag is its version in double quotes.
        let if_match = Some("\"1\"".to_string());
        let params = UpdateTaskParams {
            task_id: id.to_string(),
            task_update,
            if_match,
            x_organization_id: None,
        };
        tasks_api::update_task(&self.configuration, params).await
    }
}

/// Returns the status and the typed body of an error response. All errors have one schema, and the generated enums are
/// untagged, so the body is always in the first variant, `Status400`.
fn refusal<T: Clone + Debug, E: Clone + Debug>(result: Result<T, Error<E>>) -> (u16, E) {
    match result {
        Err(Error::ResponseError(response)) => (response.status.as_u16(), response.entity.unwrap()),
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let configuration = Configuration {
        base_path: var("ARCHITECT_URL").unwrap(),
        bearer_access_token: var("ARCHITECT_API_KEY").ok(),
        ..Configuration::new()
    };
    let project_key = var("PROJECT_KEY").unwrap();
    let project_create = ProjectCreate::new(project_key.clone(), "Flow".to_string());
    let params = CreateProjectParams {
        project_create,
        x_organization_id: None,
        idempotency_key: None,
    };
    let project = projects_api::create_project(&configuration, params)
        .await
        .unwrap();
    let key = format!("flow-{project_key}");
    let flow = Flow {
        configuration,
        project_id: project.id.to_string(),
        key,
        an_hour_ago: (Utc::now() - Duration::hours(1)).to_rfc3339_opts(SecondsFormat::Nanos, true),
    };
    let configuration = &flow.configuration;

    let first = flow.create_first().await;
    for title in ["Second", "Third"] {
        flow.create(TaskCreate::new(title.to_string()), None).await;
    }
    assert_eq!(first.title, "First");
    println!("ok create");

    assert_eq!(flow.create_first().await.id, first.id);
    println!("ok idempotency");

    let page = flow.read_page(None).await;
    assert_eq!(
        (page.data.len(), page.page.next_cursor.is_some()),
        (2, true)
    );
    let last = flow.read_page(page.page.next_cursor).await;
    assert_eq!(
        (last.data.len(), last.page.has_more, last.page.next_cursor),
        (1, false, None)
    );
    println!("ok pages");

    assert_eq!(first.due_on.as_deref(), Some("2027-03-01"));
    let created_at = DateTime::parse_from_rfc3339(&first.created_at).unwrap();
    assert!((Utc::now() - created_at.to_utc()).abs() < Duration::minutes(10));
    println!("ok dates");

    let id = first.id.to_string();
    let changed = flow.change(&id).await.unwrap();
    assert_eq!((changed.title.as_str(), changed.version), ("Changed", 2));
    assert_eq!((changed.due_on, changed.description), (None, None));
    println!("ok nulls");

    match refusal(flow.change(&id).await) {
        (412, UpdateTaskError::Status400(problem)) => {
            assert_eq!(problem.code.to_string(), "precondition_failed")
        }
        other => panic!("{other:?}"),
    }
    println!("ok precondition");

    let params = DeleteTaskParams {
        task_id: id.clone(),
        x_organization_id: None,
        if_match: None,
    };
    tasks_api::delete_task(configuration, params).await.unwrap();
    let params = GetTaskParams {
        task_id: id,
        x_organization_id: None,
        if_none_match: None,
    };
    match refusal(tasks_api::get_task(configuration, params).await) {
        (404, GetTaskError::Status400(problem)) => {
            assert_eq!(problem.code.to_string(), "not_found")
        }
        other => panic!("{other:?}"),
    }
    println!("ok problem");

    let project_id = flow.project_id.clone();
    let params = DeleteProjectParams {
        project_id,
        x_organization_id: None,
        if_match: None,
    };
    projects_api::delete_project(configuration, params)
        .await
        .unwrap();
    println!("ok delete");
}
