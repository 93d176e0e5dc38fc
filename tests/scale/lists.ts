import { seededId } from '../support/scale/seed.ts';

/** How a list is read at scale. */
export interface ScaleList {
  /**
   * Rows on a page, so that there is a 1,000th: 20 where one organization has 20,000 rows, 5 where it has 5,000, 1 where
   * it has 1,000, and 10 in v1, whose offsets end at 10,000.
   */
  readonly pageSize: number;
  /** A piece of query for every parameter that filters, by its name. */
  readonly filters: Readonly<Record<string, string>>;
  /** Pieces that clients send together. */
  readonly together?: readonly string[];
  /** Where the list is not paged, that is the whole of it. */
  readonly isWhole?: true;
  /** Where an API key sees too little of it. */
  readonly needsSession?: true;
  /** What it may do nevertheless, and why. Fails where it no longer does. */
  readonly allowed?: { readonly fault: RegExp; readonly why: string };
}

const user = seededId('user', 1);
const colleague = seededId('user', 14);
const organization = seededId('organization', 1);
const project = seededId('project', 1);
const task = seededId('task', 1);

/** What stands in for the parameters of paths. */
export const seededIds: Readonly<Record<string, string>> = {
  organization_id: organization,
  project_id: project,
  task_id: task,
  error_id: seededId('error', 1),
};

const created = {
  created_after: 'created_after=2026-09-01T00:00:00Z',
  created_before: 'created_before=2026-09-01T00:00:00Z',
};

const taskFilters = {
  key: 'key=P1-7&key=p9-3',
  external_kind: 'external_kind=issue',
  status: 'status=in_progress&status=in_review',
  type: 'type=bug',
  priority: 'priority=urgent&priority=high',
  assignee_id: `assignee_id=${colleague}`,
  unassigned: 'unassigned=true',
  created_by_id: `created_by_id=${colleague}`,
  blocked: 'blocked=true',
  label_id: `label_id=${seededId('label', 10_003)}`,
  milestone_id: `milestone_id=${seededId('milestone', 10_001)}`,
  ...created,
  updated_after: 'updated_after=2026-09-01T00:00:00Z',
  updated_before: 'updated_before=2026-09-01T00:00:00Z',
  completed_after: 'completed_after=2026-11-01T00:00:00Z',
  completed_before: 'completed_before=2026-01-01T00:00:00Z',
  due_after: 'due_after=2026-11-01',
  due_before: 'due_before=2026-01-01',
  q: 'q=deadlock',
};
const taskPairs = [
  'assignee_id=none&status=todo',
  'unassigned=false&status=todo&status=in_progress&sort=-priority',
  `assignee_id=${colleague}&status=todo&sort=due_on`,
  'milestone_id=none&status=backlog&sort=-updated_at',
  'q=rotate+keys&status=todo',
  'q=table+-deadlock',
  `q=${encodeURIComponent('支付')}&status=todo`,
  'blocked=false&status=todo&sort=-priority',
  `label_id=${seededId('label', 10_003)}&label_id=${seededId('label', 10_002)}&status=done`,
];

