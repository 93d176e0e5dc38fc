/**
 * What each statement locks, by its name or file. The difference between the clauses is who has to wait: a transaction
 * that adds a row with a reference to the locked one takes FOR KEY SHARE on it, which waits for FOR UPDATE only.
 */
export const statementLocks: Readonly<Record<string, readonly string[]>> = {
  // Rows that may be deleted, or closed to new references: nobody may refer to them meanwhile.
  'error_alert_rules.lock': ['FOR UPDATE OF r'],
  'imports.lock': ['FOR UPDATE'],
  'invitations.lock': ['FOR UPDATE'],
  'labels.lock': ['FOR UPDATE OF l'],
  'milestones.lock': ['FOR UPDATE OF s'],
  'projects.lock': ['FOR UPDATE OF p'],
  'src/modules/users/erasure.repository.ts': ['forUpdate'],
  'reported_events.lock': ['FOR UPDATE OF e'],
  'users.lock': ['FOR UPDATE'],
  // Rows that are changed while others may go on to refer to them.
  'api_keys.lock': ['FOR NO KEY UPDATE'],
  'comments.lock': ['FOR NO KEY UPDATE OF c'],
  'error_alerts.claim': ['FOR NO KEY UPDATE OF r'],
  'error_alerts.lock_overdue': ['FOR NO KEY UPDATE'],
  'error_alerts.lock_rules': ['FOR NO KEY UPDATE'],
  'organizations.lock': ['FOR NO KEY UPDATE'],
  'projects.lock_all': ['FOR NO KEY UPDATE OF p'],
  'reporting_keys.lock': ['FOR NO KEY UPDATE OF k'],
  'source_maps.lock': ['FOR NO KEY UPDATE OF s'],
  'source_maps.note_use': ['FOR NO KEY UPDATE SKIP LOCKED'],
  'tasks.lock': ['FOR NO KEY UPDATE'],
  'tasks.lock_all': ['FOR NO KEY UPDATE'],
  'tasks.lock_labelled': ['FOR NO KEY UPDATE'],
  'tasks.lock_of_milestone': ['FOR NO KEY UPDATE'],
  'users.lock_for_change': ['FOR NO KEY UPDATE'],
  // Rows that must stay until a reference to them is written.
  'labels.lock_for_share': ['FOR KEY SHARE'],
  'milestones.find_by_name': ['FOR KEY SHARE'],
  'milestones.lock_for_share': ['FOR KEY SHARE'],
  'projects.lock_for_share': ['FOR KEY SHARE'],
  // Whether the row can be referred to at the moment.
  'reporting_keys.share_project': ['FOR KEY SHARE SKIP LOCKED'],
  'projects.share_all': ['FOR KEY SHARE OF p'],
  'usage.add': ['FOR KEY SHARE'],
  // A password that must stay the one that was shown until the session has begun.
  'users.lock_password_for_share': ['FOR SHARE'],
  // Work that several processes share.
  audit_lock_chains: ['FOR UPDATE SKIP LOCKED'],
  'event_counts.merge': ['FOR UPDATE SKIP LOCKED'],
  outbox_claim: ['FOR UPDATE SKIP LOCKED'],
  'incidents.claim_due_mails': ['FOR UPDATE SKIP LOCKED'],
  outbox_claim_one: ['FOR UPDATE SKIP LOCKED'],
  // Decisions about more than one row, which are taken one after the other.
  'errors.count_late': ['FOR SHARE'],
  'errors.lock_quarters_cursor': ['FOR NO KEY UPDATE'],
  'errors.forget_person': ['FOR NO KEY UPDATE'],
  'errors.lock_all': ['FOR NO KEY UPDATE OF e'],
  'errors.lock_of_task': ['FOR NO KEY UPDATE'],
  'demo.lock': ["pg_advisory_xact_lock(hashtextextended('architect demo'"],
  idempotency_lock: ['pg_try_advisory_xact_lock('],
  'imports.turn': ["pg_advisory_xact_lock(hashtextextended('imports '"],
  'reported_events.take_turn': ["pg_advisory_xact_lock(hashtextextended('reported events of '"],
  job_workers_absent: ['pg_try_advisory_xact_lock('],
  'src/platform/migrate.ts': ['pg_try_advisory_lock('],
  'src/queue/presence.ts': ['pg_advisory_lock_shared(', 'pg_advisory_unlock_shared('],
  'task_dependencies.turn': ["pg_advisory_xact_lock(hashtextextended('task dependencies '"],
};
