import { expect } from 'chai';
import type { Document } from '../../../../src/documents/generate/document.ts';
import { sensitiveNamesFile } from '../../../../src/documents/generate/sensitive-names-file.ts';

describe('sensitiveNamesFile', () => {
  it('reads the names of properties from schemas, not from examples', () => {
    const token = { type: 'string', 'x-sensitive': true };
    const example = { properties: { token: { type: 'string' } } };
    const headers = { type: 'object', description: 'A property with the name of a keyword.' };
    const Thing = { type: 'object', properties: { token, headers }, examples: [example], default: example };
    const document: Document = {
      ...{ openapi: '3.1.0', info: { title: 'Things', version: '2.0.0' }, paths: {} },
      components: { schemas: { Thing } },
    };
    expect(sensitiveNamesFile([document], document)).to.include(
      'secretNames: Readonly<Record<string, string | null>> = { token: null };',
    );
  });
});
