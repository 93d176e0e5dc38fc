import { expect } from 'chai';
import { adoptDocument } from '../../../../src/documents/generate/adopt.ts';
import { compileDocument } from '../../../support/contract/compile-document.ts';

/** A schema of other authors, and the bodies of requests and responses that it must accept or refuse. */
export interface Case {
  readonly name: string;
  readonly openapi?: string;
  readonly schema: unknown;
  readonly components?: object;
  /** JSON texts, because an object literal cannot have a member named `__proto__`. */
  readonly taken?: readonly string[];
  readonly refused?: readonly string[];
  readonly given?: readonly string[];
  readonly withheld?: readonly string[];
}

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Adopts a document with the schema as a request and as a response body, and validates the texts of the case. */
export async function checkSchema({ schema, openapi = '3.1.0', components = {}, ...texts }: Case): Promise<void> {
  const content = { 'application/json': { schema } };
  const post = { requestBody: { content }, responses: { '200': { description: 'Fine.', content } } };
  const { document } = adoptDocument({
    openapi,
    info: { title: 'Foreign', version: '1' },
    paths: { '/it': { post } },
    components: { schemas: components },
  });
  const { operations, validators } = await compileDocument(document);
  const [row] = operations;
  const request = validators.byKey[row?.body?.content['application/json'] ?? ''];
  const response = validators.byKey[row?.responses[200]?.content['application/json'] ?? ''];
  const results = (list: readonly string[] = [], validate = request) =>
    list.filter((text) => validate?.(JSON.parse(text)) === true);
  expect(results(texts.taken)).to.deep.equal(texts.taken ?? []);
  expect(results(texts.refused)).to.deep.equal([]);
  expect(results(texts.given, response)).to.deep.equal(texts.given ?? []);
  expect(results(texts.withheld, response)).to.deep.equal([]);
}
