import type { AnonymousUnit } from '../../platform/unit.ts';
import { createApiKey, createApiKeyAuthenticator } from '../api-keys/index.ts';
import type { CreateInvitation } from '../organizations/index.ts';
import { takeErrorReports } from '../errors/index.ts';
import { takeEvents } from '../events/index.ts';
import { recordPastIncident } from '../incidents/index.ts';
import { createReportingKey } from '../reporting-keys/index.ts';
import { startSession } from '../sessions/index.ts';
import { uploadSourceMap } from '../source-maps/index.ts';
import { createUsageRecorder } from '../usage/index.ts';
import {
  demoError,
  demoEvent,
  demoIncident,
  demoInvitation,
  demoKeys,
  demoReportingKey,
  demoSessions,
  demoSourceMap,
  type DemoKey,
} from './demo-access.data.ts';
import { demoProjects } from './demo.data.ts';
import type { DemoActors } from './demo.types.ts';
import { DAY_MS } from '../../platform/durations.ts';

/** Services of other modules that are created with settings. */
export interface DemoServices {
  readonly createInvitation: CreateInvitation;
  /** The address of the server. */
  readonly publicUrl: string;
}

/** Creates an invitation, sessions, and API keys with some use. */
export async function createDemoAccess(
  actors: DemoActors,
  { createInvitation, publicUrl }: DemoServices,
): Promise<void> {
  const { as, people } = actors;
  const { id: invitation_id, by, days_ago, ...invitation } = demoInvitation;
  await createInvitation(as(by, days_ago, invitation_id), invitation);
  await createDemoReportingKey(actors, publicUrl);
  await uploadDemoSourceMap(actors);
  await reportDemoError(actors);
  await reportDemoEvent(actors);
  await recordPastIncident(as(demoIncident.by, demoIncident.days_ago, demoIncident.id), demoIncident.failure);
  for (const { id, who, hours_ago, ...client } of demoSessions) {
    const user = people.get(who)?.user;
    if (user !== undefined) await startSession(as(who, hours_ago / 24, id), user, client);
  }
  for (const key of demoKeys) await createUsedKey(actors, key);
}

async function uploadDemoSourceMap({ as }: DemoActors): Promise<void> {
  const { id, by, days_ago, upload } = demoSourceMap;
  await uploadSourceMap(as(by, days_ago, id), firstProject(), upload);
}

async function reportDemoError({ as }: DemoActors): Promise<void> {
  const { id, by, days_ago, report } = demoError;
  const project_id = firstProject();
  const unit = as(by, days_ago, id);
  const { frames, ...rest } = report;
  const reports = [{ ...rest, frames: [...frames] }];
  await takeErrorReports(unit, { organization_id: unit.actor.organization_id, project_id, reports });
}

async function reportDemoEvent({ as }: DemoActors): Promise<void> {
  const { id, by, days_ago, event } = demoEvent;
  const unit = as(by, days_ago, id);
  await takeEvents(unit, [{ ...event, project_id: firstProject(), time: unit.now.toISOString() }]);
}

async function createDemoReportingKey({ as }: DemoActors, publicUrl: string): Promise<void> {
  const { id, by, days_ago, fields, fixed } = demoReportingKey;
  await createReportingKey(as(by, days_ago, id), { project_id: firstProject(), publicUrl }, fields, fixed);
}

/** Returns the project of the documents' examples. */
function firstProject(): string {
  const [project_id] = demoProjects.flatMap((project) => project.id ?? []);
  if (project_id === undefined) throw new Error('the demo has no project with a fixed id');
  return project_id;
}

/** Authenticates with the key and counts its use as a request would, but some days ago. */
async function createUsedKey({ as }: DemoActors, key: DemoKey): Promise<void> {
  const { id, by, name, scopes, days_ago, expires_in_days, uses } = key;
  const unit = as(by, days_ago, id);
  const expiry =
    expires_in_days === undefined
      ? null
      : new Date(unit.now.getTime() + (days_ago + expires_in_days) * DAY_MS).toISOString();
  const { token } = await createApiKey(unit, { name, scopes, expires_at: expiry });
  const authenticate = createApiKeyAuthenticator({ db: unit.db });
  const usage = createUsageRecorder({ db: unit.db, onError: rethrow });
  for (const { times, days_ago: used, query_parameters = [], body_fields = [], ...operation } of uses) {
    const { now }: AnonymousUnit = as(by, used);
    const actor = await authenticate({ token, organization_id: undefined, now });
    if (actor === undefined) throw new Error(`the demo's key "${name}" does not authenticate`);
    for (let time = 0; time < times; time += 1)
      usage.note({ ...operation, actor, at: now, query_parameters, body_fields });
  }
  await usage.flush();
  await usage.stop();
}

function rethrow(error: unknown): void {
  throw error;
}
