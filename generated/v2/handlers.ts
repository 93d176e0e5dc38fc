// Written by `make generate`; do not edit.

import type { AnonymousHandler, Handler, RecordsHandler } from '../../src/contract/controller/handler.ts';
import type { AuditEntry, AuditRow, ErrorFiguresBucket, Event, EventFiguresBucket, OverviewRow, ProjectRecord, RequestFiguresRow, TaskFiguresRow, TaskRow, UserFiguresBucket, operations } from './types.ts';

export interface HealthHandlers {
  getHealth: AnonymousHandler<operations['getHealth']>;
  getLiveness: AnonymousHandler<operations['getLiveness']>;
  getReadiness: AnonymousHandler<operations['getReadiness']>;
  getDetailedHealth: Handler<operations['getDetailedHealth']>;
}

export interface AuthHandlers {
  registerUser: AnonymousHandler<operations['registerUser']>;
  verifyEmail: AnonymousHandler<operations['verifyEmail']>;
  resendVerification: AnonymousHandler<operations['resendVerification']>;
  requestPasswordReset: AnonymousHandler<operations['requestPasswordReset']>;
  resetPassword: AnonymousHandler<operations['resetPassword']>;
  changePassword: Handler<operations['changePassword']>;
  logIn: AnonymousHandler<operations['logIn']>;
  completeMfaLogIn: AnonymousHandler<operations['completeMfaLogIn']>;
  logOut: Handler<operations['logOut']>;
  rotateSession: Handler<operations['rotateSession']>;
  getCsrfToken: Handler<operations['getCsrfToken']>;
}

export interface MeHandlers {
  getMe: Handler<operations['getMe']>;
  updateMe: Handler<operations['updateMe']>;
  deleteMe: Handler<operations['deleteMe']>;
  listMyInvitations: Handler<operations['listMyInvitations'], 'limit' | 'include_total' | 'sort'>;
  listMySessions: Handler<operations['listMySessions'], 'limit' | 'include_total' | 'sort'>;
  revokeMyOtherSessions: Handler<operations['revokeMyOtherSessions']>;
  revokeMySession: Handler<operations['revokeMySession']>;
  enrolTotp: Handler<operations['enrolTotp']>;
  removeTotp: Handler<operations['removeTotp']>;
  confirmTotp: Handler<operations['confirmTotp']>;
  regenerateRecoveryCodes: Handler<operations['regenerateRecoveryCodes']>;
}

export interface ApiKeysHandlers {
  listApiKeys: Handler<operations['listApiKeys'], 'limit' | 'include_total' | 'sort'>;
  createApiKey: Handler<operations['createApiKey']>;
  getApiKey: Handler<operations['getApiKey']>;
  updateApiKey: Handler<operations['updateApiKey']>;
  deleteApiKey: Handler<operations['deleteApiKey']>;
  rotateApiKey: Handler<operations['rotateApiKey']>;
  getApiKeyUsage: Handler<operations['getApiKeyUsage'], 'days'>;
}

export interface UsersHandlers {
  listUsers: Handler<operations['listUsers'], 'limit' | 'include_total' | 'sort'>;
  createUser: Handler<operations['createUser']>;
  getUser: Handler<operations['getUser']>;
  updateUser: Handler<operations['updateUser']>;
  deleteUser: Handler<operations['deleteUser']>;
}

export interface SessionsHandlers {
  listSessions: Handler<operations['listSessions'], 'limit' | 'include_total' | 'sort'>;
  getSessionStats: Handler<operations['getSessionStats']>;
  getSession: Handler<operations['getSession']>;
  revokeSession: Handler<operations['revokeSession']>;
}

export interface OrganizationsHandlers {
  listOrganizations: Handler<operations['listOrganizations'], 'limit' | 'include_total' | 'sort'>;
  createOrganization: Handler<operations['createOrganization']>;
  getOrganization: Handler<operations['getOrganization']>;
  updateOrganization: Handler<operations['updateOrganization']>;
  deleteOrganization: Handler<operations['deleteOrganization']>;
  getEventRetention: Handler<operations['getEventRetention']>;
  replaceEventRetention: Handler<operations['replaceEventRetention']>;
  listMembers: Handler<operations['listMembers'], 'limit' | 'include_total' | 'sort'>;
  getMember: Handler<operations['getMember']>;
  updateMember: Handler<operations['updateMember']>;
  removeMember: Handler<operations['removeMember']>;
  listInvitations: Handler<operations['listInvitations'], 'limit' | 'include_total' | 'sort'>;
  createInvitation: Handler<operations['createInvitation']>;
  acceptInvitation: Handler<operations['acceptInvitation']>;
  previewInvitation: AnonymousHandler<operations['previewInvitation']>;
  revokeInvitation: Handler<operations['revokeInvitation']>;
}

