import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { clientOperations, contractVersion, readsOfUpdates } from '../../../../generated/client.ts';
import v2 from '../../../../generated/v2/openapi.json' with { type: 'json' };
import type { Document } from '../../../../src/documents/generate/document.ts';
import { clientTableFile } from '../../../../src/documents/generate/client-table-file.ts';
import { documentedOperations } from '../../../support/contract/document.ts';

const current = documentedOperations.filter(({ version }) => version === 'v2');

describe('generated/client.ts', () => {
  it('has every operation of v2, and no other', () => {
    expect(Object.keys(clientOperations)).to.deep.equal(current.map(({ id }) => id));
    expect(contractVersion).to.equal(v2.info.version);
  });

  for (const { id, method, path, parameters, written, responses } of current) {
    it(`calls ${id} as the document says`, () => {
      const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      expect(clientOperations[id as keyof typeof clientOperations]).to.deep.equal({
        method,
        path,
        headers: parameters.filter((one) => one.in === 'header').map(({ name }) => name.toLowerCase()),
        request: Object.keys(written.requestBody?.content ?? {}),
        response: [...new Set(successes.flatMap(([, { content }]) => Object.keys(content ?? {})))],
        // Lists have cursors, other operations have none.
        isPage: parameters.some((one) => one.in === 'query' && one.name === 'cursor'),
      });
    });
  }

  it('pairs each PATCH that takes If-Match with the GET of its path, whose response has an ETag', () => {
    const updates = current.filter(
      ({ method, parameters }) => method === 'PATCH' && parameters.some(({ name }) => name === 'If-Match'),
    );
    const pairs = updates.map(({ id, path }) => {
      const read = current.find((one) => one.method === 'GET' && one.path === path);
      expect(Object.keys(read?.responses['200']?.headers ?? {})).to.include('ETag');
      return [id, read?.id];
    });
    expect(pairs).not.to.be.empty;
    expect(readsOfUpdates).to.deep.equal(Object.fromEntries(pairs));
  });

  it('names the record of each operation that streams NDJSON', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../../generated/client.ts'), 'utf8');
    const streams = current.flatMap(({ id, responses }) => {
      const record = responses['200']?.content?.['application/x-ndjson']?.schema['contentSchema'] as
        { readonly $ref: string } | undefined;
      return record === undefined ? [] : [`  ${id}: components['schemas']['${record.$ref.split('/').at(-1) ?? ''}'];`];
    });
    expect(streams).not.to.be.empty;
    expect(text.split('\n').filter((line) => line.includes("components['schemas']"))).to.deep.equal(streams);
  });
});

describe('clientTableFile', () => {
  const responses = { '200': { description: 'ok' } };

  it('merges the headers of path and operation, and of references', () => {
    const document = {
      openapi: '3.1.0',
      info: { title: 'T', version: '2.5.0' },
      paths: {
        '/a/{id}': {
          parameters: [{ name: 'X-Team', in: 'header' }, { $ref: '#/components/parameters/Key' }],
          put: { operationId: 'putA', tags: ['a'], parameters: [{ name: 'x-team', in: 'header' }], responses },
        },
      },
      components: { parameters: { Key: { name: 'Idempotency-Key', in: 'header' } } },
    } as unknown as Document;
    const text = clientTableFile(document);
    expect(text).to.include("headers: ['x-team', 'idempotency-key']");
    expect(text).to.include("contractVersion = '2.5.0'");
    expect(text).to.include('isPage: false');
  });
});
