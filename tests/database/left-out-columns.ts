// What lists of columns leave out on purpose, by table. A new column is in every list of its table, or it is named
// here: `everywhere`, where it is no part of the record that others see, or in a list that has its own reason. Columns
// that are computed from others are in no list; an INSERT names all but those with a default.

type LeftOut = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export const leftOut: LeftOut = {
  api_keys: {
    everywhere: ['token_hash', 'last_used_at', 'previous_token_hash', 'previous_expires_at'],
    'api_keys.authenticate SELECT': ['name', 'hint', 'version', 'created_at', 'updated_at'],
    'api_keys.authenticate_previous SELECT': ['name', 'hint', 'version', 'created_at', 'updated_at'],
    'api_keys.replace_secret SET': ['id', 'organization_id', 'user_id', 'name', 'scopes', 'expires_at', 'created_at'],
  },
  audit_log: {
    everywhere: ['previous_hash', 'hash', 'before', 'after', 'created_at'],
    'audit_read_unsealed SELECT': ['sequence'],
    'record_all AS': ['id', 'sequence'],
    'record_all INSERT': ['sequence', 'previous_hash', 'hash'],
    'record_all SELECT': ['id', 'sequence'],
    'record_audit_and_event INSERT': ['sequence', 'previous_hash', 'hash'],
    'record_audit INSERT': ['sequence', 'previous_hash', 'hash'],
  },
  comments: {
    everywhere: ['external_id'],
    'comments.insert_imported INSERT': ['author_id'],
    'comments.insert INSERT': ['parent_id', 'external_id', 'origin'],
    nextComments: ['organization_id', 'project_id', 'author_id', 'version'],
  },
  incidents: {
    everywhere: ['next_mail_at'],
    'incidents.count_occurrences SET': [
      'id',
      'kind',
      'service',
      'status',
      'opened_at',
      'closed_at',
      'escalation_count',
      'escalated_at',
      'created_at',
    ],
    // A past one has been told of, if at all.
    'incidents.insert_past INSERT': ['error_id', 'escalated_at', 'next_mail_at'],
    'incidents.open AS': ['closed_at', 'escalation_count', 'escalated_at', 'version'],
    'incidents.open INSERT': ['closed_at', 'escalated_at'],
    'incidents.open SET': [
      'id',
      'kind',
      'service',
      'status',
      'opened_at',
      'closed_at',
      'escalation_count',
      'escalated_at',
      'created_at',
    ],
    'incidents.reopen SET': ['id', 'kind', 'service', 'opened_at', 'escalation_count', 'escalated_at', 'created_at'],
  },
  contract_violations: { 'contract.add_violations SET': ['id', 'version', 'operation_id', 'part', 'pointer'] },
  events: {
    everywhere: ['specversion', 'source', 'datacontenttype', 'dataschema', 'time', 'created_at'],
    'events_read SELECT': ['subject'],
    'record_all INSERT': ['dataschema'],
    'record_audit_and_event INSERT': ['dataschema'],
    'record_event INSERT': ['dataschema'],
    'record_all SELECT': ['id', 'user_id', 'data'],
    // What senders give in headers.
    attributes: ['organization_id', 'project_id', 'user_id', 'request_id'],
  },
  event_counts: {
    // A deleted event has no time that could be the first or the last one.
    'reported_events.delete INSERT': ['first_at', 'last_at'],
    'reported_events.expire INSERT': ['first_at', 'last_at'],
  },
  event_days: {
    'analytics.events SELECT': ['organization_id', 'recorded_month', 'first_at', 'last_at'],
    'reported_events.expire SELECT': ['recorded_month', 'count', 'first_at', 'last_at'],
    'event_counts.merge SELECT': ['count', 'first_at', 'last_at'],
  },
  event_totals: {
    'event_counts.stats SELECT': ['organization_id', 'recorded_month'],
    'event_totals.names SELECT': ['organization_id', 'recorded_month'],
    'event_counts.merge SELECT': ['count', 'first_at', 'last_at'],
  },
  idempotency_keys: {
    // Only what is encrypted, and where it belongs.
    'idempotency_list_sealed SELECT': [
      'fingerprint',
      'status',
      'headers',
      'is_encrypted',
      'created_at',
      'organization_id',
    ],
    'idempotency_find SELECT': ['principal_id', 'operation', 'key', 'organization_id', 'credential_id'],
    'idempotency_store SET': ['principal_id', 'operation', 'key', 'credential_id'],
  },
  invitations: {
    everywhere: ['token_hash'],
    'projects.find_candidate SELECT': ['id', 'organization_id', 'status', 'invited_by_id', 'expires_at'],
  },
  labels: {
    everywhere: ['external_id'],
    'nextLabels columns': ['organization_id', 'project_id', 'version'],
    'labels.replace SET': ['id', 'organization_id', 'project_id', 'created_at'],
  },
  error_alert_rules: {
    everywhere: ['window_minutes', 'armed_from'],
    // "window" is a reserved word, and quoted.
    'error_alert_rules.replace SET': ['id', 'organization_id', 'project_id', 'kind', 'window', 'created_at'],
    'error_alerts.lock_rules SELECT': ['window'],
  },
  error_alerts: {
    everywhere: ['clears_at'],
    'error_alerts.clear_of_rules RETURNING': ['window'],
    // What is firing has not been cleared; the rest comes from the rule.
    'error_alerts.insert AS': [
      ...['organization_id', 'project_id', 'name', 'kind', 'status', 'threshold', 'window', 'fired_at', 'cleared_at'],
    ],
    'error_alerts.insert INSERT': ['window', 'cleared_at'],
    'error_alerts.insert RETURNING': ['window'],
    'error_alerts.insert SELECT': ['rule_id', 'status', 'fired_at', 'cleared_at'],
  },
  error_counts: {
    // What is deleted or summed.
    'errors.add_quarters SELECT': ['project_id'],
    'errors.compact_counts RETURNING': ['bucket'],
    'errors.compact_counts SELECT': ['count'],
    'errors.sweep_counts SELECT': ['count'],
  },
  error_groups: {
    // What each occurrence changes is read beside the record.
    everywhere: ['occurrence_count', 'user_count', 'first_seen_at', 'last_seen_at', 'last_release'],
    'errors.count_groups INSERT': ['assignee_id', 'task_id', 'resolved_at', 'resolved_in_release'],
    'errors.count_groups AS': [
      ...['organization_id', 'project_id', 'status', 'assignee_id', 'task_id', 'resolved_at', 'resolved_in_release'],
      ...['version', 'created_at', 'updated_at'],
    ],
    'errors.count_groups SELECT': [
      ...['organization_id', 'project_id', 'status', 'assignee_id', 'task_id', 'resolved_at', 'resolved_in_release'],
      ...['version', 'created_at', 'updated_at'],
    ],
    // What a change leaves as it is.
    'errors.replace AS': [
      ...['organization_id', 'project_id', 'fingerprint', 'type', 'message', 'culprit', 'level', 'platform'],
      ...['first_release', 'created_at'],
    ],
  },
  // Counted by the database.
  error_releases: { 'releases.add INSERT': ['number'] },
  error_occurrences: {
    // Shown as "user".
    occurrenceColumns: ['person'],
    // The same for all reports of a batch.
    'errors.insert_occurrences AS': ['organization_id', 'project_id'],
    'errors.insert_occurrences SELECT': ['organization_id', 'project_id', 'person', 'request'],
  },
  release_sessions: {
    'release_sessions.add AS': ['organization_id', 'project_id'],
    // What is deleted.
    'errors.sweep_sessions SELECT': ['started', 'errored', 'abnormal', 'crashed'],
  },
  request_measurements: {
    'measurements.add SET': ['organization_id', 'began_at', 'version', 'operation_id', 'api_key_id'],
  },
  reporting_keys: {
    'reporting_keys.find_public SELECT': ['name', 'public_key', 'version', 'created_at', 'updated_at'],
    'reporting_keys.replace SET': ['id', 'organization_id', 'project_id', 'project_number', 'public_key', 'created_at'],
  },
  source_maps: { everywhere: ['used_at', 'map'] },
  milestones: {
    'nextMilestones columns': ['organization_id', 'project_id', 'version'],
    'milestones.replace SET': ['id', 'organization_id', 'project_id', 'created_at'],
  },
  organizations: { everywhere: ['deleted_at'], 'organizations.mark_deleted SET': ['id', 'created_at'] },
  outbox: {
    everywhere: ['organization_id', 'created_at', 'available_at', 'last_error'],
    'record_all INSERT': ['id', 'available_at', 'last_error', 'options'],
    'record_audit_and_event INSERT': ['id', 'available_at', 'last_error', 'options'],
    'record_audit INSERT': ['id', 'available_at', 'last_error', 'options'],
    'record_event INSERT': ['id', 'available_at', 'last_error', 'options'],
    'outbox_move_to_dead SELECT': ['attempts'],
    'job_enqueue INSERT': ['id', 'available_at', 'last_error'],
  },
  projects: { everywhere: ['last_task_number'] },
  reported_events: {
    everywhere: ['key'],
    // What counts are made of.
    'reported_events.delete RETURNING': [
      ...['id', 'user_id', 'external_id', 'subject', 'datacontenttype', 'dataschema'],
      ...['extensions', 'data', 'data_base64'],
    ],
    'reported_events.expire RETURNING': [
      ...['id', 'user_id', 'external_id', 'subject', 'datacontenttype', 'dataschema'],
      ...['extensions', 'data', 'data_base64'],
    ],
    'reported_events.insert RETURNING': [
      ...['organization_id', 'user_id', 'external_id', 'subject', 'datacontenttype', 'dataschema'],
      ...['extensions', 'data', 'data_base64', 'recorded_at'],
    ],
    // The same for all events of a batch.
    'reported_events.insert AS': ['organization_id', 'time', 'recorded_at'],
    'reported_events.insert SELECT': ['organization_id', 'time', 'extensions', 'data', 'recorded_at'],
  },
  sessions: {
    everywhere: ['token_hash', 'last_project_id', 'network', 'factor_shown_at'],
    'sessions.authenticate SELECT': ['address', 'user_agent', 'created_at', 'suspicion', 'suspected_at'],
    'sessions.rotate SET': ['user_id', 'organization_id', 'address', 'user_agent', 'suspicion', 'suspected_at'],
  },
  task_dependencies: { everywhere: ['project_id', 'blocking_project_id'] },
  task_history: {
    everywhere: ['organization_id'],
    'tasks.insert INSERT': ['comment'],
    'tasks.replace SELECT': ['actor_id', 'created_at'],
    'tasks.replace AS': ['project_id', 'actor_id', 'created_at'],
    historyColumns: ['project_id'],
  },
  tasks: {
    everywhere: ['external_id'],
    nextTasks: ['organization_id', 'project_id', 'key', 'assignee_id', 'created_by_id', 'version', 'milestone_id'],
    names: [
      'id',
      'organization_id',
      'project_id',
      'key',
      'assignee_id',
      'created_by_id',
      'origin',
      'version',
      'milestone_id',
    ],
    plainFields: [
      'id',
      'organization_id',
      'project_id',
      'number',
      'key',
      'created_by_id',
      'completed_at',
      'origin',
      'version',
      'created_at',
      'updated_at',
    ],
    'tasks.insert AS': ['organization_id', 'project_id', 'number', 'key', 'version'],
    'tasks.insert SELECT': ['organization_id', 'project_id', 'number', 'key', 'version'],
    'tasks.replace AS': ['organization_id', 'project_id', 'number', 'key', 'created_by_id', 'origin', 'created_at'],
    'tasks.replace SET': [
      'id',
      'organization_id',
      'project_id',
      'number',
      'key',
      'created_by_id',
      'origin',
      'created_at',
    ],
  },
  users: { everywhere: ['password_hash'] },
};