export interface ProjectsHandlers {
  listProjects: Handler<operations['listProjects'], 'limit' | 'include_total' | 'sort'>;
  createProject: Handler<operations['createProject']>;
  getProject: Handler<operations['getProject']>;
  updateProject: Handler<operations['updateProject']>;
  deleteProject: Handler<operations['deleteProject']>;
  getProjectStats: Handler<operations['getProjectStats']>;
  listProjectMembers: Handler<operations['listProjectMembers'], 'limit' | 'include_total' | 'sort'>;
  setProjectMember: Handler<operations['setProjectMember']>;
  removeProjectMember: Handler<operations['removeProjectMember']>;
}

export interface LabelsHandlers {
  listLabels: Handler<operations['listLabels'], 'limit' | 'include_total' | 'sort'>;
  createLabel: Handler<operations['createLabel']>;
  getLabel: Handler<operations['getLabel']>;
  updateLabel: Handler<operations['updateLabel']>;
  deleteLabel: Handler<operations['deleteLabel']>;
}

export interface MilestonesHandlers {
  listMilestones: Handler<operations['listMilestones'], 'limit' | 'include_total' | 'sort'>;
  createMilestone: Handler<operations['createMilestone']>;
  getMilestone: Handler<operations['getMilestone']>;
  updateMilestone: Handler<operations['updateMilestone']>;
  deleteMilestone: Handler<operations['deleteMilestone']>;
}

export interface TasksHandlers {
  listProjectTasks: Handler<operations['listProjectTasks'], 'limit' | 'include_total' | 'sort'>;
  createTask: Handler<operations['createTask']>;
  listTasks: Handler<operations['listTasks'], 'limit' | 'include_total' | 'sort'>;
  bulkTasks: Handler<operations['bulkTasks']>;
  getTask: Handler<operations['getTask']>;
  updateTask: Handler<operations['updateTask']>;
  deleteTask: Handler<operations['deleteTask']>;
  transitionTask: Handler<operations['transitionTask']>;
  listTaskHistory: Handler<operations['listTaskHistory'], 'limit' | 'include_total' | 'sort'>;
  listTaskDependencies: Handler<operations['listTaskDependencies'], 'limit' | 'include_total' | 'sort' | 'direction'>;
  addTaskDependency: Handler<operations['addTaskDependency']>;
  removeTaskDependency: Handler<operations['removeTaskDependency']>;
}

export interface CommentsHandlers {
  listComments: Handler<operations['listComments'], 'limit' | 'include_total' | 'sort'>;
  createComment: Handler<operations['createComment']>;
  getComment: Handler<operations['getComment']>;
  updateComment: Handler<operations['updateComment']>;
  deleteComment: Handler<operations['deleteComment']>;
}

export interface ImportsHandlers {
  listImports: Handler<operations['listImports'], 'limit' | 'include_total' | 'sort'>;
  createImport: Handler<operations['createImport'], 'source'>;
  getImport: Handler<operations['getImport']>;
  cancelImport: Handler<operations['cancelImport']>;
  exportProject: RecordsHandler<operations['exportProject'], { 'application/x-ndjson': ProjectRecord; 'text/csv': TaskRow }, 'bom'>;
}

export interface EventsHandlers {
  listEvents: Handler<operations['listEvents'], 'limit' | 'include_total' | 'sort'>;
  recordEvents: Handler<operations['recordEvents']>;
  receiveCloudEvents: Handler<operations['receiveCloudEvents']>;
  getEventStats: Handler<operations['getEventStats']>;
  getEventTimeline: Handler<operations['getEventTimeline'], 'interval' | 'time_zone'>;
  listEventTypes: Handler<operations['listEventTypes'], 'limit' | 'include_total' | 'sort'>;
  listEventSources: Handler<operations['listEventSources'], 'limit' | 'include_total' | 'sort'>;
  exportEvents: RecordsHandler<operations['exportEvents'], { 'application/x-ndjson': Event }>;
  getEvent: Handler<operations['getEvent']>;
  deleteEvent: Handler<operations['deleteEvent']>;
}

export interface SourceMapsHandlers {
  listSourceMaps: Handler<operations['listSourceMaps'], 'limit' | 'include_total' | 'sort'>;
  uploadSourceMap: Handler<operations['uploadSourceMap']>;
  getSourceMap: Handler<operations['getSourceMap']>;
  deleteSourceMap: Handler<operations['deleteSourceMap']>;
}

