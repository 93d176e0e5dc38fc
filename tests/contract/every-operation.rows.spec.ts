import { expect } from 'chai';
import documentV2 from '../../generated/v2/openapi.json' with { type: 'json' };
import { operations } from '../../generated/v2/operations.ts';
import { createKey, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { declares, expectError, forEach, isForSessions, secured, takes } from '../support/every-operation.ts';
import { prepare } from '../support/preparations.ts';
import { bearer, sampleRequest, send, unique } from '../support/sample-request.ts';
import { createWorld, nowhere, type World } from '../support/world.ts';
import { newId } from '../../src/platform/ids.ts';

/** Whose responses hold secrets, as the generated table says. */
const sealed = new Set(operations.filter(({ hasSensitiveResponse }) => hasSensitiveResponse).map(({ id }) => id));

/** They end the session that asks; most of them put another in its place. */
const endsItsCredential: readonly string[] = ['rotateSession', 'changePassword', 'confirmTotp', 'logOut'];

/** Names of the fields that the document marks `x-sensitive`. */
const sensitiveNames = new Set(sensitiveIn(documentV2));

describe('every operation: which row is meant', () => {
  const app = useApp();
  let world: World;
  let foreign: World;

  before(async () => {
    world = await createWorld(app);
    foreign = await createWorld(app);
  });

  describe('404, and the same body, for an id that is absent and one of another organization', () => {
    // Operators see every organization; their operations have tests of their own for what is absent.
    const isOfOrganizations = ({ written }: DocumentedOperation): boolean => written['x-role'] !== 'operator';
    const templated = secured.filter(({ path }) => path.includes('{')).filter(isOfOrganizations);
    forEach(templated, async (operation) => {
      const headers = bearer(isForSessions(operation) ? world.session : world.owner);
      const absent = await send(app, sampleRequest(operation, { ...world.ids, ...idsOf(operation.path, nowhere) }), {
        headers,
      });
      const hidden = await send(
        app,
        sampleRequest(operation, { ...world.ids, ...idsOf(operation.path, foreign.ids) }),
        { headers },
      );
      expect(await expectError(hidden, 404, 'not_found')).to.deep.equal(await expectError(absent, 404, 'not_found'));
    });

    it('knows a resource for every parameter of a path', () => {
      const names = documentedOperations.flatMap(({ path }) =>
        [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!),
      );
      expect(names.filter((name) => world.ids[name] === undefined)).to.deep.equal([]);
    });
  });

  describe('404 in an organization that the session does not belong to', () => {
    const choosing = secured.filter(takes('X-Organization-Id')).filter(declares(404));
    forEach(choosing, async (operation) => {
      const session = await createSession(app, world.owner);
      const sample = sampleRequest(operation, world.ids);
      const inOrganization = (id: string): Promise<Response> =>
        send(app, sample, { headers: { ...bearer(session), 'x-organization-id': id } });
      const absent = await expectError(await inOrganization(newId()), 404, 'not_found');
      expect(await expectError(await inOrganization(foreign.owner.organization_id), 404, 'not_found')).to.deep.equal(
        absent,
      );
    });
  });

  describe('412 when the resource is not in the version that If-Match names', () => {
    forEach(documentedOperations.filter(takes('If-Match')), async (operation) => {
      for (const tag of ['"999999"', 'W/"1"', '"1x"']) {
        const headers = { ...bearer(isForSessions(operation) ? world.session : world.owner), 'if-match': tag };
        await expectError(
          await send(app, sampleRequest(operation, world.ids), { headers }),
          412,
          'precondition_failed',
        );
      }
    });
  });

  describe('304 for the version that the caller has', () => {
    const reads = documentedOperations.filter(({ method }) => method === 'GET');
    forEach(reads.filter(takes('If-None-Match')), async (operation) => {
      const sample = sampleRequest(operation, world.ids);
      const first = await send(app, sample, { headers: bearer(world.owner) });
      expect(first.status).to.equal(200);
      const etag = first.headers.get('etag')!;
      const again = await send(app, sample, { headers: { ...bearer(world.owner), 'if-none-match': `"0", ${etag}` } });
      expect(again.status).to.equal(304);
      expect(again.headers.get('etag')).to.equal(etag);
      expect(await again.text()).to.equal('');
      const other = await send(app, sample, { headers: { ...bearer(world.owner), 'if-none-match': '"0"' } });
      expect(other.status).to.equal(200);
    });
  });

  describe('a replay for the same credential and request under its Idempotency-Key, and 409 for another request', () => {
    const keyed = documentedOperations.filter(takes('Idempotency-Key'));
    forEach(
      keyed.filter(({ id }) => !endsItsCredential.includes(id)),
      async (operation) => {
        const { sample, credential } = await keyedRequest(operation);
        const headers = { ...bearer(credential), 'idempotency-key': newId() };
        const original = await send(app, sample, { headers });
        expect(original.status, await original.clone().text()).to.be.within(200, 299);
        const replayed = await send(app, sample, { headers });
        expect(replayed.headers.get('idempotency-replayed')).to.equal('true');
        expect(replayed.headers.get('location')).to.equal(original.headers.get('location'));
        expect([replayed.status, await replayed.text()]).to.deep.equal([original.status, await original.text()]);

        // Without a body and an id in the path there is nothing in which two requests could differ.
        if (sample.body === undefined && !operation.path.includes('{')) return;
        const different = sample.body === undefined ? sampleRequest(operation, nowhere) : sample;
        const body = sample.body === undefined ? {} : { body: ` ${sample.body}` };
        const other = await send(app, different, { headers, ...body });
        await expectError(other, 409, 'idempotency_key_reused');
      },
    );
  });

  describe('no replay for another credential of the same user', () => {
    forEach(documentedOperations.filter(takes('Idempotency-Key')), async (operation) => {
      const { sample, credential, owner } = await keyedRequest(operation);
      const key = { 'idempotency-key': newId() };
      const original = await send(app, sample, { headers: { ...bearer(credential), ...key } });
      expect(original.status, await original.clone().text()).to.be.within(200, 299);
      const body = await original.text();
      const secrets = sealed.has(operation.id) ? secretsIn(JSON.parse(body)) : [];
      if (sealed.has(operation.id)) expect(secrets).to.not.deep.equal([]);
      const others = [await createSession(app, owner), await createKey(app, owner), { token: owner.token }];
      for (const other of others.filter(({ token }) => token !== credential.token)) {
        const response = await send(app, sample, { headers: { ...bearer(other), ...key } });
        expect(response.headers.get('idempotency-replayed')).to.equal(null);
        const text = await response.text();
        for (const secret of secrets) expect(text).to.not.include(secret);
      }
    });
  });

  describe('401 for a session that has ended by its own request: its key replays nothing', () => {
    forEach(
      documentedOperations.filter(({ id, version }) => version === 'v2' && endsItsCredential.includes(id)),
      async (operation) => {
        const { sample, credential } = await keyedRequest(operation);
        const headers = { ...bearer(credential), 'idempotency-key': newId() };
        const original = await send(app, sample, { headers });
        expect(original.status, await original.clone().text()).to.be.within(200, 299);
        await expectError(await send(app, sample, { headers }), 401, 'unauthenticated');
      },
    );
  });

  /** A request that takes a key, prepared so that it succeeds, and a credential that may make it. */
  async function keyedRequest(operation: DocumentedOperation) {
    const { owner, session, ids } = await createWorld(app);
    const sample = unique(sampleRequest(operation, { ...ids, ...(await prepare(app, operation, owner)) }));
    return { owner, sample, credential: isForSessions(operation) ? session : owner };
  }
});

function sensitiveIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {} } = value as { properties?: Record<string, { 'x-sensitive'?: boolean }> };
  const own = Object.keys(properties).filter((name) => properties[name]?.['x-sensitive'] === true);
  return [...own, ...Object.values(value).flatMap(sensitiveIn)];
}

/** The values of the sensitive fields of a body, wherever they stand. */
function secretsIn(value: unknown, isSensitive = false): readonly string[] {
  if (typeof value === 'string') return isSensitive ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    secretsIn(member, sensitiveNames.has(name) || (isSensitive && Array.isArray(value))),
  );
}

/** Of `ids` those that the path asks for; its organization stays the caller's where another id can be foreign. */
function idsOf(path: string, ids: World['ids']): Record<string, string> {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!);
  const last = names.at(-1)!;
  return { [last]: ids[last]! };
}
