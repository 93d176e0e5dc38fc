import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { eventually } from '../support/eventually.ts';
import { untilIncident } from '../support/incidents.ts';
import { createOperator } from '../support/installation.ts';
import { startPostgres, type Postgres } from '../support/production/postgres.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

/** Outages of a minute are told by mail even when they are over. */
const OUTAGE_MS = 85_000;

describe('incidents of a PostgreSQL that is stopped', function () {
  this.timeout(240_000);
  let postgres: Postgres;
  let server: ServerProcess;

  beforeEach(async () => {
    postgres = await startPostgres();
    const settings = { INCIDENT_ESCALATION_DELAY_MS: '0' };
    server = await prepareServer(settings, { url: postgres.url(), drop: async () => undefined });
    await server.start();
  });
  afterEach(async () => {
    await server.remove();
    await postgres.remove();
  });

  it('are written, told and closed when it is back, with what failed meanwhile', async () => {
    const operator = await createOperator(server);
    await postgres.stop('immediate');
    await delay(OUTAGE_MS);
    expect((await fetch(`${server.url}/health/liveness`)).status).to.equal(200);
    await postgres.start();
    const incident = await untilIncident(operator, 'database', 'closed');
    expect(incident).to.include({ kind: 'dependency', title: 'The database does not respond' });
    // Every thirty seconds while it is down, the first time after the second probe.
    expect(incident.occurrence_count).to.be.within(2, 3);
    const lastedMs = Date.parse(incident.closed_at!) - Date.parse(incident.opened_at);
    expect(lastedMs).to.be.within(60_000, OUTAGE_MS + 20_000);
    const audited = await eventually(async () => {
      const rows = await server.query<{ action: string; sequence: string | null }>(
        'SELECT action, sequence FROM audit_log WHERE resource_id = $1 ORDER BY created_at, id',
        [incident.id],
      );
      expect(rows.map(({ sequence }) => sequence)).not.to.include(null);
      return rows;
    }, 20_000);
    expect(audited.map(({ action }) => action)).to.deep.equal(['incident.open', 'incident.close']);
    const groups = await server.query('SELECT occurrence_count::integer AS count FROM error_groups WHERE id = $1', [
      incident.error_id,
    ]);
    expect(groups).to.deep.equal([{ count: incident.occurrence_count }]);
    const mail = await server.mail.next(operator.email, 30_000);
    expect(mail.subject).to.match(/^Incident(?: closed)?: The database does not respond/);
    expect(mail.text).to.include('The database does not respond');
  });
});