export interface ReportingKeysHandlers {
  listReportingKeys: Handler<operations['listReportingKeys'], 'limit' | 'include_total' | 'sort'>;
  createReportingKey: Handler<operations['createReportingKey']>;
  receiveEnvelope: AnonymousHandler<operations['receiveEnvelope']>;
  receiveStoredEvent: AnonymousHandler<operations['receiveStoredEvent']>;
  getReportingKey: Handler<operations['getReportingKey']>;
  updateReportingKey: Handler<operations['updateReportingKey']>;
  deleteReportingKey: Handler<operations['deleteReportingKey']>;
}

export interface ErrorsHandlers {
  listErrors: Handler<operations['listErrors'], 'limit' | 'include_total' | 'sort'>;
  reportErrors: Handler<operations['reportErrors']>;
  bulkErrors: Handler<operations['bulkErrors']>;
  getErrorStats: Handler<operations['getErrorStats'], 'interval' | 'time_zone'>;
  listTrendingErrors: Handler<operations['listTrendingErrors'], 'period'>;
  listReleases: Handler<operations['listReleases'], 'limit' | 'include_total' | 'sort'>;
  getError: Handler<operations['getError']>;
  updateError: Handler<operations['updateError']>;
  deleteError: Handler<operations['deleteError']>;
  listErrorOccurrences: Handler<operations['listErrorOccurrences'], 'limit' | 'include_total' | 'sort'>;
  createTaskFromError: Handler<operations['createTaskFromError']>;
}

export interface ErrorAlertsHandlers {
  listErrorAlertRules: Handler<operations['listErrorAlertRules'], 'limit' | 'include_total' | 'sort'>;
  createErrorAlertRule: Handler<operations['createErrorAlertRule']>;
  getErrorAlertRule: Handler<operations['getErrorAlertRule']>;
  updateErrorAlertRule: Handler<operations['updateErrorAlertRule']>;
  deleteErrorAlertRule: Handler<operations['deleteErrorAlertRule']>;
  listErrorAlerts: Handler<operations['listErrorAlerts'], 'limit' | 'include_total' | 'sort'>;
}

export interface ActivityHandlers {
  listActivity: Handler<operations['listActivity'], 'limit' | 'include_total' | 'sort'>;
}

export interface AnalyticsHandlers {
  getAnalyticsOverview: RecordsHandler<operations['getAnalyticsOverview'], { 'text/csv': OverviewRow }, 'interval' | 'time_zone'>;
  getTaskAnalytics: RecordsHandler<operations['getTaskAnalytics'], { 'text/csv': TaskFiguresRow }, 'interval' | 'time_zone'>;
  getEventAnalytics: RecordsHandler<operations['getEventAnalytics'], { 'text/csv': EventFiguresBucket }, 'interval' | 'time_zone'>;
  getErrorAnalytics: RecordsHandler<operations['getErrorAnalytics'], { 'text/csv': ErrorFiguresBucket }, 'interval' | 'time_zone'>;
  getUserAnalytics: RecordsHandler<operations['getUserAnalytics'], { 'text/csv': UserFiguresBucket }, 'interval' | 'time_zone'>;
  getPerformanceAnalytics: RecordsHandler<operations['getPerformanceAnalytics'], { 'text/csv': RequestFiguresRow }, 'interval' | 'time_zone'>;
}

export interface AuditLogHandlers {
  listAuditEntries: Handler<operations['listAuditEntries'], 'limit' | 'include_total' | 'sort' | 'log'>;
  exportAuditLog: RecordsHandler<operations['exportAuditLog'], { 'application/x-ndjson': AuditEntry; 'text/csv': AuditRow }, 'log' | 'bom'>;
  verifyAuditLog: Handler<operations['verifyAuditLog'], 'log'>;
  getAuditEntry: Handler<operations['getAuditEntry']>;
}

export interface ContractHandlers {
  listDeprecations: Handler<operations['listDeprecations']>;
  listContractViolations: Handler<operations['listContractViolations'], 'limit' | 'include_total' | 'sort'>;
  listOperationUsage: Handler<operations['listOperationUsage'], 'limit' | 'include_total' | 'sort' | 'keys'>;
}

export interface IncidentsHandlers {
  listIncidents: Handler<operations['listIncidents'], 'limit' | 'include_total' | 'sort'>;
  getIncident: Handler<operations['getIncident']>;
}

/** Every operation of the document. */
export interface Handlers extends HealthHandlers, AuthHandlers, MeHandlers, ApiKeysHandlers, UsersHandlers, SessionsHandlers, OrganizationsHandlers, ProjectsHandlers, LabelsHandlers, MilestonesHandlers, TasksHandlers, CommentsHandlers, ImportsHandlers, EventsHandlers, SourceMapsHandlers, ReportingKeysHandlers, ErrorsHandlers, ErrorAlertsHandlers, ActivityHandlers, AnalyticsHandlers, AuditLogHandlers, ContractHandlers, IncidentsHandlers {}
