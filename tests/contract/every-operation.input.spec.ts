import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { operations as operationsV1 } from '../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../generated/v2/operations.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, documents, type DocumentedOperation } from '../support/contract/document.ts';
import { declares, expectError, forEach, violationsOf } from '../support/every-operation.ts';
import { rawRequest } from '../support/raw-request.ts';
import { bearer, fillPath, sampleRequest, send } from '../support/sample-request.ts';
import { createWorld, type World } from '../support/world.ts';

const withBody = documentedOperations.filter(({ bodies }) => Object.keys(bodies).length > 0);

/** A merge patch is JSON, and may be called so. */
function acceptedBy({ bodies }: DocumentedOperation): string {
  const types = Object.keys(bodies);
  return [...types, ...(types.includes('application/merge-patch+json') ? ['application/json'] : [])].join(', ');
}

function bytesMaxOf({ version, id }: DocumentedOperation): number {
  const table = version === 'v1' ? operationsV1 : operationsV2;
  return table.find((row) => row.id === id)!.body!.bytesMax;
}

describe('every operation: what is sent', () => {
  const app = useApp();
  let world: World;
  let headers: Readonly<Record<string, string>>;

  before(async () => {
    world = await createWorld(app);
    headers = bearer(world.owner);
  });

  describe('405 with Allow for a method that the path does not have', () => {
    for (const [version, path] of (['v1', 'v2'] as const).flatMap((version) =>
      Object.keys(documents[version].paths).map((path) => [version, path] as const),
    )) {
      const offered = Object.keys(documents[version].paths[path]!)
        .filter((key) => ['get', 'post', 'put', 'patch', 'delete'].includes(key))
        .map((method) => method.toUpperCase());
      const allowed = [...offered, ...(offered.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort();
      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY'].filter(
        (one) => !offered.includes(one),
      );

      it(`${path}: ${others.join(' ')}`, async () => {
        const url = app.url + fillPath(path, world.ids);
        for (const method of others) {
          const response = await rawRequest({ method, url });
          expect(response.status, method).to.equal(405);
          expect((JSON.parse(response.text) as { code: string }).code).to.equal('method_not_allowed');
          expect(response.headers.get('allow')!.split(/, */).sort()).to.deep.equal(allowed);
        }
        const options = await rawRequest({ method: 'OPTIONS', url });
        expect(options.status).to.equal(204);
        expect(options.headers.get('allow')!.split(/, */).sort()).to.deep.equal(allowed);
        for (const method of ['PATCH', 'POST'] as const) {
          const operation = documentedOperations.find((one) => one.path === path && one.method === method);
          const types = operation === undefined ? '' : acceptedBy(operation);
          expect(options.headers.get(`accept-${method.toLowerCase()}`) ?? '', method).to.equal(types);
        }
      });
    }
  });

  describe('406 when Accept excludes the response, or asks for another version than the path', () => {
    forEach(documentedOperations, async (operation) => {
      const sample = sampleRequest(operation, world.ids);
      const otherVersion = operation.version === 'v1' ? 'v2' : 'v1';
      // A success without a body is no representation, so any media type will do; a version never is anyone's but the path's.
      const hasBody = Object.entries(operation.responses).some(
        ([status, { content }]) => status < '300' && content !== undefined,
      );
      const versions = [`application/vnd.architect.${otherVersion}+json`, 'application/vnd.architect.v9+json'];
      for (const accept of [...(hasBody ? ['image/png'] : []), ...versions]) {
        await expectError(await send(app, sample, { headers: { ...headers, accept } }), 406, 'not_acceptable');
      }
    });
  });

  describe('431 for headers, or a URL, beyond what is read', () => {
    forEach(documentedOperations, async (operation) => {
      const sample = sampleRequest(operation, world.ids);
      for (const [more, target] of [
        [{ 'x-filler': 'a'.repeat(20_000) }, sample.target],
        [{ cookie: `a=${'a'.repeat(15_000)}`, 'x-filler': 'b'.repeat(2_000) }, sample.target],
        [{}, `${sample.target}${sample.target.includes('?') ? '&' : '?'}q=${'a'.repeat(16_500)}`],
      ] as const) {
        const response = await rawRequest({
          method: sample.method,
          url: app.url + target,
          headers: { ...sample.headers, ...headers, ...more },
        });
        expect(response.status).to.equal(431);
        expect((JSON.parse(response.text) as { code: string }).code).to.equal('header_too_large');
      }
    });
  });

  describe('413 for a body that says it is larger than the operation takes', () => {
    forEach(withBody, async (operation) => {
      const sample = sampleRequest(operation, world.ids);
      const response = await rawRequest({
        method: sample.method,
        url: app.url + sample.target,
        headers: { ...sample.headers, ...headers, 'content-length': String(bytesMaxOf(operation) + 1) },
      });
      expect(response.status).to.equal(413);
      expect((JSON.parse(response.text) as { code: string }).code).to.equal('payload_too_large');
    });
  });

  describe('a body that is compressed is read like any other', () => {
    const codings = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
    forEach(withBody, async (operation) => {
      const sample = sampleRequest(operation, world.ids);
      for (const [coding, encode] of Object.entries(codings)) {
        const response = await rawRequest({
          method: sample.method,
          url: `${app.url}${sample.target}`,
          headers: { ...sample.headers, ...headers, 'content-encoding': coding },
          body: encode('{"half":'),
        });
        const violations = violationsOf(JSON.parse(response.text) as Record<string, unknown>);
        expect(
          violations.map(({ code }) => code),
          response.text,
        ).to.include('malformed_json');
      }
    });
  });

  describe('415 for another content type or none, or a content coding that is not taken', () => {
    forEach(withBody, async (operation) => {
      const sample = sampleRequest(operation, world.ids);
      const takesAny = '*/*' in operation.bodies;
      for (const more of [
        ...(takesAny ? [] : [{ 'content-type': 'image/png' }]),
        ...(takesAny || 'application/octet-stream' in operation.bodies ? [] : [{ 'content-type': undefined }]),
        { 'content-encoding': 'zstd' },
        { 'content-encoding': 'gzip, gzip' },
      ]) {
        const response = await send(app, sample, { headers: { ...headers, ...more } });
        await expectError(response, 415, 'unsupported_media_type');
        const isAboutCoding = 'content-encoding' in more;
        const types = acceptedBy(operation);
        const expected = {
          accept: isAboutCoding ? null : types,
          'accept-encoding': isAboutCoding ? 'gzip, deflate, br' : null,
          'accept-patch': operation.method === 'PATCH' && !isAboutCoding ? types : null,
          'accept-post': operation.method === 'POST' && !isAboutCoding ? types : null,
        };
        const names = Object.keys(expected);
        expect(Object.fromEntries(names.map((name) => [name, response.headers.get(name)]))).to.deep.equal(expected);
      }
    });
  });

  describe('400 names every violation', () => {
    const templated = (operation: DocumentedOperation): string | undefined => /\{([^}]+)\}/.exec(operation.path)?.[1];

    describe('an unknown query parameter, and a malformed id beside it', () => {
      forEach(documentedOperations.filter(declares(400)), async (operation) => {
        const parameter = templated(operation);
        const ids = parameter === undefined ? world.ids : { ...world.ids, [parameter]: 'not-an-id' };
        const response = await send(app, sampleRequest(operation, ids), { headers, query: 'no_such_parameter=1' });
        const violations = violationsOf(await expectError(response, 400, 'validation_failed'));
        const places = violations.map((violation) => `${String(violation['in'])} ${String(violation['parameter'])}`);
        expect(places).to.have.members([
          'query no_such_parameter',
          ...(parameter === undefined ? [] : [`path ${parameter}`]),
        ]);
      });
    });

    describe('an unknown field of the body, and an unknown parameter beside it', () => {
      forEach(
        withBody.filter(({ bodies }) => typeof Object.values(bodies)[0] === 'object'),
        async (operation) => {
          const sample = sampleRequest(operation, world.ids);
          // An import's archive may hold members that nobody knows; there a missing one takes the place.
          const isOpen = operation.id === 'createImport';
          const body = isOpen ? '{}' : JSON.stringify({ ...JSON.parse(sample.body!), no_such_field: 1 });
          const response = await send(app, sample, { headers, body, query: 'no_such_parameter=1' });
          const violations = violationsOf(await expectError(response, 400, 'validation_failed'));
          expect(violations.map((violation) => violation['parameter'])).to.include('no_such_parameter');
          const pointers = violations.flatMap(({ in: place, pointer }) => (place === 'body' ? [pointer] : []));
          expect(pointers).to.include(isOpen ? '/repo' : '/no_such_field');
        },
      );
    });

    describe('a body that is no JSON, no UTF-8, or not there', () => {
      forEach(withBody, async (operation) => {
        const sample = sampleRequest(operation, world.ids);
        for (const body of ['{"a":', '', '"\\ud800', '{"a":1}{"b":2}']) {
          await expectError(await send(app, sample, { headers, body }), 400, 'validation_failed');
        }
        const response = await rawRequest({
          method: sample.method,
          url: app.url + sample.target,
          headers: { ...sample.headers, ...headers },
          body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
        });
        expect(response.status).to.equal(400);
      });
    });
  });
});
