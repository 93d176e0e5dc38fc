import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { forEach, secured } from '../support/every-operation.ts';
import { rawRequest } from '../support/raw-request.ts';
import { bearer, sampleRequest, type Variation } from '../support/sample-request.ts';
import { nowhere } from '../support/world.ts';
import { exampleIds } from '../support/example-ids.ts';
import { createExampleWorld, type ExampleWorld } from './example-world.ts';
import { askMock, askServer } from './exchange.ts';
import { knownDifferences } from './known-differences.ts';
import { usePrism } from './prism.ts';

describe('the mock says what the server says: errors', () => {
  const app = useApp({});
  const prism = usePrism();
  let world: ExampleWorld;

  before(async () => {
    const things = {
      hasInvitation: true,
      hasMilestone: true,
      blocking: 'waited for',
      isImported: true,
      isOperator: true,
    } as const;
    world = await createExampleWorld(app, { upTo: 'comment', ...things });
  });

  /** Both answer that status, in the same media type. */
  async function compare(
    operation: (typeof documentedOperations)[number],
    status: number,
    variation: Variation,
    serverIds = world.ids,
  ): Promise<void> {
    const mock = await askMock(prism[operation.version], sampleRequest(operation, exampleIds), variation);
    const server = await askServer(app, sampleRequest(operation, serverIds), variation);
    expect(server.status).to.equal(status);
    expect([mock.status, mock.type]).to.deep.equal([server.status, server.type]);
  }

  const withBody = documentedOperations.filter(({ bodies }) => Object.keys(bodies).length > 0);

  describe('401 without a credential', () => {
    forEach(secured, (operation) => compare(operation, 401, {}));
  });

  describe('400 for a body of the wrong type', () => {
    forEach(withBody, (operation) => compare(operation, 400, { headers: bearer(world.session), body: '[]' }));
  });

  describe('400 for a limit out of bounds', () => {
    const paged = documentedOperations.filter(({ parameters }) => parameters.some(({ name }) => name === 'limit'));
    forEach(paged, (operation) => compare(operation, 400, { headers: bearer(world.session), query: 'limit=0' }));
  });

  describe('415 for another content type', () => {
    forEach(withBody, (operation) =>
      compare(operation, 415, { headers: { ...bearer(world.session), 'content-type': 'text/plain' } }),
    );
  });

  describe('404 for what is not there', () => {
    const templated = documentedOperations.filter(({ path }) => path.includes('{'));
    forEach(templated, (operation) =>
      compare(operation, 404, { headers: { ...bearer(world.session), prefer: 'code=404' } }, nowhere),
    );
  });

  describe('where Prism differs', () => {
    for (const { name, method, path, headers, body, ...statuses } of knownDifferences) {
      it(name, async () => {
        const filled = Object.fromEntries(
          Object.entries(headers).map(([key, value]) => [key, value.replace('{token}', world.session.token)]),
        );
        const sent = body === undefined ? {} : { body };
        const server = await rawRequest({ method, url: `${app.url}${path}`, headers: filled, ...sent });
        const signal = AbortSignal.timeout(1000);
        const bytes = body === undefined ? {} : { body: Buffer.from(body) };
        const mock = await fetch(`${prism.v2.url}${path}`, { method, headers: filled, signal, ...bytes }).then(
          (reply) => reply.status,
          () => 'silence' as const,
        );
        expect({ mock, server: server.status }).to.deep.equal(statuses);
      });
    }
  });
});
