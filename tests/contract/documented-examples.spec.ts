import { expect } from 'chai';
import { tmpdir } from 'node:os';
import { operations as operationsV1 } from '../../generated/v1/operations.ts';
import { deprecationOf, deprecationOfAll } from '../../src/contract/response/deprecation.ts';
import { resolve } from '../../src/documents/reader/reference.ts';
import { loadConfig } from '../../src/config.ts';
import { documentedOperations, documents, type DocumentedOperation } from '../support/contract/document.ts';
import { findHeaderFaults } from '../support/contract/response-check.ts';
import { exampleIds } from '../support/example-ids.ts';
import { forEach, nameOf } from '../support/every-operation.ts';

// The lint of the contract (src/documents/lint/example-rules.ts) checks the examples where they are written. These tests
// read the bundles, to which the generator adds headers, and compare examples with what the server does.

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The headers of a response as their examples. */
function exampleHeaders({ responses }: DocumentedOperation, status: string): Headers {
  const examples = Object.entries(responses[status]!.headers).flatMap(([name, { example }]) =>
    example === undefined
      ? []
      : [[name, typeof example === 'string' ? example : JSON.stringify(example)] as [string, string]],
  );
  return new Headers(examples);
}

function linkOf(response: DocumentedOperation['responses'][string] | undefined): string {
  return String(response?.headers['Link']?.example);
}

/** The path parameters with their examples, in the order of the path. */
function pathExamples({ version, path, parameters }: DocumentedOperation): [name: string, example: string][] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const { example, schema } = parameters.find((one) => one.in === 'path' && one.name === name)!;
    const { examples, enum: values } = resolve(documents[version], schema);
    const [first] = (examples ?? values ?? []) as readonly unknown[];
    return [name, String(example ?? first)];
  });
}

function pathOfExamples(operation: DocumentedOperation): string {
  return pathExamples(operation).reduce((path, [name, example]) => path.replace(`{${name}}`, example), operation.path);
}

describe('the examples of the documents', () => {
  describe('of every header of a response are there and valid', () => {
    forEach(documentedOperations, (operation) => {
      for (const [status, { headers }] of Object.entries(operation.responses)) {
        const examples = exampleHeaders(operation, status);
        expect([...examples.keys()], status).to.have.members(Object.keys(headers).map((name) => name.toLowerCase()));
        expect(findHeaderFaults(operation, { status: Number(status), headers: examples }), status).to.deep.equal([]);
      }
      return Promise.resolve();
    });
  });

  it('of RateLimit-Policy and RateLimit tell the quota that a server has by default', () => {
    const { perMinute } = loadConfig({ DATA_DIR: tmpdir(), NODE_ENV: 'test' }).rateLimits;
    for (const operation of documentedOperations) {
      const [success = ''] = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
      const { 'x-rate-limit': own } = operation.written as unknown as Record<string, keyof typeof perMinute>;
      // Errors share their responses, which name the class of most operations.
      for (const [status, rateClass] of [
        [success, own],
        ['400', 'read'],
      ] as const) {
        const headers = exampleHeaders(operation, status);
        const quota = perMinute[rateClass!];
        expect(headers.get('ratelimit-policy'), nameOf(operation)).to.equal(`"${rateClass}";q=${quota};w=60`);
        expect(headers.get('ratelimit'), nameOf(operation)).to.equal(`"${rateClass}";r=${quota - 1};t=60`);
      }
    }
  });

  it('of Deprecation and Sunset tell when v1 was deprecated and when it ends', () => {
    for (const operation of documentedOperations.filter(({ version }) => version === 'v1')) {
      const { 'x-deprecated-at': since, 'x-sunset': until } = operation.written as unknown as Record<string, string>;
      const headers = exampleHeaders(operation, '400');
      expect(headers.get('deprecation'), nameOf(operation)).to.equal(`@${Date.parse(since!) / 1000}`);
      expect(headers.get('sunset'), nameOf(operation)).to.equal(new Date(until!).toUTCString());
    }
  });

  it('of Link are links (RFC 8288)', () => {
    const link = /<[^<>]+>(?:; [a-z]+="[^"]+")+/.source;
    const links = documentedOperations.flatMap((operation) =>
      Object.entries(operation.responses).flatMap(
        ([
          status,
          {
            headers: { Link: header },
          },
        ]) => (header === undefined ? [] : [[`${nameOf(operation)} ${status}`, header.example] as const]),
      ),
    );
    expect(links).to.have.length.above(20);
    for (const [name, example] of links) expect(example, name).to.match(new RegExp(`^${link}(?:, ${link})*$`));
  });

  it('of Link lead to the next page of the operation itself, with the examples of its parameters', () => {
    const lists = documentedOperations.filter(({ responses }) => linkOf(responses['200']).includes('rel="next"'));
    expect(lists).to.have.length.above(20);
    for (const operation of lists) {
      const [target = ''] = /(?<=<)[^?]*/.exec(linkOf(operation.responses['200'])) ?? [];
      expect(target, nameOf(operation)).to.equal(pathOfExamples(operation));
    }
  });

  it('of Link and Link-Template of v1 are what the server sends', () => {
    const all = deprecationOfAll(operationsV1);
    for (const operation of documentedOperations.filter(({ version }) => version === 'v1')) {
      const own = deprecationOf(operationsV1.find(({ id }) => id === operation.id)!);
      const segments = pathExamples(operation).map(([, example]) => example);
      for (const [status, response] of Object.entries(operation.responses)) {
        const place = `${nameOf(operation)} ${status}`;
        const isShared = '$ref' in operation.written.responses[status]!;
        expect(linkOf(response), place).to.equal(isShared ? all?.link([]) : own?.link(segments));
        if (!isShared && own?.linkTemplate !== undefined)
          expect(response.headers['Link-Template']?.example, place).to.equal(own.linkTemplate);
      }
    }
  });

  it('of Link have a cursor like that of the parameter', () => {
    for (const operation of documentedOperations) {
      const cursor = operation.parameters.find(({ name }) => name === 'cursor');
      const { Link: link } = operation.responses['200']?.headers ?? {};
      if (cursor === undefined) continue;
      expect(String(link?.example), nameOf(operation)).to.include(`cursor=${String(cursor.schema['examples'])}>`);
    }
  });

  it('of filters by id are ids of the other examples', () => {
    for (const { parameters, ...operation } of documentedOperations) {
      for (const { name, schema } of parameters.filter(({ in: place }) => place !== 'path')) {
        const { examples = [] } = schema as { readonly examples?: readonly unknown[] };
        const ids = examples
          .flat()
          .filter((example) => uuid.test(String(example)) && !/^(request_id|Idempotency-Key)$/.test(name));
        for (const id of ids) expect(Object.values(exampleIds), `${operation.id} ${name}`).to.include(id);
      }
    }
  });
});
