import type { Incident } from '../../generated/v2/types.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Account, AccountHost } from './accounts.ts';
import { eventually } from './eventually.ts';
import { bodyOf } from './factories.ts';

/** A server is asked every five seconds whether it responds, and is down after two failures. */
const TRANSITION_MS_MAX = 40_000;

interface IncidentFields {
  readonly kind?: string;
  readonly service?: string;
  readonly status?: 'open' | 'closed';
  readonly opened_at?: Date;
  readonly last_seen_at?: Date;
}

/** Inserts an incident, as if something had failed, in the place of the one that its part has open. Returns its id. */
export async function createIncident(
  app: Pick<AccountHost, 'clock' | 'query'>,
  fields: IncidentFields = {},
): Promise<string> {
  const id = newId();
  const { kind = 'job', service = id, status = 'open', opened_at = app.clock.now(), last_seen_at = opened_at } = fields;
  await app.query(
    `INSERT INTO incidents (id, kind, service, title, message, status, occurrence_count, error_id, opened_at, last_seen_at,
                            closed_at, created_at, updated_at)
     VALUES ($1, $2, $3, 'A mail could not be delivered', 'its key is not among SECRET_KEY and SECRET_KEY_PREVIOUS', $4, 1,
             $5, $6, $7, $8, $6, $6)
     ON CONFLICT (kind, service) WHERE status = 'open' DO UPDATE
        SET id = excluded.id, title = excluded.title, message = excluded.message, error_id = excluded.error_id,
            occurrence_count = 1, opened_at = excluded.opened_at, last_seen_at = excluded.last_seen_at, version = 1,
            escalation_count = 0, escalated_at = NULL, next_mail_at = NULL`,
    [id, kind, service, status, newId(), opened_at, last_seen_at, status === 'closed' ? last_seen_at : null],
  );
  return id;
}

/** Returns the incidents of a part, the latest first, as an operator sees them. */
export async function incidentsOf({ v2 }: Pick<Account, 'v2'>, service: string): Promise<Incident[]> {
  const query = { service, sort: '-opened_at' } as const;
  return bodyOf(await v2.GET('/api/v2/incidents', { params: { query } })).data;
}

/** Waits until a part has one incident, and returns it once it has the status. */
export function untilIncident(
  operator: Pick<Account, 'v2'>,
  service: string,
  status: Incident['status'],
): Promise<Incident> {
  return eventually(async () => {
    const [incident, ...others] = await incidentsOf(operator, service);
    if (incident?.status !== status) throw new Error(`${service} has no incident that is ${status}`);
    if (others.length > 0) throw new Error(`${service} has several incidents`);
    return incident;
  }, TRANSITION_MS_MAX);
}
