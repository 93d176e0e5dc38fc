import { expect } from 'chai';
import type { Task } from '../../generated/v2/types.ts';
import { createAccount, createMember, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import type { WireResponse } from '../support/contract/checked-fetch.ts';
import { schemaOf } from '../support/contract/schema-of.ts';
import { createProject, createTask } from '../support/factories.ts';
import { rawRequest, type RawRequest } from '../support/raw-request.ts';

type Json = Record<string, unknown>;

// The error object of both versions: one cause each, the same members, the same meaning.
describe('ResponseSchema_ErrorResponse', () => {
  const app = useApp();
  let owner: Account;
  let viewer: Account;
  let task: Task;

  before(async () => {
    owner = await createAccount(app);
    viewer = await createMember(app, owner, 'viewer');
    task = await createTask(owner, await createProject(owner));
  });

  const ask = (method: string, path: string, more: Partial<RawRequest> & { readonly token?: string } = {}) => {
    const { token = owner.token, headers, ...rest } = more;
    const authorization = token === '' ? {} : { authorization: `Bearer ${token}` };
    return rawRequest({ method, url: app.url + path, headers: { ...authorization, ...headers }, ...rest });
  };
  const json = (body: unknown) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const bodyOf = ({ text }: WireResponse): Json => JSON.parse(text) as Json;

  /** One request for each status that a path of both versions can return. */
  const causes = (version: 'v1' | 'v2'): readonly [number, string, () => Promise<WireResponse>][] => {
    const root = `/api/${version}`;
    return [
      [400, 'validation_failed', () => ask('GET', `${root}/projects?limit=0&unknown=1`)],
      [401, 'unauthenticated', () => ask('GET', `${root}/projects`, { token: '' })],
      [
        403,
        'forbidden',
        () => ask('PATCH', `${root}/tasks/${task.id}`, { token: viewer.token, ...json({ title: 'a' }) }),
      ],
      [404, 'not_found', () => ask('GET', `${root}/projects/${owner.user_id}`)],
      [404, 'not_found', () => ask('GET', `${root}/nowhere`)],
      [405, 'method_not_allowed', () => ask('PUT', `${root}/projects`)],
      [406, 'not_acceptable', () => ask('GET', `${root}/projects`, { headers: { accept: 'image/png' } })],
      [
        415,
        'unsupported_media_type',
        () => ask('POST', `${root}/projects`, { body: 'a=b', headers: { 'content-type': 'text/css' } }),
      ],
    ];
  };

  for (const version of ['v1', 'v2'] as const) {
    const name = version === 'v1' ? 'ErrorV1' : 'Problem';

    it(`has in ${version} exactly the members of ${name}, whatever the status`, async () => {
      for (const [status, code, request] of causes(version)) {
        const response = await request();
        expect([response.status, bodyOf(response)['code']]).to.deep.equal([status, code]);
        const optional = version === 'v2' && status === 400 ? ['errors'] : [];
        expect(Object.keys(bodyOf(response)), code).to.have.members([...schemaOf(version, name).required, ...optional]);
      }
    });

    it(`is in ${version} of one media type, not to be cached, in UTF-8`, async () => {
      const type = version === 'v1' ? 'application/json' : 'application/problem+json';
      for (const [, code, request] of causes(version)) {
        const { headers } = await request();
        expect(headers.get('content-type'), code).to.match(
          new RegExp(`^${type.replace('+', '\\+')}(; charset=utf-8)?$`),
        );
        expect(headers.get('cache-control'), code).to.equal('no-store');
        expect(headers.get('etag'), code).to.equal(null);
        expect(headers.get('api-version'), code).to.equal(version);
      }
    });
  }

  it('is a problem also for those who ask for other media types, JSON among them or not', async () => {
    const path = `/api/v2/projects/${owner.user_id}`;
    for (const accept of ['application/json', 'application/problem+json, application/json', '*/*', 'application/*']) {
      const response = await ask('GET', path, { headers: { accept } });
      expect(response.status, accept).to.equal(404);
      expect(response.headers.get('content-type'), accept).to.match(/^application\/problem\+json(; charset=utf-8)?$/);
    }
    const refused = await ask('GET', path, { headers: { accept: 'application/problem+json' } });
    expect([refused.status, bodyOf(refused)['code']]).to.deep.equal([406, 'not_acceptable']);
  });

  it('repeats the status of the response, and leads by its type to a page that says the same title', async () => {
    for (const [status, code, request] of causes('v2')) {
      const problem = bodyOf(await request());
      expect(problem['status']).to.equal(status);
      const page = await ask('GET', String(problem['type']), { headers: { accept: 'application/json' } });
      expect(bodyOf(page)).to.include({ code, status, title: problem['title'], type: problem['type'] });
    }
  });

  it('names its request: the path as instance, without the query, and the id that the header has', async () => {
    const headers = { 'x-request-id': 'client-42' };
    const response = await ask('GET', '/api/v2/projects?limit=0&q=private%20words', { headers });
    expect(bodyOf(response)).to.include({ instance: '/api/v2/projects', request_id: 'client-42' });
    expect(response.headers.get('x-request-id')).to.equal('client-42');
    expect(response.text).not.to.include('private');
  });

  it('lists every violation once, with a pointer into the body and a parameter elsewhere, never null', async () => {
    const response = await ask(
      'POST',
      `/api/v2/projects/${task.project_id}/tasks?unknown=1`,
      json({ priority: 'huge', due_on: '2026-02-30' }),
    );
    const errors = bodyOf(response)['errors'] as Json[];
    const places = errors.map((one) => `${String(one['in'])} ${String(one['pointer'] ?? one['parameter'])}`).sort();
    expect(places).to.deep.equal(['body /due_on', 'body /priority', 'body /title', 'query unknown']);
    for (const one of errors) {
      expect(Object.keys(one)).to.have.members([
        'in',
        'code',
        'detail',
        one['in'] === 'body' ? 'pointer' : 'parameter',
      ]);
    }
  });

  it('says the same in v1: message for detail, details for errors, an empty list where nothing is listed', async () => {
    for (const [index, [, , request]] of causes('v1').entries()) {
      const [older, newer] = [bodyOf(await request()), bodyOf(await causes('v2')[index]![2]())];
      expect(older['code']).to.equal(newer['code']);
      expect(older['message']).to.equal(newer['detail']);
      expect(older['details']).to.deep.equal(newer['errors'] ?? []);
    }
  });

  it('has no body for HEAD, but the status and the media type of what GET returns', async () => {
    const path = `/api/v2/projects/${owner.user_id}`;
    const head = await ask('HEAD', path);
    expect([head.status, head.text]).to.deep.equal([404, '']);
    expect(head.headers.get('content-type')).to.match(/^application\/problem\+json/);
  });

  it('carries nothing of the inside: no stack, no SQL, no file, no id of others', async () => {
    const stranger = await createAccount(app);
    const foreign = await createProject(stranger);
    const response = await ask('GET', `/api/v2/projects/${foreign.id}`);
    const { instance, ...rest } = bodyOf(response);
    expect(instance).to.include(foreign.id);
    expect(JSON.stringify(rest)).not.to.match(/select|node_modules|\.ts\b|stack|at \w+ \(/i);
    expect(JSON.stringify(rest)).not.to.include(foreign.id);
    expect(response.text).not.to.include(stranger.organization_id);
  });
});
