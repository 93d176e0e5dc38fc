import { expect } from 'chai';
import pg from 'pg';
import {
  createFailureReports,
  createFailureWriter,
  createIncidentLog,
  recordPastIncident,
  type IncidentLog,
} from '../../src/modules/incidents/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { createIncident } from '../support/incidents.ts';
import { eventually } from '../support/eventually.ts';
import { useDatabase } from '../support/use-database.ts';

const MINUTE_MS = 60_000;

describe('incidents that several processes write', function () {
  this.timeout(60_000);
  const scratch = useDatabase();
  let other: pg.Client;
  let database: Database;
  let log: IncidentLog;
  let dropped: number;

  beforeEach(async () => {
    other = new pg.Client({ connectionString: scratch.url });
    await other.connect();
    database = await openDatabase({ url: scratch.url });
    const report = createFailureReports({ release: 'test', environment: 'test', server_name: 'test' });
    const times = { mailDelayMs: 0, mailRepeatMs: 60 * MINUTE_MS };
    dropped = 0;
    log = createIncidentLog({
      writer: createFailureWriter({ db: database.db, clock: systemClock, report, ...times }),
      clock: systemClock,
      onDropped: (_reason, count) => (dropped += count),
      failures: { failed: () => undefined, succeeded: () => undefined },
    });
  });
  afterEach(async () => {
    await log.stop();
    await database.close();
    await other.end();
  });

  const rowsOf = async (service: string) => {
    const text =
      'SELECT status, occurrence_count::integer AS count FROM incidents WHERE service = $1 ORDER BY opened_at';
    return (await other.query<{ status: string; count: number }>(text, [service])).rows;
  };
  const untilWaiting = () =>
    eventually(async () => {
      // A transaction sees the activity as it was at its first look.
      const waiting = await database.db
        .knex('pg_stat_activity')
        .where({ wait_event_type: 'Lock' })
        .whereLike('query', '%incidents%')
        .whereRaw('datname = current_database()');
      expect(waiting).to.have.length(1);
    });
  const host = {
    clock: systemClock,
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await other.query<Row>(text, [...values])).rows,
  };
  const fail = (service: string): Promise<void> => {
    log.note({ kind: 'background', service, title: 'The relay fails', error: new Error('no') });
    return log.flush();
  };

  it('counts in the incident that another opens, and not in the last one, whose ten minutes end between the two', async () => {
    const service = newId();
    const closedAt = new Date(Date.now() - 9.9 * MINUTE_MS);
    await createIncident(host, { kind: 'background', service, status: 'closed', opened_at: closedAt });
    await other.query('BEGIN');
    await createIncident(host, { kind: 'background', service });
    const written = fail(service);
    await untilWaiting();
    await other.query('COMMIT');
    await written;
    expect(await rowsOf(service)).to.deep.equal([
      { status: 'closed', count: 1 },
      { status: 'open', count: 2 },
    ]);
    expect(dropped).to.equal(0);
  });

  it('counts in the incident that another opens at the same time', async () => {
    const service = newId();
    await other.query('BEGIN');
    await createIncident(host, { kind: 'background', service });
    const written = fail(service);
    await untilWaiting();
    await other.query('COMMIT');
    await written;
    expect(await rowsOf(service)).to.deep.equal([{ status: 'open', count: 2 }]);
    expect(dropped).to.equal(0);
  });

  it('opens the last one again if another closes it at the same time', async () => {
    const service = newId();
    await createIncident(host, { kind: 'background', service, opened_at: new Date(Date.now() - MINUTE_MS) });
    await other.query('BEGIN');
    await other.query("UPDATE incidents SET status = 'closed', closed_at = now() WHERE service = $1", [service]);
    const written = fail(service);
    await untilWaiting();
    await other.query('COMMIT');
    await written;
    expect(await rowsOf(service)).to.deep.equal([{ status: 'open', count: 2 }]);
    expect(dropped).to.equal(0);
  });

  it('leaves what is open as it is where an incident of the past is recorded', async () => {
    const service = newId();
    await fail(service);
    const past = {
      service,
      kind: 'background',
      title: 'The relay failed',
      message: 'no',
      lastedMs: MINUTE_MS,
    } as const;
    const now = new Date(Date.now() - 60 * MINUTE_MS);
    await database.db.transaction((db) => recordPastIncident({ db, actor: undefined, request_id: newId(), now }, past));
    expect(await rowsOf(service)).to.deep.equal([
      { status: 'closed', count: 1 },
      { status: 'open', count: 1 },
    ]);
    const audited = await other.query(
      `SELECT action, a.created_at FROM audit_log a JOIN incidents i ON i.id = resource_id
        WHERE service = $1 AND status = 'closed' ORDER BY a.created_at`,
      [service],
    );
    expect(audited.rows).to.deep.equal([
      { action: 'incident.open', created_at: now },
      { action: 'incident.close', created_at: new Date(now.getTime() + MINUTE_MS) },
    ]);
  });
});
