import { expect } from 'chai';
import { operations } from '../../generated/v1/operations.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { rawRequest } from '../support/raw-request.ts';
import { bearer, sampleRequest, send } from '../support/sample-request.ts';
import { createWorld, nowhere, type World } from '../support/world.ts';

const v1 = documentedOperations.filter(({ version }) => version === 'v1');
const guide = '</api/upgrade-guide>; rel="deprecation"; type="text/html"';

/** What the headers must say, from nothing but the YAML. */
function expected(id: string): { readonly deprecation: string; readonly sunset: string } {
  const { written } = v1.find((operation) => operation.id === id)!;
  const { 'x-deprecated-at': since, 'x-sunset': until } = written as unknown as Record<string, string>;
  return { deprecation: `@${Date.parse(since!) / 1000}`, sunset: new Date(until!).toUTCString() };
}

function headersOf({ headers }: { readonly headers: Headers }) {
  return { deprecation: headers.get('deprecation'), sunset: headers.get('sunset') };
}

describe('responses of v1 say that it ends', () => {
  const app = useApp();
  let world: World;

  before(async () => {
    world = await createWorld(app);
  });

  describe('whatever the response: 401, 404 or 400, 406, 415', () => {
    forEach(v1, async (operation) => {
      const sample = sampleRequest(operation, nowhere);
      for (const headers of [
        {},
        bearer(world.owner),
        { ...bearer(world.owner), accept: 'application/vnd.architect.v9+json' },
        { ...bearer(world.owner), 'content-type': 'text/plain' },
      ]) {
        const response = await send(app, sample, { headers, query: 'no_such_parameter=1' });
        expect(response.status).to.be.within(400, 499);
        expect(headersOf(response)).to.deep.equal(expected(operation.id));
        expect(response.headers.get('link')).to.match(/^<\/api\/v2\/[^>]+>; rel="successor-version", /);
        expect(response.headers.get('link')).to.include(guide);
        expect(response.headers.get('api-version')).to.equal('v1');
        expect(response.headers.get('vary')).to.include('Accept');
      }
    });
  });

  describe('whatever the path holds, it is one target in Link', () => {
    forEach(
      v1.filter(({ path }) => path.includes('{')),
      async (operation) => {
        for (const hostile of [
          'x>;rel="evil",<y',
          '<',
          '>,<https:evil.example>',
          '"',
          'a\\b',
          '{id}',
          'x%3E;rel=%22evil%22',
        ]) {
          const target = operation.path.replaceAll(/\{[^}]+\}/g, hostile);
          const response = await rawRequest({ method: operation.method, url: app.url + operation.path, target });
          expect(response.status).to.equal(401);
          expect(response.headers.get('link')).to.include(`, ${guide}`);
          expect(response.headers.get('link'), hostile).to.match(
            /^<\/api\/v2\/[\w\-.~!$&'()*+,;=:@%/]+>; rel="successor-version", <[\w/-]+>; rel="deprecation"; type="text\/html"$/,
          );
        }
      },
    );
  });

  it('leads to the same successor by the unversioned path', async () => {
    const accept = 'application/vnd.architect.v1+json';
    const response = await checkedFetch(`${app.url}/api/projects`, { headers: { ...bearer(world.owner), accept } });
    expect(response.status).to.equal(200);
    expect(headersOf(response)).to.deep.equal(expected('listProjects'));
    expect(response.headers.get('link')).to.equal(`</api/v2/projects>; rel="successor-version", ${guide}`);
  });

  it('describes a successor that the request cannot name, and the document has it there', async () => {
    const { status, headers } = await rawRequest({ method: 'POST', url: `${app.url}/api/v1/tasks` });
    expect(status).to.equal(401);
    expect(headers.get('link-template')).to.equal('"/api/v2/projects/{project_id}/tasks"; rel="successor-version"');
    const [, target] = /^<([^>]+)>; rel="successor-version"/.exec(headers.get('link')!)!;
    const { pathname, hash } = new URL(target!, app.url);
    let node: unknown = await (await checkedFetch(app.url + pathname)).json();
    for (const token of decodeURIComponent(hash).slice(2).split('/')) {
      node = (node as Record<string, unknown>)[token.replaceAll('~1', '/').replaceAll('~0', '~')];
    }
    expect(node).to.have.property('operationId', 'createTask');
  });

  for (const [method, path, status] of [
    ['GET', '/api/v1/nowhere', 404],
    ['PUT', '/api/v1/projects', 405],
    ['OPTIONS', '/api/v1/projects', 204],
  ] as const) {
    it(`${method} ${path}: ${status}, of the contract as a whole`, async () => {
      const response = await rawRequest({ method, url: app.url + path });
      expect(response.status).to.equal(status);
      const ends = Math.max(...operations.map(({ deprecation }) => Date.parse(deprecation.sunset)));
      expect(response.headers.get('sunset')).to.equal(new Date(ends).toUTCString());
      expect(response.headers.get('deprecation')).to.match(/^@\d+$/);
      expect(response.headers.get('link')).to.equal(`</api/v2/openapi.json>; rel="successor-version", ${guide}`);
    });
  }

  it('v2 says nothing of the kind', async () => {
    const response = await checkedFetch(`${app.url}/api/v2/projects`, { headers: bearer(world.owner) });
    for (const name of ['deprecation', 'sunset', 'link', 'link-template'])
      expect(response.headers.get(name)).to.equal(null);
  });
});
