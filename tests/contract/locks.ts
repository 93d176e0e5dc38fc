// What the success of each operation locks, in its order. All transactions lock projects before labels, labels before
// milestones, and those before tasks: two that take them in different orders would wait for each other.

const lockOrder = ['organizations', 'projects', 'labels', 'milestones', 'tasks'];

/** `tasks NO KEY UPDATE` for a statement that locks rows, `task dependencies` for the key of an advisory lock. */
function lockIn(text: string): string | undefined {
  // A common table expression may have the lock.
  const start = text.lastIndexOf(' AS ( ', text.search(/ FOR (?:NO KEY UPDATE|UPDATE|SHARE|KEY SHARE)\b/));
  const rows = /\bFROM (\w+)\b.* FOR (NO KEY UPDATE|UPDATE|SHARE|KEY SHARE)\b/.exec(text.slice(Math.max(start, 0)));
  if (rows !== null) return `${rows[1]} ${rows[2]}`;
  if (text.includes('UPDATE projects SET last_task_number')) return 'projects number';
  return /pg_advisory_xact_lock\(hashtextextended\('([^']*?) ?'/.exec(text)?.[1];
}

/** @param texts statements in their order, without line breaks */
export function locksIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => lockIn(text) ?? []);
}

/** The places of what is locked, each for the first time, in the order of all transactions. */
export function placesOf(locks: readonly string[]): readonly number[] {
  const tables = [...new Set(locks.map((lock) => lock.split(' ', 1)[0]!))];
  return tables.map((table) => lockOrder.indexOf(table)).filter((place) => place !== -1);
}

const user = ['users UPDATE'];
const session = ['users SHARE'];
const erasure = [
  ...['organizations NO KEY UPDATE', 'users NO KEY UPDATE', 'organizations NO KEY UPDATE'],
  ...['error_groups NO KEY UPDATE', 'users UPDATE'],
];
const counted = ['users KEY SHARE'];
const apiKey = ['api_keys NO KEY UPDATE'];
const organization = ['organizations NO KEY UPDATE'];
const project = ['projects UPDATE'];
const task = ['tasks NO KEY UPDATE'];
const sourceMap = ['source_maps NO KEY UPDATE'];
const reportingKey = ['reporting_keys NO KEY UPDATE'];
const error = ['error_groups NO KEY UPDATE'];
const comment = ['comments NO KEY UPDATE'];
/** The examples report what happened before the counts of that time were added up. */
const lateReport = ['error_quarters_cursor SHARE'];

/** By version and operationId. An operation that is not here locks nothing. */
export const operationLocks: Readonly<Record<string, readonly string[]>> = {
  'v1 logIn': session,
  'v1 updateUser': user,
  'v1 deleteUser': erasure,
  'v1 updateProject': project,
  'v1 deleteProject': project,
  'v1 createTask': ['projects number'],
  'v1 updateTask': task,
  'v1 deleteTask': task,
  'v1 completeTask': task,
  'v1 createEvent': ['projects KEY SHARE'],
  'v1 deleteEvent': ['reported_events UPDATE'],
  'v1 resolveError': error,
  'v2 updateError': error,
  'v2 deleteError': error,
  'v2 bulkErrors': error,
  'v2 createTaskFromError': [...error, 'projects number'],
  'v2 verifyEmail': [...user, 'projects number', 'projects number', 'projects number'],
  'v2 resetPassword': user,
  'v2 logIn': session,
  'v2 completeMfaLogIn': session,
  'v2 updateMe': ['users NO KEY UPDATE'],
  'v2 enrolTotp': ['users NO KEY UPDATE'],
  'v2 deleteMe': erasure,
  'v2 deleteSourceMap': sourceMap,
  'v2 updateReportingKey': reportingKey,
  'v2 deleteReportingKey': reportingKey,
  'v2 updateApiKey': apiKey,
  'v2 deleteApiKey': apiKey,
  'v2 rotateApiKey': apiKey,
  'v2 updateUser': user,
  // Waiting counts are written before they are read.
  'v2 getApiKeyUsage': counted,
  'v2 listDeprecations': counted,
  'v2 listOperationUsage': counted,
  'v2 deleteUser': erasure,
  'v2 updateOrganization': organization,
  'v2 deleteOrganization': organization,
  'v2 updateMember': organization,
  'v2 removeMember': organization,
  'v2 createInvitation': organization,
  'v2 acceptInvitation': [...organization, 'invitations UPDATE'],
  'v2 revokeInvitation': ['invitations UPDATE'],
  'v2 updateProject': project,
  'v2 deleteProject': project,
  'v2 setProjectMember': project,
  'v2 removeProjectMember': project,
  'v2 updateLabel': ['labels UPDATE'],
  'v2 deleteLabel': ['labels UPDATE', ...task],
  'v2 updateMilestone': ['milestones UPDATE'],
  'v2 deleteMilestone': ['milestones UPDATE', ...task],
  'v2 createTask': ['projects KEY SHARE', 'labels KEY SHARE', 'projects number'],
  'v2 bulkTasks': task,
  'v2 updateTask': task,
  'v2 deleteTask': task,
  'v2 transitionTask': task,
  'v2 addTaskDependency': [...task, 'task dependencies'],
  'v2 removeTaskDependency': task,
  'v2 replaceEventRetention': organization,
  'v2 recordEvents': ['projects KEY SHARE'],
  'v2 receiveCloudEvents': ['projects KEY SHARE'],
  'v2 reportErrors': lateReport,
  'v2 receiveEnvelope': lateReport,
  'v2 receiveStoredEvent': lateReport,
  'v2 deleteEvent': ['reported_events UPDATE'],
  'v2 updateComment': comment,
  'v2 updateErrorAlertRule': ['error_alert_rules UPDATE'],
  'v2 deleteErrorAlertRule': ['error_alert_rules UPDATE'],
  'v2 deleteComment': comment,
  'v2 cancelImport': ['imports UPDATE'],
};
