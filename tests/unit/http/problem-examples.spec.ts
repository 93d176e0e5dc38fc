import { expect } from 'chai';
import { catalogue, serve, type Served } from './fixture.ts';

describe('the example of each problem', () => {
  let served: Served;
  before(async () => {
    served = await serve();
  });
  after(() => served.close());

  for (const [code, { detail: template }] of Object.entries(catalogue)) {
    it(`${code} shows an id only where an id stands in its detail`, async () => {
      const { example } = (await served.get(`/api/problems/${code}`, { accept: 'application/json' })).json() as {
        readonly example: { readonly detail: string };
      };
      const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      const ids = names.filter((name) => name.endsWith('_id'));
      expect(example.detail.match(/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300/g)?.length ?? 0).to.equal(ids.length);
      expect(example.detail).not.to.match(/\{\w+\}/);
    });
  }
});
