import { expect } from 'chai';
import { documentedOperations, type Version } from '../support/contract/document.ts';

// What the product can do, area by area: an operation that gets lost, or one that nobody planned, is seen here. That each
// of them responds with success, and none with 501, the matrix of operations and statuses shows.

const inProject = '/projects/{project_id}';
const inOrganization = '/organizations/{organization_id}';

/** Paths below `/api/v2`, health's as they are. */
const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  auth: {
    registerUser: 'POST /auth/register',
    verifyEmail: 'POST /auth/email-verification',
    resendVerification: 'POST /auth/email-verification/resend',
    logIn: 'POST /auth/login',
    completeMfaLogIn: 'POST /auth/login/mfa',
    logOut: 'POST /auth/logout',
    rotateSession: 'POST /auth/rotation',
    requestPasswordReset: 'POST /auth/password-reset',
    resetPassword: 'POST /auth/password-reset/confirmation',
    changePassword: 'POST /auth/password',
    getCsrfToken: 'GET /auth/csrf-token',
  },
  me: {
    getMe: 'GET /me',
    updateMe: 'PATCH /me',
    deleteMe: 'DELETE /me',
    listMySessions: 'GET /me/sessions',
    revokeMyOtherSessions: 'DELETE /me/sessions',
    revokeMySession: 'DELETE /me/sessions/{session_id}',
    enrolTotp: 'POST /me/mfa/totp',
    removeTotp: 'DELETE /me/mfa/totp',
    confirmTotp: 'POST /me/mfa/totp/confirmation',
    regenerateRecoveryCodes: 'POST /me/mfa/recovery-codes',
    listMyInvitations: 'GET /me/invitations',
  },
  'api-keys': {
    listApiKeys: 'GET /api-keys',
    createApiKey: 'POST /api-keys',
    getApiKey: 'GET /api-keys/{api_key_id}',
    updateApiKey: 'PATCH /api-keys/{api_key_id}',
    deleteApiKey: 'DELETE /api-keys/{api_key_id}',
    rotateApiKey: 'POST /api-keys/{api_key_id}/rotation',
    getApiKeyUsage: 'GET /api-keys/{api_key_id}/usage',
  },
  users: {
    listUsers: 'GET /users',
    createUser: 'POST /users',
    getUser: 'GET /users/{user_id}',
    updateUser: 'PATCH /users/{user_id}',
    deleteUser: 'DELETE /users/{user_id}',
  },
  sessions: {
    listSessions: 'GET /sessions',
    getSession: 'GET /sessions/{session_id}',
    revokeSession: 'DELETE /sessions/{session_id}',
    getSessionStats: 'GET /sessions/stats',
  },
  organizations: {
    getEventRetention: 'GET /organizations/{organization_id}/event-retention',
    replaceEventRetention: 'PUT /organizations/{organization_id}/event-retention',
    listOrganizations: 'GET /organizations',
    createOrganization: 'POST /organizations',
    getOrganization: `GET ${inOrganization}`,
    updateOrganization: `PATCH ${inOrganization}`,
    deleteOrganization: `DELETE ${inOrganization}`,
    listMembers: `GET ${inOrganization}/members`,
    getMember: `GET ${inOrganization}/members/{user_id}`,
    updateMember: `PATCH ${inOrganization}/members/{user_id}`,
    removeMember: `DELETE ${inOrganization}/members/{user_id}`,
    listInvitations: `GET ${inOrganization}/invitations`,
    createInvitation: `POST ${inOrganization}/invitations`,
    revokeInvitation: 'DELETE /invitations/{invitation_id}',
    acceptInvitation: 'POST /invitations/acceptance',
    previewInvitation: 'POST /invitations/preview',
  },
  projects: {
    listProjects: 'GET /projects',
    createProject: 'POST /projects',
    getProject: `GET ${inProject}`,
    updateProject: `PATCH ${inProject}`,
    deleteProject: `DELETE ${inProject}`,
    getProjectStats: `GET ${inProject}/stats`,
    listProjectMembers: `GET ${inProject}/members`,
    setProjectMember: `PUT ${inProject}/members/{user_id}`,
    removeProjectMember: `DELETE ${inProject}/members/{user_id}`,
  },
  milestones: {
    listMilestones: `GET ${inProject}/milestones`,
    createMilestone: `POST ${inProject}/milestones`,
    getMilestone: 'GET /milestones/{milestone_id}',
    updateMilestone: 'PATCH /milestones/{milestone_id}',
    deleteMilestone: 'DELETE /milestones/{milestone_id}',
  },
  labels: {
    listLabels: `GET ${inProject}/labels`,
    createLabel: `POST ${inProject}/labels`,
    getLabel: 'GET /labels/{label_id}',
    updateLabel: 'PATCH /labels/{label_id}',
    deleteLabel: 'DELETE /labels/{label_id}',
  },
  tasks: {
    listProjectTasks: `GET ${inProject}/tasks`,
    createTask: `POST ${inProject}/tasks`,
    listTasks: 'GET /tasks',
    getTask: 'GET /tasks/{task_id}',
    updateTask: 'PATCH /tasks/{task_id}',
    deleteTask: 'DELETE /tasks/{task_id}',
    transitionTask: 'POST /tasks/{task_id}/transitions',
    bulkTasks: 'POST /tasks/bulk',
    listTaskHistory: 'GET /tasks/{task_id}/history',
    listTaskDependencies: 'GET /tasks/{task_id}/dependencies',
    addTaskDependency: 'PUT /tasks/{task_id}/dependencies/{blocking_task_id}',
    removeTaskDependency: 'DELETE /tasks/{task_id}/dependencies/{blocking_task_id}',
  },
  comments: {
    listComments: 'GET /tasks/{task_id}/comments',
    createComment: 'POST /tasks/{task_id}/comments',
    getComment: 'GET /comments/{comment_id}',
    updateComment: 'PATCH /comments/{comment_id}',
    deleteComment: 'DELETE /comments/{comment_id}',
  },
  imports: {
    createImport: `POST ${inProject}/imports`,
    listImports: `GET ${inProject}/imports`,
    getImport: 'GET /imports/{import_id}',
    cancelImport: 'POST /imports/{import_id}/cancellation',
    exportProject: `GET ${inProject}/export`,
  },
  events: {
    recordEvents: 'POST /events',
    receiveCloudEvents: `POST ${inProject}/cloudevents`,
    listEvents: 'GET /events',
    getEvent: 'GET /events/{event_id}',
    getEventStats: 'GET /events/stats',
    getEventTimeline: 'GET /events/timeline',
    listEventTypes: 'GET /events/types',
    listEventSources: 'GET /events/sources',
    exportEvents: 'GET /events/export',
    deleteEvent: 'DELETE /events/{event_id}',
  },
  'source-maps': {
    listSourceMaps: `GET ${inProject}/source-maps`,
    uploadSourceMap: `POST ${inProject}/source-maps`,
    getSourceMap: 'GET /source-maps/{source_map_id}',
    deleteSourceMap: 'DELETE /source-maps/{source_map_id}',
  },
  'reporting-keys': {
    listReportingKeys: `GET ${inProject}/reporting-keys`,
    createReportingKey: `POST ${inProject}/reporting-keys`,
    getReportingKey: 'GET /reporting-keys/{reporting_key_id}',
    updateReportingKey: 'PATCH /reporting-keys/{reporting_key_id}',
    deleteReportingKey: 'DELETE /reporting-keys/{reporting_key_id}',
    receiveEnvelope: 'POST /api/{project_number}/envelope/',
    receiveStoredEvent: 'POST /api/{project_number}/store/',
  },
  'error-alerts': {
    listErrorAlertRules: 'GET /error-alert-rules',
    createErrorAlertRule: 'POST /error-alert-rules',
    getErrorAlertRule: 'GET /error-alert-rules/{rule_id}',
    updateErrorAlertRule: 'PATCH /error-alert-rules/{rule_id}',
    deleteErrorAlertRule: 'DELETE /error-alert-rules/{rule_id}',
    listErrorAlerts: 'GET /error-alerts',
  },
  errors: {
    reportErrors: 'POST /errors',
    listErrors: 'GET /errors',
    getError: 'GET /errors/{error_id}',
    updateError: 'PATCH /errors/{error_id}',
    deleteError: 'DELETE /errors/{error_id}',
    bulkErrors: 'POST /errors/bulk',
    listErrorOccurrences: 'GET /errors/{error_id}/occurrences',
    createTaskFromError: 'POST /errors/{error_id}/task',
    getErrorStats: 'GET /errors/stats',
    listTrendingErrors: 'GET /errors/trending',
    listReleases: `GET ${inProject}/releases`,
  },
  'audit-log': {
    listAuditEntries: 'GET /audit-log',
    getAuditEntry: 'GET /audit-log/{entry_id}',
    verifyAuditLog: 'GET /audit-log/verification',
    exportAuditLog: 'GET /audit-log/export',
  },
  activity: { listActivity: 'GET /activity' },
  analytics: {
    getAnalyticsOverview: 'GET /analytics/overview',
    getTaskAnalytics: 'GET /analytics/tasks',
    getEventAnalytics: 'GET /analytics/events',
    getErrorAnalytics: 'GET /analytics/errors',
    getUserAnalytics: 'GET /analytics/users',
    getPerformanceAnalytics: 'GET /analytics/performance',
  },
  contract: {
    listDeprecations: 'GET /deprecations',
    listOperationUsage: 'GET /contract/usage',
    listContractViolations: 'GET /contract/violations',
  },
  incidents: {
    listIncidents: 'GET /incidents',
    getIncident: 'GET /incidents/{incident_id}',
  },
  health: {
    getHealth: 'GET /health',
    getLiveness: 'GET /health/liveness',
    getReadiness: 'GET /health/readiness',
    getDetailedHealth: 'GET /health/detailed',
  },
};

