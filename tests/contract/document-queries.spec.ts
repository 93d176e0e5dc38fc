import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';

type Json = Record<string, unknown>;

describe('a query that the documents do not take: 400', () => {
  const app = useApp();
  const get = (path: string) => checkedFetch(`${app.url}${path}`);

  for (const [query, parameters] of [
    ['tags=nothing', ['tags']],
    ['tags=', ['tags']],
    ['tags=tasks,nothing', ['tags']],
    ['openapi=2.0', ['openapi']],
    ['openapi=4&tags=x', ['openapi', 'tags']],
    ['openapi=3.0&openapi=3.1', ['openapi']],
    ['audience=operator', ['audience']],
    ['audience=', ['audience']],
    ['audience=public&audience=public', ['audience']],
    ['audience=Public&tags=x&openapi=3', ['openapi', 'tags', 'audience']],
    ['chapters=no', ['chapters']],
    ['chapters=true&chapters=false', ['chapters']],
    ['openapi=2.0&chapters=&tags=x', ['openapi', 'chapters', 'tags']],
  ] as const) {
    it(`for ?${query}, naming what there is`, async () => {
      const response = await get(`/api/v2/openapi.json?${query}`);
      const problem = (await response.json()) as { code: string; errors: { parameter: string; detail: string }[] };
      expect([response.status, problem.code]).to.deep.equal([400, 'validation_failed']);
      expect(problem.errors.map(({ parameter }) => parameter)).to.deep.equal(parameters);
      expect(problem.errors[0]!.detail).to.match(/^must be one of: /);
    });
  }

  // A misspelt selection would return the whole document, which looks like success.
  for (const [query, parameters] of [
    ['tag=tasks', ['tag']],
    ['Tags=tasks', ['Tags']],
    ['tags[]=tasks', ['tags[]']],
    ['constructor=1', ['constructor']],
    ['__proto__=1', ['__proto__']],
    ['bogus=1&bogus=2&tags=tasks&more', ['bogus', 'more']],
  ] as const) {
    for (const [path, member] of [
      ['/api/openapi.json', 'errors'],
      ['/api/v1/openapi.yaml', 'details'],
      ['/api/v2/openapi.json', 'errors'],
    ] as const)
      it(`for ${path}?${query}, naming the parameters that there are`, async () => {
        const response = await get(`${path}?${query}`);
        const problem = (await response.json()) as Json;
        expect([response.status, problem['code']]).to.deep.equal([400, 'validation_failed']);
        const detail = 'is not a parameter of the documents, whose parameters are: openapi, chapters, tags, audience';
        const expected = parameters.map((parameter) => ({
          ...{ in: 'query', parameter, code: 'unknown_parameter', detail },
        }));
        expect(problem[member]).to.deep.equal(expected);
      });
  }

  it('for unknown names beside values that are not allowed, naming both', async () => {
    const response = await get('/api/v2/openapi.json?tag=tasks&openapi=2.0');
    const { errors } = (await response.json()) as { errors: { parameter: string }[] };
    expect(errors.map(({ parameter }) => parameter)).to.deep.equal(['openapi', 'tag']);
  });
});
