import { CloudEvent, emitterFor, HTTP, httpTransport, Mode, type Message } from 'cloudevents';
import { expect } from 'chai';
import type { Event, EventReceipt, Project } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { createProject } from '../support/factories.ts';

// The SDK of CloudEvents for JavaScript, unmodified, sends to the sink of a project: what is stored is what was sent.

interface Sent {
  readonly body: string;
}

const common = {
  source: 'https://shop.example/orders/7?lang=de#eins',
  type: 'com.example.order.paid',
  time: '2026-11-02T09:58:41.250Z',
  datacontenttype: 'application/json',
  dataschema: 'https://shop.example/schemas/order.json',
  subject: 'order/7',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  partitionkey: 'eu 1',
};
const order = {
  customer: 'Jürgen Žák',
  note: '支付 🚢\n"quoted"',
  lines: [1, 2.5, null, true],
  nested: { a: { b: [] } },
};
const bytes = Uint8Array.from({ length: 256 }, (_none, value) => value);
const asBase64 = Buffer.from(bytes).toString('base64');

describe('the SDK of CloudEvents for JavaScript', () => {
  const app = useApp();
  let owner: Account;
  let project: Project;
  let sink: string;
  let headers: { readonly authorization: string };
  before(async () => {
    owner = await createAccount(app);
    project = await createProject(owner);
    sink = `${app.url}/api/v2/projects/${project.id}/cloudevents`;
    headers = { authorization: `Bearer ${owner.token}` };
  });

  const receiptOf = (response: unknown): EventReceipt => JSON.parse((response as Sent).body) as EventReceipt;

  async function send(mode: Mode, event: CloudEvent<unknown>): Promise<EventReceipt> {
    return receiptOf(await emitterFor(httpTransport(sink), { binding: HTTP, mode })(event, { headers }));
  }

  /** The SDK reads batches, but writes none. */
  async function sendBatch(events: readonly CloudEvent<unknown>[]): Promise<EventReceipt> {
    const message: Message = {
      headers: { 'content-type': 'application/cloudevents-batch+json; charset=UTF-8' },
      body: JSON.stringify(events),
    };
    return receiptOf(await httpTransport(sink)(message, { headers }));
  }

  async function stored(externalId: string): Promise<Event> {
    const rows = await app.query<{ id: string }>(
      'SELECT id FROM reported_events WHERE organization_id = $1 AND project_id = $2 AND external_id = $3',
      [project.organization_id, project.id, externalId],
    );
    expect(rows).to.have.length(1);
    const params = { path: { event_id: rows[0]!.id } };
    return (await owner.v2.GET('/api/v2/events/{event_id}', { params })).data!;
  }

  /** What is stored of an event of the SDK. */
  function expected({ id, data, data_base64, time, specversion: _version, ...rest }: CloudEvent<unknown>) {
    const { source, type, subject, datacontenttype, dataschema, ...extensions } = JSON.parse(
      JSON.stringify(rest),
    ) as Record<string, unknown>;
    const attributes = { source, type, subject: subject ?? null, dataschema: dataschema ?? null, time };
    const content = data_base64 === undefined ? { data, data_base64: null } : { data: null, data_base64 };
    return { external_id: id, ...attributes, datacontenttype: datacontenttype ?? null, ...content, extensions };
  }

  const sender: Readonly<Record<string, (event: CloudEvent<unknown>) => Promise<EventReceipt>>> = {
    binary: (event) => send(Mode.BINARY, event),
    structured: (event) => send(Mode.STRUCTURED, event),
    batched: (event) => sendBatch([event]),
  };

  for (const [mode, sends] of Object.entries(sender)) {
    describe(`in ${mode} mode`, () => {
      it('stores JSON of any alphabet, attributes and extensions as they were sent, once', async () => {
        const event = new CloudEvent({ id: `${mode}-json`, ...common, data: order });
        expect(await sends(event)).to.deep.include({ created: 1, duplicates: 0, refused: 0 });
        expect(await sends(event)).to.deep.include({ created: 0, duplicates: 1, refused: 0 });
        expect(await stored(event.id)).to.deep.include(expected(event));
      });

      it('stores bytes', async () => {
        const about = { ...common, datacontenttype: 'application/octet-stream' };
        const event = new CloudEvent({ id: `${mode}-bytes`, ...about, data: bytes });
        expect(await sends(event)).to.deep.include({ created: 1 });
        expect(await stored(event.id)).to.deep.include({ ...expected(event), data_base64: asBase64 });
      });

      it('stores a text', async () => {
        const about = { ...common, datacontenttype: 'text/plain; charset=utf-8' };
        const event = new CloudEvent({ id: `${mode}-text`, ...about, data: 'Größe: 7 Å' });
        expect(await sends(event)).to.deep.include({ created: 1 });
        expect(await stored(event.id)).to.deep.include(expected(event));
      });

      it('stores an event with no more than it must have', async () => {
        const event = new CloudEvent({ id: `${mode}-bare`, source: '/bare', type: 'bare', data: {} });
        expect(await sends(event)).to.deep.include({ created: 1 });
        const { datacontenttype: _type, ...rest } = expected(event);
        expect(await stored(event.id)).to.deep.include(rest);
      });
    });
  }

  for (const mode of ['structured', 'batched'] as const) {
    it(`in ${mode} mode, attributes and extensions have any alphabet, and extensions keep their types`, async () => {
      const event = new CloudEvent({
        id: `${mode} №1`,
        source: '/alphabets',
        type: '注文',
        subject: 'Жёлтый 🚢',
        datacontenttype: 'application/json',
        city: 'Zürich',
        retries: 3,
        final: true,
        data: null,
      });
      expect(await sender[mode]!(event)).to.deep.include({ created: 1 });
      expect(await stored(event.id)).to.deep.include(expected(event));
    });
  }

  it('in binary mode, the SDK sends attributes and extensions in Latin-1 instead of percent-encoding them', async () => {
    const about = { source: '/alphabets', type: 'Änderung', subject: 'Größe', city: 'Zürich' };
    const event = new CloudEvent({ id: 'binary-ñ', ...about, data: {} });
    expect(await send(Mode.BINARY, event)).to.deep.include({ created: 1 });
    const { city, ...attributes } = about;
    expect(await stored(event.id)).to.deep.include({ ...attributes, extensions: { city } });
  });

  it('in batched mode, stores each event of 100 once, though batches overlap and come at the same time', async () => {
    const events = Array.from({ length: 100 }, (_none, index) => {
      return new CloudEvent({ id: `many-${index}`, ...common, type: 'test.many', data: { index } });
    });
    const receipts = await Promise.all([events, [...events].reverse(), events.slice(20, 60)].map(sendBatch));
    expect(receipts.reduce((sum, { created }) => sum + created, 0)).to.equal(100);
    expect(receipts.map(({ refused }) => refused)).to.deep.equal([0, 0, 0]);
    const [row] = await app.query<{ total: number; sum: number }>(
      `SELECT count(*)::int AS total, sum((data->>'index')::int)::int AS sum
         FROM reported_events WHERE project_id = $1 AND type = 'test.many'`,
      [project.id],
    );
    expect(row).to.deep.equal({ total: 100, sum: 4950 });
  });
});
