import { newId } from '../../src/platform/ids.ts';
import type { AccountHost } from './accounts.ts';

interface IncidentFields {
  readonly kind?: string;
  readonly service?: string;
  readonly status?: 'open' | 'closed';
  readonly opened_at?: Date;
  readonly last_seen_at?: Date;
}

/** Inserts an incident, as if something had failed. Returns its id. */
export async function createIncident(app: AccountHost, fields: IncidentFields = {}): Promise<string> {
  const id = newId();
  const { kind = 'job', service = id, status = 'open', opened_at = app.clock.now(), last_seen_at = opened_at } = fields;
  await app.query(
    `INSERT INTO incidents (id, kind, service, title, message, status, occurrence_count, error_id, opened_at, last_seen_at,
                            closed_at, created_at, updated_at)
     VALUES ($1, $2, $3, 'A mail could not be delivered', 'its key is not among SECRET_KEY and SECRET_KEY_PREVIOUS', $4, 1,
             $5, $6, $7, $8, $6, $6)`,
    [id, kind, service, status, newId(), opened_at, last_seen_at, status === 'closed' ? last_seen_at : null],
  );
  return id;
}
