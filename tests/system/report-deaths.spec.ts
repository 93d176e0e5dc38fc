import { expect } from 'chai';
import type { ReportingKey } from '../../generated/v2/types.ts';
import { createAccount } from '../support/accounts.ts';
import { eventId, sendEnvelope, type Item } from '../support/envelopes.ts';
import { createProject, createReportingKey } from '../support/factories.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

const SENDERS = 20;
const DEATHS = 2;
/** The server is killed once it has acknowledged so many envelopes since its start, while others are being written. */
const ACKNOWLEDGED = 60;

describe('a server that is killed while envelopes are written together', function () {
  this.timeout(120_000);
  let server: ServerProcess;
  let key: ReportingKey;
  before(async () => {
    server = await prepareServer();
    await server.start();
    const owner = await createAccount(server);
    key = await createReportingKey(owner, await createProject(owner));
  });
  after(() => server.remove());

  /** Sends one envelope with an error and the bad end of a session. Returns undefined if there was no response. */
  const send = async (id: string): Promise<number | undefined> => {
    const session = { sid: id, status: 'crashed', attrs: { release: 'killed@1' } };
    const exception = { values: [{ type: `Killed${id.slice(0, 1)}` }] };
    const event: Item = [{ type: 'event' }, { event_id: id, release: 'killed@1', exception }];
    return sendEnvelope(server, key, event, [{ type: 'session' }, session]).catch(() => undefined);
  };

  /** Sends envelopes in parallel until the server dies. */
  const sendUntilDeath = async () => {
    const sent: string[] = [];
    const acknowledged: string[] = [];
    let death: Promise<void> | undefined;
    const keepSending = async (): Promise<void> => {
      while (death === undefined) {
        const id = eventId();
        sent.push(id);
        if ((await send(id)) !== 200) continue;
        acknowledged.push(id);
        if (acknowledged.length === ACKNOWLEDGED) death = server.kill();
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, keepSending));
    await death;
    return { sent, acknowledged };
  };

  const storedIds = async (): Promise<string[]> => {
    const rows = await server.query<{ id: string }>("SELECT replace(id::text, '-', '') AS id FROM error_reports");
    return rows.map(({ id }) => id);
  };
  const counts = async (): Promise<Readonly<Record<string, number>>> => {
    const [row] = await server.query<Record<string, number>>(`
      SELECT (SELECT sum(occurrence_count) FROM error_groups)::int AS errors,
             (SELECT sum(count) FROM error_counts)::int AS counted,
             (SELECT sum(occurrence_count) FROM release_environments)::int AS of_release,
             (SELECT sum(crashed) FROM release_sessions)::int AS crashed,
             (SELECT count(*) FROM bad_sessions)::int AS sessions`);
    return row!;
  };
  const all = (count: number) => ({
    ...{ errors: count, counted: count, of_release: count, crashed: count, sessions: count },
  });

  it('has stored all that it acknowledged, and whatever is sent again only once', async () => {
    const known = new Set<string>();
    for (let death = 1; death <= DEATHS; death++) {
      const { sent, acknowledged } = await sendUntilDeath();
      await server.start();
      const stored = await storedIds();
      expect(stored).to.include.members(acknowledged);
      expect(stored).to.have.length(new Set(stored).size);
      expect(await counts()).to.deep.equal(all(stored.length));
      // SDKs send again what was not acknowledged, and some of what was.
      expect(await Promise.all(sent.map(send))).to.deep.equal(sent.map(() => 200));
      for (const id of sent) known.add(id);
      expect((await storedIds()).sort()).to.deep.equal([...known].sort());
      expect(await counts()).to.deep.equal(all(known.size));
    }
    const [transactions] = await server.query<{ count: number }>(
      'SELECT count(DISTINCT xmin::text)::int AS count FROM error_reports',
    );
    expect(transactions!.count, 'envelopes were written together').to.be.below(known.size / 2);
  });
});