/** Operations that v1 shows of an area. */
const areasOfV1: Readonly<Record<string, readonly string[]>> = {
  auth: ['registerUser', 'logIn', 'logOut'],
  users: ['listUsers', 'createUser', 'getUser', 'updateUser', 'deleteUser'],
  projects: ['listProjects', 'createProject', 'getProject', 'updateProject', 'deleteProject', 'getProjectStats'],
  tasks: ['listTasks', 'createTask', 'getTask', 'updateTask', 'deleteTask', 'completeTask'],
  sessions: ['listSessions', 'getSession', 'deleteSession'],
  events: ['listEvents', 'createEvent', 'getEvent', 'deleteEvent'],
  errors: ['listErrors', 'createError', 'getError', 'resolveError'],
};

const ofVersion = (wanted: Version) => documentedOperations.filter(({ version }) => version === wanted);

describe('capabilities', () => {
  for (const [area, planned] of Object.entries(areas)) {
    it(`${area}: the document has exactly what is planned`, () => {
      const written = ofVersion('v2').filter(({ written: { tags } }) => tags[0] === area);
      const found = written.map(({ id, method, path }) => [id, `${method} ${path.replace('/api/v2', '')}`] as const);
      expect(Object.fromEntries(found)).to.deep.equal(planned);
    });
  }

  it('v2 has no other area', () => {
    const tags = new Set(ofVersion('v2').map(({ written }) => written.tags[0]));
    expect([...tags].sort()).to.deep.equal(Object.keys(areas).sort());
  });

  it('v1 shows what it always did', () => {
    const found: Record<string, string[]> = {};
    for (const { id, written } of ofVersion('v1')) (found[written.tags[0]!] ??= []).push(id);
    const sorted = (ids: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(ids).map(([area, names]) => [area, [...names].sort()]));
    expect(sorted(found)).to.deep.equal(sorted(areasOfV1));
  });
});