/** Every list of both documents. */
export const scaleLists: Readonly<Record<string, ScaleList>> = {
  'v1 listUsers': { pageSize: 5, filters: { email: 'email=user-77%40meridian.example' } },
  'v1 listSessions': { pageSize: 10, filters: { user_id: `user_id=${user}` } },
  'v1 listProjects': { pageSize: 1, filters: { status: 'status=active' } },
  'v1 listTasks': {
    pageSize: 10,
    filters: { project_id: `project_id=${project}`, status: 'status=open', assignee_id: `assignee_id=${colleague}` },
  },
  'v1 listEvents': {
    pageSize: 10,
    filters: { project_id: `project_id=${project}`, type: 'type=deployment.finished' },
  },
  'v1 listErrors': { pageSize: 10, filters: { project_id: `project_id=${project}`, status: 'status=resolved' } },
  'v2 listMyInvitations': { pageSize: 1, filters: {} },
  'v2 listMySessions': { pageSize: 5, filters: {} },
  'v2 listApiKeys': { pageSize: 5, filters: { user_id: `user_id=${user}` } },
  'v2 listUsers': {
    pageSize: 5,
    filters: {
      q: 'q=user+77',
      email: 'email=user-77%40meridian.example',
      status: 'status=pending&status=deactivated',
      is_operator: 'is_operator=true',
    },
  },
  'v2 listSessions': {
    pageSize: 10,
    filters: {
      user_id: `user_id=${colleague}`,
      organization_id: `organization_id=${organization}`,
      address: 'address=198.51.100.7',
      is_suspicious: 'is_suspicious=true',
    },
  },
  'v2 listOrganizations': {
    pageSize: 1,
    filters: {},
    needsSession: true,
    allowed: {
      fault: /sorts 1\d\d\d rows|reads all rows of organizations\b/,
      why: 'somebody who belongs to nearly all organizations of an installation, here to 1,100',
    },
  },
  'v2 listMembers': { pageSize: 5, filters: { role: 'role=owner&role=admin' } },
  'v2 listInvitations': {
    pageSize: 5,
    filters: { status: 'status=pending' },
    together: ['status=accepted&sort=email'],
  },
  'v2 listProjects': {
    pageSize: 1,
    filters: {
      key: 'key=P77',
      visibility: 'visibility=private',
      joined: 'joined=true',
      archived: 'archived=false',
      q: 'q=rotate+keys',
    },
  },
  'v2 listProjectMembers': { pageSize: 5, filters: { role: 'role=viewer' } },
  'v2 listSourceMaps': { pageSize: 5, filters: { release: 'release=1.7.0' } },
  'v2 listReportingKeys': { pageSize: 5, filters: {} },
  'v2 listLabels': { pageSize: 5, filters: {} },
  'v2 listMilestones': { pageSize: 5, filters: { state: 'state=open' } },
  'v2 listProjectTasks': { pageSize: 20, filters: taskFilters, together: taskPairs },
  'v2 listTasks': {
    pageSize: 20,
    filters: {
      ...taskFilters,
      project_id: `project_id=${seededId('project', 1)}&project_id=${seededId('project', 9)}`,
      assigned_to_me: 'assigned_to_me=true',
    },
    together: taskPairs,
  },
  'v2 listTaskHistory': { pageSize: 5, filters: {} },
  'v2 listTaskDependencies': { pageSize: 5, filters: { direction: 'direction=blocks' } },
  'v2 listComments': { pageSize: 5, filters: { kind: 'kind=review' } },
  'v2 listImports': { pageSize: 5, filters: {} },
  'v2 listEvents': {
    pageSize: 20,
    filters: {
      project_id: `project_id=${project}`,
      type: 'type=deployment.finished&type=log.rotated',
      source: 'source=https%3A%2F%2Fsource-7.meridian.example',
      subject: 'subject=subject-77',
      user_id: `user_id=${colleague}`,
      occurred_after: 'occurred_after=2026-11-01T00:00:00Z',
      occurred_before: 'occurred_before=2026-11-01T00:00:00Z',
      recorded_after: 'recorded_after=2026-11-01T00:00:00Z',
      recorded_before: 'recorded_before=2026-11-01T00:00:00Z',
    },
    together: [`project_id=${project}&type=deployment.finished`, 'type=log.rotated&sort=recorded_at'],
  },
  'v2 listErrors': {
    pageSize: 20,
    filters: {
      project_id: `project_id=${project}&project_id=${seededId('project', 9)}`,
      status: 'status=regressed',
      level: 'level=fatal&level=warning',
      type: 'type=Error77',
      release: 'release=core%402.77.0',
      environment: 'environment=staging',
      assignee_id: `assignee_id=${colleague}`,
      tag: 'tag=browser:Firefox&tag=host:h77',
      first_seen_after: 'first_seen_after=2026-11-01T00:00:00Z',
      first_seen_before: 'first_seen_before=2026-01-01T00:00:00Z',
      last_seen_after: 'last_seen_after=2026-11-01T00:00:00Z',
      last_seen_before: 'last_seen_before=2026-01-01T00:00:00Z',
      q: 'q=rotate+guide',
    },
    together: [
      'status=open&sort=-occurrence_count',
      `project_id=${project}&status=open`,
      'environment=staging&status=open',
    ],
  },
  'v2 listTrendingErrors': {
    pageSize: 1,
    filters: { project_id: `project_id=${project}`, environment: 'environment=staging', period: 'period=7d' },
    isWhole: true,
  },
  'v2 listReleases': {
    pageSize: 5,
    filters: { release: 'release=core%402.77.0', environment: 'environment=staging' },
  },
  'v2 listErrorOccurrences': {
    pageSize: 5,
    filters: { release: 'release=core%402.77.0', environment: 'environment=staging' },
  },
  'v2 listErrorAlertRules': {
    pageSize: 5,
    filters: {
      project_id: `project_id=${project}&project_id=${seededId('project', 9)}`,
      kind: 'kind=regression',
      is_active: 'is_active=false',
    },
    together: [`project_id=${project}`, `project_id=${project}&sort=created_at`],
  },
  'v2 listErrorAlerts': {
    pageSize: 20,
    filters: {
      project_id: `project_id=${project}&project_id=${seededId('project', 9)}`,
      kind: 'kind=new_group',
      rule_id: `rule_id=${seededId('alert_rule', 1)}`,
      error_id: `error_id=${seededId('alerted_error', 77)}`,
      status: 'status=firing',
      fired_after: 'fired_after=2026-09-01T00:00:00Z',
      fired_before: 'fired_before=2026-09-01T00:00:00Z',
    },
    together: [`project_id=${project}`],
  },
  'v2 listEventTypes': { pageSize: 1, filters: { project_id: `project_id=${project}` }, isWhole: true },
  'v2 listEventSources': { pageSize: 1, filters: { project_id: `project_id=${project}` }, isWhole: true },
  'v2 listActivity': {
    pageSize: 20,
    filters: {
      ...created,
      project_id: `project_id=${project}`,
      actor_id: `actor_id=${colleague}`,
      type: 'type=task.transitioned',
    },
  },
  'v2 listAuditEntries': {
    pageSize: 20,
    filters: {
      ...created,
      log: 'log=installation',
      actor_id: `actor_id=${colleague}`,
      action: 'action=task.transition',
      resource_type: 'resource_type=task',
      resource_id: `resource_id=${task}`,
      project_id: `project_id=${project}`,
      request_id: 'request_id=seed-77',
    },
  },
  'v2 listDeprecations': { pageSize: 1, filters: {}, isWhole: true },
  'v2 listOperationUsage': {
    pageSize: 5,
    filters: {
      keys: 'keys=all',
      operation_id: 'operation_id=listTasks&operation_id=getTask',
      version: 'version=v1',
      since: 'since=2026-11-20',
    },
  },
  'v2 listIncidents': {
    pageSize: 5,
    filters: { status: 'status=open', kind: 'kind=mail', service: 'service=mail.send' },
  },
  'v2 listContractViolations': { pageSize: 5, filters: { operation_id: 'operation_id=listTasks' } },
};
