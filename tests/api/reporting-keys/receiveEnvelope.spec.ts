import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { ReportingKey } from '../../../generated/v2/types.ts';
import { checkedFetch } from '../../support/contract/checked-fetch.ts';
import { envelope, eventId, type Item } from '../../support/envelopes.ts';
import { bodyOf, createProject, createReportingKey } from '../../support/factories.ts';
import { rawRequest } from '../../support/raw-request.ts';
import { archiveProject, useScene } from '../../support/scene.ts';

const failure = (more: object = {}) => ({
  event_id: eventId(),
  timestamp: 1_763_612_400.5,
  platform: 'node',
  exception: {
    values: [
      { type: 'RangeError', value: 'no such row', stacktrace: { frames: [{ filename: '/app/db.js', lineno: 9 }] } },
      {
        type: 'Error',
        value: 'cannot load cart 17',
        stacktrace: {
          frames: [
            { filename: 'node:internal/timers', function: 'run', lineno: 1, colno: 2, in_app: false },
            { filename: '/app/cart.js', function: 'load', lineno: 31, colno: 7, in_app: true },
          ],
        },
      },
    ],
  },
  ...more,
});

describe('v2 receiveEnvelope POST /api/{project_number}/envelope/', () => {
  const scene = useScene();
  let key: ReportingKey;
  before(async () => {
    key = await createReportingKey(scene.owner, scene.project);
  });

  async function send(body: string | Buffer, headers: Record<string, string> = {}, path?: string) {
    const place = path ?? `/api/${key.project_number}/envelope/?sentry_key=${key.public_key}&sentry_version=7`;
    const response = await checkedFetch(`${scene.app.url}${place}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-sentry-envelope', ...headers },
      body: Buffer.from(body),
    });
    const text = await response.text();
    return { response, status: response.status, body: JSON.parse(text) as Record<string, unknown> };
  }

  const occurrenceOf = async (id: string) => {
    const [row] = await scene.app.query<Record<string, unknown>>('SELECT * FROM error_occurrences WHERE id = $1', [id]);
    return row;
  };
  const sessionsOf = (release: string) =>
    scene.app.query<Record<string, unknown>>(
      'SELECT environment, started, errored, abnormal, crashed FROM release_sessions WHERE release = $1 ORDER BY bucket',
      [release],
    );

  describe('200', () => {
    it('makes an occurrence of an exception: outermost first, frames innermost first', async () => {
      const event = failure({
        level: 'fatal',
        release: 'shop@2.4.0',
        environment: 'staging',
        server_name: 'web-1',
        tags: { 'plan name': 'gold', n: 3 },
        user: { id: 17, username: 'jun', ip_address: '{{auto}}' },
        request: { method: 'GET', url: 'https://shop.example/cart' },
        breadcrumbs: { values: [{ timestamp: 1_763_612_399, category: 'ui.click', message: 'Pay' }] },
        contexts: { runtime: { name: 'node' } },
        extra: { cart: 17 },
      });
      const { status, body } = await send(envelope({ event_id: event.event_id }, [{ type: 'event' }, event]));
      expect([status, body]).to.deep.equal([200, { id: event.event_id }]);
      const id = event.event_id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      const row = (await occurrenceOf(id))!;
      expect(row).to.deep.include({
        project_id: scene.project.id,
        occurred_at: new Date('2025-11-20T04:20:00.500Z'),
        level: 'fatal',
        message: 'cannot load cart 17',
        release: 'shop@2.4.0',
        environment: 'staging',
        platform: 'node',
        server_name: 'web-1',
        tags: { plan_name: 'gold', n: '3' },
      });
      expect(row['frames']).to.deep.equal([
        { file: '/app/cart.js', function: 'load', module: null, line: 31, column: 7, in_app: true },
        { file: 'node:internal/timers', function: 'run', module: null, line: 1, column: 2, in_app: false },
      ]);
      expect(row['causes']).to.deep.include.members([
        {
          type: 'RangeError',
          message: 'no such row',
          frames: [{ file: '/app/db.js', function: null, module: null, line: 9, column: null, in_app: true }],
        },
      ]);
      expect(JSON.stringify(row)).to.include('127.0.0.1').and.include('ui.click').and.include('"cart":17');
    });

    it('stores a repeated event once', async () => {
      const event = failure();
      const sent = envelope({ event_id: event.event_id }, [{ type: 'event' }, event]);
      expect((await send(sent)).status).to.equal(200);
      expect((await send(sent)).status).to.equal(200);
      const rows = await scene.app.query('SELECT 1 FROM error_occurrences WHERE id::text = $1', [
        event.event_id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
      ]);
      expect(rows).to.have.length(1);
    });

    it('takes a message as an error of the level info, with its parameters', async () => {
      const event = { event_id: eventId(), logentry: { message: 'disk %s is %d%% full', params: ['sda', 91] } };
      expect((await send(envelope({}, [{ type: 'event' }, event]))).body).to.deep.equal({ id: event.event_id });
      const id = event.event_id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      const row = (await occurrenceOf(id))!;
      expect(row).to.include({ level: 'info', message: 'disk sda is 91% full' });
    });

    for (const [coding, encode] of Object.entries({ gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync })) {
      it(`takes an envelope that is compressed with ${coding}`, async () => {
        const event = failure();
        const sent = encode(envelope({ event_id: event.event_id }, [{ type: 'event' }, event]));
        expect((await send(sent, { 'content-encoding': coding })).body).to.deep.equal({ id: event.event_id });
      });
    }

    it('finds the public key in X-Sentry-Auth, or in the DSN of the envelope', async () => {
      const path = `/api/${key.project_number}/envelope/`;
      const auth = { 'x-sentry-auth': `Sentry sentry_version=7, sentry_key=${key.public_key}, sentry_client=x/1` };
      expect((await send(envelope({}), auth, path)).body).to.deep.equal({ id: null });
      expect((await send(envelope({ dsn: key.dsn }), {}, path)).status).to.equal(200);
    });

    it('takes the envelope of a page of any origin, without a preflight request', async () => {
      const { response } = await send(envelope({}), {
        'content-type': 'text/plain;charset=UTF-8',
        origin: 'https://a.b',
      });
      expect(response.status).to.equal(200);
      expect(response.headers.get('access-control-allow-origin')).to.equal('*');
      expect(response.headers.get('access-control-allow-credentials')).to.equal(null);
      expect(response.headers.get('access-control-expose-headers')).to.include('X-Sentry-Rate-Limits');
    });

    it('reads payloads by their length, also with line breaks in them, and a body without Content-Type', async () => {
      const event = JSON.stringify(failure(), null, 2);
      const sent = envelope(
        {},
        [{ type: 'attachment', length: 3 }, 'a\n\n'],
        [{ type: 'event', length: Buffer.byteLength(event) }, event],
      );
      const place = `/api/${key.project_number}/envelope/?sentry_key=${key.public_key}`;
      const response = await checkedFetch(`${scene.app.url}${place}`, { method: 'POST', body: Buffer.from(sent) });
      expect(response.status).to.equal(200);
      expect(((await response.json()) as { id: string }).id).to.match(/^[0-9a-f]{32}$/);
    });

    it('counts what it does not support, and drops it', async () => {
      const kinds = ['transaction', 'profile', 'replay_event', 'check_in', 'log', 'feedback', 'nonsense'];
      const sent = envelope({}, ...kinds.map((type): Item => [{ type }, {}]));
      const before = await scene.app.query('SELECT 1 FROM error_occurrences');
      expect((await send(sent)).status).to.equal(200);
      expect(await scene.app.query('SELECT 1 FROM error_occurrences')).to.have.length(before.length);
      const { text } = await rawRequest({ method: 'GET', url: `${scene.app.url}/metrics` });
      for (const kind of ['transaction', 'profile', 'replay', 'check_in', 'log', 'feedback', 'other'])
        expect(text).to.match(
          new RegExp(`reported_items_total\\{[^}]*kind="${kind}"[^}]*outcome="dropped"[^}]*\\} [1-9]`),
        );
    });

    it('counts a session once as started, and once with its worst outcome', async () => {
      const release = `shop@${eventId()}`;
      const session = (more: object): Item => [
        { type: 'session' },
        { started: new Date().toISOString(), attrs: { release, environment: 'production' }, ...more },
      ];
      const [good, bad] = [eventId(), eventId()];
      await send(envelope({}, session({ sid: good, init: true, status: 'ok' })));
      await send(envelope({}, session({ sid: bad, init: true, status: 'ok' })));
      await send(envelope({}, session({ sid: bad, status: 'ok', errors: 1 })));
      await send(envelope({}, session({ sid: bad, status: 'ok', errors: 2 })));
      expect(await sessionsOf(release)).to.deep.equal([
        { environment: 'production', started: 2, errored: 1, abnormal: 0, crashed: 0 },
      ]);
      await send(envelope({}, session({ sid: bad, status: 'crashed', errors: 3 })));
      await send(envelope({}, session({ sid: good, status: 'exited', errors: 0 })));
      expect(await sessionsOf(release)).to.deep.equal([
        { environment: 'production', started: 2, errored: 0, abnormal: 0, crashed: 1 },
      ]);
    });

    it('adds the sessions that a server reports together, exactly under parallel reports', async () => {
      const release = `api@${eventId()}`;
      const aggregates = [{ started: new Date().toISOString(), exited: 5, errored: 2, crashed: 1 }];
      const sent = envelope({}, [{ type: 'sessions' }, { attrs: { release }, aggregates }]);
      await Promise.all(Array.from({ length: 20 }, () => send(sent)));
      expect(await sessionsOf(release)).to.deep.equal([
        { environment: 'production', started: 160, errored: 40, abnormal: 0, crashed: 20 },
      ]);
    });

    it('says what is limited, and takes the rest', async () => {
      const limited = await createReportingKey(scene.owner, scene.project, { reports_per_minute: 1 });
      const path = `/api/${limited.project_number}/envelope/?sentry_key=${limited.public_key}`;
      const sent = envelope({}, [{ type: 'event' }, failure()]);
      expect((await send(sent, {}, path)).status).to.equal(200);
      const sessions = { attrs: { release: 'a@1' }, aggregates: [{ exited: 1 }] };
      const both = await send(envelope({}, [{ type: 'event' }, failure()], [{ type: 'sessions' }, sessions]), {}, path);
      expect(both.status).to.equal(200);
      expect(both.response.headers.get('x-sentry-rate-limits')).to.match(/^\d+:error:key$/);
    });
  });

  describe('400', () => {
    it('refuses a project number that is none', async () => {
      expect((await send(envelope({}), {}, `/api/x1/envelope/?sentry_key=${key.public_key}`)).status).to.equal(400);
    });
  });

  describe('401', () => {
    it('reporting_key_missing without a public key', async () => {
      const { status, body, response } = await send(envelope({}), {}, `/api/${key.project_number}/envelope/`);
      expect([status, body['code']]).to.deep.equal([401, 'reporting_key_missing']);
      expect(response.headers.get('www-authenticate')).to.equal('Sentry');
    });
  });

  describe('403', () => {
    it('reporting_key_refused for an unknown, an inactive and a deleted key, at once', async () => {
      const made = await createReportingKey(scene.owner, scene.project);
      const path = (public_key: string) => `/api/${made.project_number}/envelope/?sentry_key=${public_key}`;
      expect((await send(envelope({}), {}, path(made.public_key))).status).to.equal(200);
      const params = { path: { reporting_key_id: made.id } };
      bodyOf(
        await scene.owner.v2.PATCH('/api/v2/reporting-keys/{reporting_key_id}', { params, body: { is_active: false } }),
      );
      for (const public_key of [made.public_key, '0'.repeat(32), 'x']) {
        const { status, body } = await send(envelope({}), {}, path(public_key));
        expect([status, body['code']]).to.deep.equal([403, 'reporting_key_refused']);
      }
      bodyOf(
        await scene.owner.v2.PATCH('/api/v2/reporting-keys/{reporting_key_id}', { params, body: { is_active: true } }),
      );
      expect((await send(envelope({}), {}, path(made.public_key))).status).to.equal(200);
      await scene.owner.v2.DELETE('/api/v2/reporting-keys/{reporting_key_id}', { params });
      expect((await send(envelope({}), {}, path(made.public_key))).status).to.equal(403);
    });
  });

  describe('404', () => {
    it('refuses a key of another project', async () => {
      const other = await createReportingKey(scene.stranger, await createProject(scene.stranger));
      const path = `/api/${other.project_number}/envelope/?sentry_key=${key.public_key}`;
      const { status, body } = await send(envelope({}), {}, path);
      expect([status, body['code']]).to.deep.equal([404, 'not_found']);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const made = await createReportingKey(scene.owner, project);
      const path = `/api/${made.project_number}/envelope/?sentry_key=${made.public_key}`;
      expect((await send(envelope({}), {}, path)).status).to.equal(200);
      await archiveProject(scene.owner, project);
      const { status, body } = await send(envelope({}), {}, path);
      expect([status, body['code']]).to.deep.equal([409, 'project_archived']);
    });
  });

  describe('429', () => {
    it('rate_limited with the seconds to wait, once the key has used up its limit', async () => {
      const limited = await createReportingKey(scene.owner, scene.project, { reports_per_minute: 1 });
      const path = `/api/${limited.project_number}/envelope/?sentry_key=${limited.public_key}`;
      const sent = () => send(envelope({}, [{ type: 'event' }, failure()]), {}, path);
      expect((await sent()).status).to.equal(200);
      const { status, body, response } = await sent();
      expect([status, body['code']]).to.deep.equal([429, 'rate_limited']);
      const seconds = Number(response.headers.get('retry-after'));
      expect(seconds).to.be.within(1, 60);
      expect(response.headers.get('x-sentry-rate-limits')).to.equal(`${seconds}:error:key`);
    });
  });
});
