import { expect } from 'chai';
import v2 from '../../../../generated/v2/openapi.json' with { type: 'json' };
import { lookUp } from '../../../../src/documents/reader/reference.ts';

interface Header {
  readonly $ref?: string;
  readonly example?: unknown;
}
interface Media {
  readonly examples?: Readonly<Record<string, { readonly $ref?: string; readonly value?: unknown }>>;
}
interface Response {
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Readonly<Record<string, Media>>;
}
interface Operation {
  readonly operationId: string;
  readonly 'x-rate-limit': string;
  readonly 'x-problems'?: readonly string[];
  readonly responses: Readonly<Record<string, Response>>;
}

const resolved = <T extends { readonly $ref?: string }>(value: T | undefined): T | undefined =>
  value?.$ref === undefined ? value : (lookUp(v2, value.$ref) as T);

const operations = Object.entries(v2.paths as object as Record<string, Record<string, Operation>>).flatMap(
  ([path, item]) =>
    Object.values(item)
      .filter((member) => 'operationId' in member)
      .map((operation) => ({ path, operation })),
);
const successes = operations.flatMap(({ path, operation }) =>
  Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, response]) => ({ path, operation, status, response })),
);

const exampleOf = ({ headers }: Response, name: string): unknown => resolved(headers?.[name])?.example;

function bodyOf({ content }: Response): Readonly<Record<string, unknown>> {
  const [media] = Object.values(content ?? {});
  const [example] = Object.values(media?.examples ?? {});
  const value = resolved(example)?.value;
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

describe('the examples of headers', () => {
  for (const { path, operation, status, response } of successes) {
    const { operationId, 'x-rate-limit': rateClass } = operation;
    it(`${operationId} ${status} fit its class, its body and its path`, () => {
      if (response.headers?.['RateLimit'] !== undefined) {
        expect(exampleOf(response, 'RateLimit')).to.match(new RegExp(`^"${rateClass}";r=\\d+;t=60$`));
        expect(exampleOf(response, 'RateLimit-Policy')).to.match(new RegExp(`^"${rateClass}";q=\\d+;w=60$`));
      }
      const { version } = bodyOf(response);
      if (response.headers?.['ETag'] !== undefined && version !== undefined)
        expect(exampleOf(response, 'ETag')).to.equal(`"${version as number}"`);
      if (response.headers?.['Link'] !== undefined && !path.includes('{')) {
        const [, target, cursor] = /^<([^?]+)\?cursor=([^>]+)>; rel="next"$/.exec(String(exampleOf(response, 'Link')))!;
        expect(target).to.equal(path);
        expect(cursor).to.match(new RegExp(v2.components.parameters.Cursor.schema.pattern));
      }
    });
  }

  it('most successes have them', () => {
    expect(successes.filter(({ response }) => response.headers?.['RateLimit'] !== undefined)).to.have.length.above(90);
    expect(successes.filter(({ response }) => response.headers?.['Link'] !== undefined)).to.have.length.above(10);
  });
});

describe('the examples of problems', () => {
  const own = operations.flatMap(({ operation }) =>
    Object.entries(operation.responses)
      .map(([status, { content }]) => ({
        name: `${operation.operationId} ${status}`,
        codes: Object.keys(Object.values(content ?? {})[0]?.examples ?? {}),
      }))
      .filter(({ codes }) => operation['x-problems']?.some((code) => codes.includes(code)) === true)
      .map((response) => ({ ...response, problems: operation['x-problems'] })),
  );

  for (const { name, codes, problems } of own)
    it(`${name} begins with one of the operation's own`, () => {
      expect(problems).to.include(codes[0]);
    });
});
