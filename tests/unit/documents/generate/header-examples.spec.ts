import { createRequire } from 'node:module';
import { expect } from 'chai';
import { operations as operationsV1 } from '../../../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../../../generated/v2/operations.ts';
import type { Operation, Validators } from '../../../../src/contract/operation.ts';
import { asJson, type Json } from '../../../../src/documents/reader/json.ts';
import { resolve } from '../../../../src/documents/reader/reference.ts';
import { documents } from '../../../support/contract/document.ts';

const validators = createRequire(import.meta.url)('../../../../generated/validators.cjs') as Validators;
const tables: Readonly<Record<'v1' | 'v2', readonly Operation[]>> = { v1: operationsV1, v2: operationsV2 };

interface HeaderPlace {
  readonly at: string;
  readonly name: string;
  readonly example: unknown;
  readonly validator: string;
}

/** The headers of every response, with the example that a mock returns. */
function headersOf(version: 'v1' | 'v2'): HeaderPlace[] {
  const document = documents[version] as unknown as Json;
  return tables[version].flatMap(({ method, path, responses }) => {
    const written = asJson(asJson(asJson(asJson(document['paths'])[path])[method.toLowerCase()])['responses']);
    return Object.entries(responses).flatMap(([status, spec]) => {
      const headers = asJson(resolve(document, asJson(written[status]))['headers']);
      return Object.entries(headers).map(([name, header]) => ({
        at: `${method} ${path} ${status} ${name}`,
        name,
        example: resolve(document, asJson(header))['example'],
        validator: spec.headers[name.toLowerCase()]?.validator ?? '',
      }));
    });
  });
}

describe('examples of headers', () => {
  for (const version of ['v1', 'v2'] as const) {
    const headers = headersOf(version);

    it(`${version}: every header of every response has an example that matches its schema`, () => {
      expect(headers.length).to.be.above(500);
      const wrong = headers.filter(({ example, validator }) => validators.byKey[validator]?.(example) !== true);
      expect(wrong.map(({ at }) => at)).to.deep.equal([]);
    });

    it(`${version}: API-Version is the version of the document`, () => {
      const versions = headers.filter(({ name }) => name === 'API-Version').map(({ example }) => example);
      expect(new Set(versions)).to.deep.equal(new Set([version]));
    });

    it(`${version}: Location is the path of an operation of the document, without placeholders`, () => {
      const shapes = tables[version].map(
        ({ path }) => new RegExp(`^${path.replaceAll(/\{[^{}]+\}/g, '[0-9a-f-]{36}')}$`),
      );
      const locations = headers.filter(({ name }) => name === 'Location');
      expect(locations).not.to.be.empty;
      for (const { at, example } of locations) {
        const text = String(example);
        expect(
          shapes.some((shape) => shape.test(text)),
          `${at}: ${text}`,
        ).to.equal(true);
        expect(text, at).to.match(new RegExp(`^/api/${version}/`));
      }
    });
  }

  it('v2: ETag and Location are those of the returned task', () => {
    const document = documents.v2 as unknown as Json;
    const create = asJson(asJson(asJson(document['paths'])['/api/v2/projects/{project_id}/tasks'])['post']);
    const response = asJson(asJson(create['responses'])['201']);
    const media = asJson(asJson(response['content'])['application/json']);
    const [example] = Object.values(asJson(media['examples'])).map((one) =>
      asJson(resolve(document, asJson(one))['value']),
    );
    expect(resolve(document, asJson(asJson(response['headers'])['ETag']))['example']).to.equal(
      `"${String(example?.['version'])}"`,
    );
    expect(asJson(asJson(response['headers'])['Location'])['example']).to.equal(
      `/api/v2/tasks/${String(example?.['id'])}`,
    );
  });
});
