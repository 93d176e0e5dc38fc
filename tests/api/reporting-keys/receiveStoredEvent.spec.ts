import { expect } from 'chai';
import type { ReportingKey } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import { checkedFetch } from '../../support/contract/checked-fetch.ts';
import { createProject, createReportingKey } from '../../support/factories.ts';
import { archiveProject, useScene } from '../../support/scene.ts';

describe('v2 receiveStoredEvent POST /api/{project_number}/store/', () => {
  const scene = useScene();
  let key: ReportingKey;
  before(async () => {
    key = await createReportingKey(scene.owner, scene.project);
  });

  async function store(body: string, { path = key.project_number, public_key = key.public_key } = {}) {
    const query = public_key === '' ? '' : `?sentry_key=${public_key}`;
    const response = await checkedFetch(`${scene.app.url}/api/${path}/store/${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: Buffer.from(body),
    });
    return { response, status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  const refusalOf = ({ status, body }: { readonly status: number; readonly body: Record<string, unknown> }) => [
    status,
    body['code'],
  ];

  describe('200', () => {
    it('makes an occurrence of the event', async () => {
      const id = newId();
      const event_id = id.replaceAll('-', '');
      const event = { event_id, message: 'queue is full', level: 'warning', tags: [['queue', 'mail']] };
      const { status, body } = await store(JSON.stringify(event));
      expect([status, body]).to.deep.equal([200, { id: event_id }]);
      const [row] = await scene.app.query('SELECT level, message, tags FROM error_occurrences WHERE id = $1', [id]);
      expect(row).to.deep.equal({ level: 'warning', message: 'queue is full', tags: { queue: 'mail' } });
    });

    it('stores no byte that PostgreSQL cannot hold', async () => {
      const id = newId();
      const event = `{"event_id":"${id}","message":"a\\u0000b\\ud800","extra":{"text":"\\udfff\\u0000"}}`;
      expect((await store(event)).status).to.equal(200);
      const [row] = await scene.app.query('SELECT message FROM error_occurrences WHERE id = $1', [id]);
      expect(row).to.deep.equal({ message: 'ab\ufffd' });
    });
  });

  describe('400', () => {
    it('refuses what is no JSON object', async () => {
      expect(refusalOf(await store('[]'))).to.deep.equal([400, 'validation_failed']);
    });
  });

  describe('401', () => {
    it('reporting_key_missing without a public key', async () => {
      expect(refusalOf(await store('{}', { public_key: '' }))).to.deep.equal([401, 'reporting_key_missing']);
    });
  });

  describe('403', () => {
    it('reporting_key_refused for an unknown key', async () => {
      const refused = await store('{}', { public_key: '0'.repeat(32) });
      expect(refusalOf(refused)).to.deep.equal([403, 'reporting_key_refused']);
    });
  });

  describe('404', () => {
    it('refuses a key of another project', async () => {
      expect(refusalOf(await store('{}', { path: key.project_number + 1_000_000 }))).to.deep.equal([404, 'not_found']);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const { project_number, public_key } = await createReportingKey(scene.owner, project);
      await archiveProject(scene.owner, project);
      const refused = await store('{}', { path: project_number, public_key });
      expect(refusalOf(refused)).to.deep.equal([409, 'project_archived']);
    });
  });

  describe('429', () => {
    it('rate_limited once the key has used up its limit', async () => {
      const limited = await createReportingKey(scene.owner, scene.project, { reports_per_minute: 1 });
      const send = () => store('{"message":"again"}', { public_key: limited.public_key });
      expect((await send()).status).to.equal(200);
      const { response, ...refused } = await send();
      expect(refusalOf(refused)).to.deep.equal([429, 'rate_limited']);
      expect(response.headers.get('x-sentry-rate-limits')).to.match(/^\d+:error:key$/);
    });
  });
});
