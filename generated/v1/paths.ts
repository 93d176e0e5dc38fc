// Written by `make generate`; do not edit.

type Value = string | number | boolean;

/** The path of each operation, with percent-encoded values: `paths.getTask({ task_id })`. */
export const paths = {
  registerUser: () => `/api/v1/auth/register`,
  logIn: () => `/api/v1/auth/login`,
  logOut: () => `/api/v1/auth/logout`,
  listUsers: () => `/api/v1/users`,
  createUser: () => `/api/v1/users`,
  getUser: (path: { readonly user_id: Value }) => `/api/v1/users/${encodeURIComponent(path.user_id)}`,
  updateUser: (path: { readonly user_id: Value }) => `/api/v1/users/${encodeURIComponent(path.user_id)}`,
  deleteUser: (path: { readonly user_id: Value }) => `/api/v1/users/${encodeURIComponent(path.user_id)}`,
  listSessions: () => `/api/v1/sessions`,
  getSession: (path: { readonly session_id: Value }) => `/api/v1/sessions/${encodeURIComponent(path.session_id)}`,
  deleteSession: (path: { readonly session_id: Value }) => `/api/v1/sessions/${encodeURIComponent(path.session_id)}`,
  listProjects: () => `/api/v1/projects`,
  createProject: () => `/api/v1/projects`,
  getProject: (path: { readonly project_id: Value }) => `/api/v1/projects/${encodeURIComponent(path.project_id)}`,
  updateProject: (path: { readonly project_id: Value }) => `/api/v1/projects/${encodeURIComponent(path.project_id)}`,
  deleteProject: (path: { readonly project_id: Value }) => `/api/v1/projects/${encodeURIComponent(path.project_id)}`,
  getProjectStats: (path: { readonly project_id: Value }) => `/api/v1/projects/${encodeURIComponent(path.project_id)}/stats`,
  listTasks: () => `/api/v1/tasks`,
  createTask: () => `/api/v1/tasks`,
  getTask: (path: { readonly task_id: Value }) => `/api/v1/tasks/${encodeURIComponent(path.task_id)}`,
  updateTask: (path: { readonly task_id: Value }) => `/api/v1/tasks/${encodeURIComponent(path.task_id)}`,
  deleteTask: (path: { readonly task_id: Value }) => `/api/v1/tasks/${encodeURIComponent(path.task_id)}`,
  completeTask: (path: { readonly task_id: Value }) => `/api/v1/tasks/${encodeURIComponent(path.task_id)}/complete`,
  listEvents: () => `/api/v1/events`,
  createEvent: () => `/api/v1/events`,
  getEvent: (path: { readonly event_id: Value }) => `/api/v1/events/${encodeURIComponent(path.event_id)}`,
  deleteEvent: (path: { readonly event_id: Value }) => `/api/v1/events/${encodeURIComponent(path.event_id)}`,
  listErrors: () => `/api/v1/errors`,
  createError: () => `/api/v1/errors`,
  getError: (path: { readonly error_id: Value }) => `/api/v1/errors/${encodeURIComponent(path.error_id)}`,
  resolveError: (path: { readonly error_id: Value }) => `/api/v1/errors/${encodeURIComponent(path.error_id)}/resolve`,
};
