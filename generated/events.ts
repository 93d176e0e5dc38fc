// Written by `make generate`; do not edit.

import { createRequire } from 'node:module';
import type { ValidationError, Validators } from '../src/contract/operation.ts';
import type { webhooks } from './v2/types.ts';

/** Event name -> the complete body that a webhook receives. */
export interface EventEnvelopes {
  'import.completed': webhooks['import.completed']['post']['requestBody']['content']['application/json'];
  'import.failed': webhooks['import.failed']['post']['requestBody']['content']['application/json'];
  'user.registered': webhooks['user.registered']['post']['requestBody']['content']['application/json'];
  'user.verified': webhooks['user.verified']['post']['requestBody']['content']['application/json'];
  'user.deleted': webhooks['user.deleted']['post']['requestBody']['content']['application/json'];
  'user.deactivated': webhooks['user.deactivated']['post']['requestBody']['content']['application/json'];
  'session.created': webhooks['session.created']['post']['requestBody']['content']['application/json'];
  'session.revoked': webhooks['session.revoked']['post']['requestBody']['content']['application/json'];
  'session.suspicious': webhooks['session.suspicious']['post']['requestBody']['content']['application/json'];
  'api_key.created': webhooks['api_key.created']['post']['requestBody']['content']['application/json'];
  'api_key.rotated': webhooks['api_key.rotated']['post']['requestBody']['content']['application/json'];
  'api_key.deleted': webhooks['api_key.deleted']['post']['requestBody']['content']['application/json'];
  'organization.created': webhooks['organization.created']['post']['requestBody']['content']['application/json'];
  'organization.updated': webhooks['organization.updated']['post']['requestBody']['content']['application/json'];
  'organization.deleted': webhooks['organization.deleted']['post']['requestBody']['content']['application/json'];
  'member.added': webhooks['member.added']['post']['requestBody']['content']['application/json'];
  'member.updated': webhooks['member.updated']['post']['requestBody']['content']['application/json'];
  'member.removed': webhooks['member.removed']['post']['requestBody']['content']['application/json'];
  'invitation.created': webhooks['invitation.created']['post']['requestBody']['content']['application/json'];
  'invitation.accepted': webhooks['invitation.accepted']['post']['requestBody']['content']['application/json'];
  'invitation.revoked': webhooks['invitation.revoked']['post']['requestBody']['content']['application/json'];
  'project.created': webhooks['project.created']['post']['requestBody']['content']['application/json'];
  'project.updated': webhooks['project.updated']['post']['requestBody']['content']['application/json'];
  'project.archived': webhooks['project.archived']['post']['requestBody']['content']['application/json'];
  'project.deleted': webhooks['project.deleted']['post']['requestBody']['content']['application/json'];
  'label.created': webhooks['label.created']['post']['requestBody']['content']['application/json'];
  'label.updated': webhooks['label.updated']['post']['requestBody']['content']['application/json'];
  'label.deleted': webhooks['label.deleted']['post']['requestBody']['content']['application/json'];
  'milestone.created': webhooks['milestone.created']['post']['requestBody']['content']['application/json'];
  'milestone.updated': webhooks['milestone.updated']['post']['requestBody']['content']['application/json'];
  'milestone.deleted': webhooks['milestone.deleted']['post']['requestBody']['content']['application/json'];
  'task.created': webhooks['task.created']['post']['requestBody']['content']['application/json'];
  'task.updated': webhooks['task.updated']['post']['requestBody']['content']['application/json'];
  'task.transitioned': webhooks['task.transitioned']['post']['requestBody']['content']['application/json'];
  'task.deleted': webhooks['task.deleted']['post']['requestBody']['content']['application/json'];
  'dependency.added': webhooks['dependency.added']['post']['requestBody']['content']['application/json'];
  'dependency.removed': webhooks['dependency.removed']['post']['requestBody']['content']['application/json'];
  'comment.created': webhooks['comment.created']['post']['requestBody']['content']['application/json'];
  'comment.updated': webhooks['comment.updated']['post']['requestBody']['content']['application/json'];
  'comment.deleted': webhooks['comment.deleted']['post']['requestBody']['content']['application/json'];
  'error.created': webhooks['error.created']['post']['requestBody']['content']['application/json'];
  'error.regressed': webhooks['error.regressed']['post']['requestBody']['content']['application/json'];
  'alert.fired': webhooks['alert.fired']['post']['requestBody']['content']['application/json'];
  'alert.cleared': webhooks['alert.cleared']['post']['requestBody']['content']['application/json'];
  'incident.opened': webhooks['incident.opened']['post']['requestBody']['content']['application/json'];
  'incident.closed': webhooks['incident.closed']['post']['requestBody']['content']['application/json'];
  'error.resolved': webhooks['error.resolved']['post']['requestBody']['content']['application/json'];
  'error.ignored': webhooks['error.ignored']['post']['requestBody']['content']['application/json'];
}

export type EventName = keyof EventEnvelopes;
export type EventEnvelope<Name extends EventName = EventName> = EventEnvelopes[Name];
/** The payload of an event: the `data` of its body. */
export type EventPayload<Name extends EventName = EventName> = EventEnvelopes[Name]['data'];

export const eventNames = [
  'import.completed',
  'import.failed',
  'user.registered',
  'user.verified',
  'user.deleted',
  'user.deactivated',
  'session.created',
  'session.revoked',
  'session.suspicious',
  'api_key.created',
  'api_key.rotated',
  'api_key.deleted',
  'organization.created',
  'organization.updated',
  'organization.deleted',
  'member.added',
  'member.updated',
  'member.removed',
  'invitation.created',
  'invitation.accepted',
  'invitation.revoked',
  'project.created',
  'project.updated',
  'project.archived',
  'project.deleted',
  'label.created',
  'label.updated',
  'label.deleted',
  'milestone.created',
  'milestone.updated',
  'milestone.deleted',
  'task.created',
  'task.updated',
  'task.transitioned',
  'task.deleted',
  'dependency.added',
  'dependency.removed',
  'comment.created',
  'comment.updated',
  'comment.deleted',
  'error.created',
  'error.regressed',
  'alert.fired',
  'alert.cleared',
  'incident.opened',
  'incident.closed',
  'error.resolved',
  'error.ignored',
] as const satisfies readonly EventName[];

export function isEventName(name: string): name is EventName {
  return (eventNames as readonly string[]).includes(name);
}

let validators: Validators | undefined;

/** Validates the complete body of an event. Returns the violations. Loads the validators on the first call. */
export function validateEvent(name: EventName, envelope: unknown): readonly ValidationError[] {
  validators ??= createRequire(import.meta.url)('./validators.cjs') as Validators;
  const validate = validators.byKey[`event:${name}`];
  if (validate === undefined) throw new Error(`no validator for the event ${name}: run make generate`);
  return validate(envelope) ? [] : (validate.errors ?? []);
}
