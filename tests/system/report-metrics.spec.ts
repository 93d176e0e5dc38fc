import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventId, sendEnvelope, type Item } from '../support/envelopes.ts';
import { valueOf } from '../support/monitoring/exposition.ts';
import { bodyOf, createProject, createReportingKey, reportError } from '../support/factories.ts';

describe('the metrics of reports', function () {
  this.timeout(30_000);
  // One of its own: others report, too.
  const app = useApp({});
  let owner: Account;
  let project: { readonly id: string };
  before(async () => {
    owner = await createAccount(app);
    project = await createProject(owner);
    await app.query(`CREATE FUNCTION refuse_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE 'refused at COMMIT'; END $$`);
  });

  const valueIn = async (series: string): Promise<number> =>
    valueOf(await (await checkedFetch(`${app.url}/metrics`)).text(), series);
  const itemsTaken = async (): Promise<number> => valueIn('reported_items_total{kind="error",outcome="taken"}');

  /** The series that are not 0, as `{ 'api stored': 1 }`. */
  const countsOf = async (name: string): Promise<Readonly<Record<string, number>>> => {
    const text = await (await checkedFetch(`${app.url}/metrics`)).text();
    const series = text.matchAll(new RegExp(`^${name}\\{intake="(\\w+)",outcome="(\\w+)"\\} (\\d+)$`, 'gm'));
    const counts = [...series].map(([, intake, outcome, count]) => [`${intake} ${outcome}`, Number(count)] as const);
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  };

  it('count events by intake and by what became of them', async () => {
    const event = { id: 'one', source: '/ci', type: 'build.failed' };
    const events = [event, event, { ...event, id: 'two', project_id: randomUUID() }];
    bodyOf(await owner.v2.POST('/api/v2/events', { body: { events } }));
    const sent = await checkedFetch(`${app.url}/api/v2/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify({ ...event, id: 'three', specversion: '1.0' }),
    });
    expect(sent.status).to.equal(207);
    const v1 = {
      project_id: project.id,
      source: '/ci',
      type: 'build.failed',
      occurred_at: app.clock.now().toISOString(),
    };
    bodyOf(await owner.v1.POST('/api/v1/events', { body: { ...v1, data: {} } }));
    expect(await countsOf('reported_events_total')).to.deep.equal({
      'api stored': 1,
      'api repeated': 1,
      'api refused': 1,
      'cloudevents stored': 1,
      'v1 stored': 1,
    });
  });

  it('count reports of errors by intake and by what became of them', async () => {
    const id = randomUUID();
    await reportError(owner, project, { id });
    await reportError(owner, project, { id });
    const v1 = { project_id: project.id, type: 'KeyError', message: 'no such key' };
    bodyOf(await owner.v1.POST('/api/v1/errors', { body: v1 }));
    const { project_number, public_key } = await createReportingKey(owner, project);
    const report = { event_id: randomUUID().replaceAll('-', ''), message: 'hello' };
    const envelope = [{ event_id: report.event_id }, { type: 'event' }, report].map((line) => JSON.stringify(line));
    for (const [path, body] of [
      ['store', JSON.stringify(report)],
      ['envelope', envelope.join('\n')],
    ] as const) {
      const url = `${app.url}/api/${project_number}/${path}/?sentry_key=${public_key}`;
      expect((await checkedFetch(url, { method: 'POST', body })).status).to.equal(200);
    }
    expect(await countsOf('reported_errors_total')).to.deep.equal({
      'api stored': 1,
      'api repeated': 1,
      'v1 stored': 1,
      'sdk stored': 1,
      'sdk repeated': 1,
    });
  });

  it('count the bytes of items, as they are without compression', async () => {
    const key = await createReportingKey(owner, project, { reports_per_minute: 1 });
    const names = [
      ...['error taken', 'error limited', 'session taken', 'session dropped', 'attachment dropped'],
      ...['client_report taken', 'feedback dropped'],
    ];
    const bytesOf = async () =>
      Promise.all(
        names.map(async (name) => {
          const [kind, outcome] = name.split(' ');
          return [name, await valueIn(`reported_item_bytes_total{kind="${kind}",outcome="${outcome}"}`)] as const;
        }),
      );
    const before = new Map(await bytesOf());
    const event = JSON.stringify({ event_id: eventId(), message: 'schön' });
    const sessions = JSON.stringify({ attrs: { release: 'a@1' }, aggregates: [{ exited: 1 }] });
    const items: Item[] = [
      [{ type: 'event' }, event],
      [{ type: 'sessions' }, sessions],
      [{ type: 'session' }, '{}'],
      [{ type: 'attachment', length: 5 }, '12345'],
      [{ type: 'client_report' }, '{"discarded_events":[]}'],
    ];
    expect(await sendEnvelope(app, key, ...items)).to.equal(200);
    expect(await sendEnvelope(app, key, [{ type: 'event' }, event], [{ type: 'session' }, '{}'])).to.equal(429);
    const bytes = Buffer.byteLength(event);
    const added = (await bytesOf()).map(([name, value]) => [name, value - before.get(name)!]);
    expect(Object.fromEntries(added)).to.deep.equal({
      ...{ 'error taken': bytes, 'error limited': bytes, 'session taken': sessions.length, 'session dropped': 4 },
      ...{ 'attachment dropped': 5, 'client_report taken': 23, 'feedback dropped': 0 },
    });
  });

  it('count nothing that was not committed', async () => {
    const before = await countsOf('reported_events_total');
    const errorsBefore = await countsOf('reported_errors_total');
    const itemsBefore = await itemsTaken();
    for (const table of ['event_counts', 'error_counts'])
      await app.query(`
        CREATE CONSTRAINT TRIGGER refused_at_commit AFTER INSERT OR UPDATE ON ${table} DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION refuse_at_commit()`);
    const event = { id: randomUUID(), source: '/ci', type: 'build.failed' };
    const { response } = await owner.v2.POST('/api/v2/events', { body: { events: [event] } });
    expect(response.status).to.equal(500);
    const body = { project_id: project.id, reports: [{ type: 'LostError' }] };
    expect((await owner.v2.POST('/api/v2/errors', { body })).response.status).to.equal(500);
    const key = await createReportingKey(owner, project);
    const report: Item = [{ type: 'event' }, { event_id: eventId(), message: 'lost' }];
    expect(await sendEnvelope(app, key, report)).to.equal(500);
    for (const table of ['event_counts', 'error_counts']) await app.query(`DROP TRIGGER refused_at_commit ON ${table}`);
    expect(await countsOf('reported_events_total')).to.deep.equal(before);
    expect(await countsOf('reported_errors_total')).to.deep.equal(errorsBefore);
    expect(await itemsTaken()).to.equal(itemsBefore);
    bodyOf(await owner.v2.POST('/api/v2/events', { body: { events: [event] } }));
    expect(await sendEnvelope(app, key, report)).to.equal(200);
    expect(await countsOf('reported_events_total')).to.include({ 'api stored': (before['api stored'] ?? 0) + 1 });
    expect(await itemsTaken()).to.equal(itemsBefore + 1);
  });
});
