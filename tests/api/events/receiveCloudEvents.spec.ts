import { checkedFetch } from '../../support/contract/checked-fetch.ts';
import { expect } from 'chai';
import { createProject } from '../../support/factories.ts';
import { archiveProject, useScene } from '../../support/scene.ts';

type Who = 'owner' | 'member' | 'viewer' | 'stranger';
type Headers = Readonly<Record<string, string>>;

describe('v2 receiveCloudEvents POST /projects/{project_id}/cloudevents', () => {
  const scene = useScene();
  let number = 0;
  const attributes = (overrides: Headers = {}): Headers => ({
    'ce-specversion': '1.0',
    'ce-id': `binary-${++number}`,
    'ce-source': '/sink',
    'ce-type': 'test.sent',
    ...overrides,
  });
  const post = async (
    headers: Headers,
    body?: string | Uint8Array<ArrayBuffer>,
    who: Who = 'member',
    project = scene.project,
  ) => {
    const response = await checkedFetch(`${scene.app.url}/api/v2/projects/${project.id}/cloudevents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${scene[who].token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
  const take = async (headers: Headers, body?: string | Uint8Array<ArrayBuffer>) => {
    const { status, body: receipt } = await post(headers, body);
    expect({ status, receipt }).to.have.property('status', 207);
    const [result] = receipt['results'] as unknown as { event_id: string }[];
    const params = { path: { event_id: result!.event_id } };
    const { data } = await scene.owner.v2.GET('/api/v2/events/{event_id}', { params });
    return data!;
  };
  const structured = (overrides: object = {}) =>
    JSON.stringify({ specversion: '1.0', id: `json-${++number}`, source: '/sink', type: 'test.sent', ...overrides });
  const cloudEvent = { 'content-type': 'application/cloudevents+json' };

  describe('207', () => {
    it('reads headers that are not percent-encoded as UTF-8, or else as Latin-1', async () => {
      const asSent = (text: string, encoding: 'utf8' | 'latin1') => Buffer.from(text, encoding).toString('latin1');
      for (const [encoding, text] of [
        ['utf8', 'Žofie 🚢 café'],
        ['latin1', 'Größe'],
      ] as const) {
        const event = await take(
          attributes({ 'ce-subject': asSent(text, encoding), 'ce-city': asSent(text, encoding) }),
        );
        expect(event).to.deep.include({ subject: text, extensions: { city: text } });
      }
    });

    it('takes an event in binary content mode, with its extensions', async () => {
      const headers = attributes({
        'ce-subject': 'Euro%20%E2%82%AC%20%F0%9F%98%80',
        'ce-time': '2026-11-02T10:00:00.123456999Z',
        'ce-dataschema': 'https://schemas.example/sent',
        'ce-traceparent': '00-4bf9',
        'ce-quoted': '"a \\"b\\""',
        'content-type': 'application/json; charset=utf-8',
      });
      const event = await take(headers, '{"a":[1]}');
      expect(event).to.deep.include({
        project_id: scene.project.id,
        external_id: headers['ce-id'],
        source: '/sink',
        subject: 'Euro € 😀',
        time: '2026-11-02T10:00:00.123Z',
        datacontenttype: 'application/json; charset=utf-8',
        dataschema: 'https://schemas.example/sent',
        data: { a: [1] },
        data_base64: null,
        extensions: { traceparent: '00-4bf9', quoted: 'a "b"' },
      });
    });

    it('takes data of any media type, and none', async () => {
      const text = await take(attributes({ 'content-type': 'text/plain' }), 'good news');
      expect(text).to.include({ data: 'good news', datacontenttype: 'text/plain' });
      const bytes = await take(attributes({ 'content-type': 'image/png' }), new Uint8Array([0, 255, 1]));
      expect(bytes).to.include({ data: null, data_base64: 'AP8B', datacontenttype: 'image/png' });
      expect(await take(attributes())).to.include({ data: null, data_base64: null, datacontenttype: null });
    });

    it('takes an event in structured content mode', async () => {
      const body = structured({ subject: null, sampled: true, attempt: 2, nothing: null, userid: 'ada', data: [1] });
      const event = await take(cloudEvent, body);
      expect(event).to.deep.include({
        project_id: scene.project.id,
        subject: null,
        user_id: null,
        data: [1],
        extensions: { sampled: true, attempt: 2, userid: 'ada' },
      });
    });

    it('names a member by the extension userid', async () => {
      const { user_id, extensions } = await take(
        cloudEvent,
        structured({ userid: scene.viewer.user_id.toUpperCase() }),
      );
      expect({ user_id, extensions }).to.deep.equal({ user_id: scene.viewer.user_id, extensions: {} });
    });

    it('takes a batch, with a result for each event', async () => {
      const one = structured();
      const { status, body } = await post(
        { 'content-type': 'application/cloudevents-batch+json' },
        `[${one},${one},${structured({ data: 1, data_base64: 'AA==' })}]`,
      );
      expect({ status, ...body }).to.include({ status: 207, created: 1, duplicates: 1, refused: 1 });
      const none = await post({ 'content-type': 'application/cloudevents-batch+json' }, '[]');
      expect({ status: none.status, ...none.body }).to.deep.include({ status: 207, created: 0, results: [] });
    });
  });

  describe('400', () => {
    it('names the headers that are missing or malformed', async () => {
      const { status, body } = await post({ 'ce-id': '1', 'ce-Bad-Name': 'x', 'ce-text': '%ff' });
      const errors = body['errors'] as unknown as { parameter: string }[];
      expect(status).to.equal(400);
      expect(errors.map(({ parameter }) => parameter)).to.have.members([
        ...['ce-bad-name', 'ce-text', 'ce-specversion', 'ce-source', 'ce-type'],
      ]);
    });

    it('refuses attributes that JSON has another meaning for, and bounds every extension', async () => {
      const refused = {
        'ce-data': 'x',
        'ce-data_base64': 'x',
        'ce-__proto__': 'x',
        'ce-constructor': 'a'.repeat(1001),
      };
      for (const [name, value] of Object.entries(refused)) {
        const { status, body } = await post(attributes({ [name]: value }));
        const errors = body['errors'] as unknown as { parameter: string }[];
        expect({ status, errors: errors.map(({ parameter }) => parameter) }).to.deep.equal({
          status: 400,
          errors: [name],
        });
      }
    });

    it('refuses times that do not exist', async () => {
      for (const time of ['2026-02-30T10:00:00Z', '2026-11-02', 'yesterday']) {
        const { status, body } = await post(attributes({ 'ce-time': time }));
        expect(status, time).to.equal(400);
        expect((body['errors'] as unknown as { parameter: string }[])[0]?.parameter, time).to.equal('ce-time');
      }
    });

    it('refuses what is no CloudEvent', async () => {
      for (const overrides of [{ specversion: '0.3' }, { id: '' }, { Upper: 'x' }, { nested: {} }]) {
        expect((await post(cloudEvent, structured(overrides))).status).to.equal(400);
      }
    });
  });

  describe('403', () => {
    it('refuses a viewer', async () => {
      expect((await post(attributes(), undefined, 'viewer')).status).to.equal(403);
    });
  });

  describe('404', () => {
    it('hides projects of other organizations and private ones', async () => {
      expect((await post(attributes(), undefined, 'stranger')).status).to.equal(404);
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      expect((await post(attributes(), undefined, 'member', hidden)).status).to.equal(404);
    });
  });

  describe('409', () => {
    it('refuses a single event by the status of the response', async () => {
      const codeOf = async (headers: Headers, body?: string) => {
        const { status, body: problem } = await post(headers, body);
        return `${status} ${String(problem['code'])}`;
      };
      const ahead = new Date(scene.app.clock.now().getTime() + 2 * 86_400_000).toISOString();
      expect(await codeOf(attributes({ 'ce-time': ahead }))).to.equal('409 event_time_ahead');
      expect(await codeOf(cloudEvent, structured({ data: 1, data_base64: 'AA==' }))).to.equal('409 event_data_twice');
      expect(await codeOf(cloudEvent, structured({ data: 'x'.repeat(65_536) }))).to.equal('409 event_too_large');
      expect(await codeOf(cloudEvent, structured({ userid: scene.stranger.user_id }))).to.equal(
        '409 event_user_unknown',
      );
    });

    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      const { status, body } = await post(attributes(), undefined, 'owner', project);
      expect(`${status} ${String(body['code'])}`).to.equal('409 project_archived');
    });
  });
});
