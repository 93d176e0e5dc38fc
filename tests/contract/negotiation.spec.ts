import { expect } from 'chai';
import type { Project } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { createProject } from '../support/factories.ts';
import { rawRequest } from '../support/raw-request.ts';

const [vendorV1, vendorV2] = ['application/vnd.architect.v1+json', 'application/vnd.architect.v2+json'];

describe('APIVersioning_ContentNegotiation', () => {
  const app = useApp();
  let owner: Account;
  let project: Project;

  before(async () => {
    owner = await createAccount(app);
    project = await createProject(owner);
  });

  const ask = (path: string, accept?: string, method = 'GET', headers: Record<string, string> = {}) =>
    rawRequest({
      method,
      url: app.url + path,
      headers: { authorization: `Bearer ${owner.token}`, ...(accept === undefined ? {} : { accept }), ...headers },
    });
  const versionOf = async (path: string, accept?: string) => (await ask(path, accept)).headers.get('api-version');

  it('returns the unversioned path by v2, unless Accept names a version', async () => {
    for (const accept of [undefined, '', '*/*', 'application/json', 'application/*;q=0.1', 'text/html, */*;q=0.8'])
      expect(await versionOf('/api/projects', accept), accept).to.equal('v2');
    expect(await versionOf('/api/projects', vendorV1)).to.equal('v1');
    expect(await versionOf('/api/projects', vendorV2)).to.equal('v2');
  });

  it('returns by the version that is wanted most, whatever the order and the case', async () => {
    expect(await versionOf('/api/projects', `${vendorV2};q=0.5, ${vendorV1}`)).to.equal('v1');
    expect(await versionOf('/api/projects', `${vendorV1};q=0.2, ${vendorV2};q=0.9`)).to.equal('v2');
    expect(await versionOf('/api/projects', vendorV1.toUpperCase())).to.equal('v1');
    expect(await versionOf('/api/projects', `application/vnd.architect.v9+json, ${vendorV1};q=0.1`)).to.equal('v1');
    expect(await versionOf('/api/projects', `${vendorV1};q=0, */*`)).to.equal('v2');
  });

  it('gives the same representation by the versioned and the unversioned path', async () => {
    for (const [version, accept] of [
      ['v1', vendorV1],
      ['v2', vendorV2],
    ] as const) {
      const [direct, negotiated] = [
        await ask(`/api/${version}/projects/${project.id}`),
        await ask(`/api/projects/${project.id}`, accept),
      ];
      expect(negotiated.text, version).to.equal(direct.text);
      for (const name of ['etag', 'deprecation', 'sunset', 'content-type', 'vary'])
        expect(negotiated.headers.get(name), `${version} ${name}`).to.equal(direct.headers.get(name));
    }
  });

  it('is JSON by its plain name, whatever the version was asked by, and differs by Accept for caches', async () => {
    for (const accept of [vendorV1, vendorV2, 'application/json']) {
      const { headers } = await ask('/api/projects', accept);
      expect(headers.get('content-type')).to.match(/^application\/json(; charset=utf-8)?$/);
      expect(headers.get('vary')).to.include('Accept');
    }
  });

  it('refuses an Accept that contradicts the path, and lists what exists', async () => {
    for (const [path, accept] of [
      ['/api/v1/projects', vendorV2],
      ['/api/v2/projects', vendorV1],
      ['/api/v2/projects', 'application/vnd.architect.v3+json'],
      ['/api/projects', 'application/vnd.architect.v3+json'],
    ] as const) {
      const response = await ask(path, accept);
      expect(response.status, `${path} ${accept}`).to.equal(406);
      for (const name of [vendorV1, vendorV2, 'application/json']) expect(response.text).to.include(name);
    }
  });

  it('takes the version of the path where Accept leaves a choice', async () => {
    expect((await ask('/api/v1/projects', `${vendorV2}, application/json;q=0.1`)).status).to.equal(200);
    expect((await ask('/api/v2/projects', `${vendorV1}, */*;q=0.1`)).status).to.equal(200);
    expect((await ask('/api/v2/projects', `${vendorV1}, */*;q=0`)).status).to.equal(406);
  });

  it('refuses unknown versions in the path as paths that do not exist, not as media types', async () => {
    for (const path of [
      '/api/v3/projects',
      '/api/v0/projects',
      '/api/v2.0/projects',
      '/api/V2/projects',
      '/api/v22/projects',
    ])
      expect((await ask(path)).status, path).to.equal(404);
  });

  it('has no operation of one version under the name of the other', async () => {
    expect((await ask('/api/labels', vendorV1)).status).to.equal(404);
    expect((await ask(`/api/tasks/${project.id}/complete`, undefined, 'POST')).status).to.equal(404);
    const refused = await ask('/api/v1/milestones');
    expect([refused.status, refused.headers.get('api-version')]).to.deep.equal([404, 'v1']);
  });

  it('writes the error in the shape of the version that was asked for', async () => {
    const shape = async (accept?: string) =>
      Object.keys(JSON.parse((await ask('/api/projects?limit=0', accept)).text) as object);
    expect(await shape(vendorV1)).to.have.members(['code', 'message', 'details']);
    expect(await shape(vendorV2)).to.include.members(['type', 'title', 'status', 'errors']);
    expect(await shape()).to.include.members(['type', 'title', 'status', 'errors']);
  });

  it('revalidates per version: the ETag of one is not asked of the other’s cache', async () => {
    const first = await ask(`/api/projects/${project.id}`, vendorV2);
    const tag = { 'if-none-match': first.headers.get('etag')! };
    const again = await ask(`/api/projects/${project.id}`, vendorV2, 'GET', tag);
    expect([again.status, again.headers.get('api-version')]).to.deep.equal([304, 'v2']);
    expect(again.headers.get('vary')).to.include('Accept');
  });

  it('returns HEAD and OPTIONS of the unversioned path by the same version', async () => {
    const head = await ask('/api/projects', vendorV1, 'HEAD');
    expect([head.status, head.text, head.headers.get('api-version')]).to.deep.equal([200, '', 'v1']);
    const options = await ask(`/api/projects/${project.id}`, vendorV1, 'OPTIONS');
    expect([options.status, options.headers.get('api-version')]).to.deep.equal([204, 'v1']);
    expect(options.headers.get('allow')).to.include('PATCH');
  });
});
