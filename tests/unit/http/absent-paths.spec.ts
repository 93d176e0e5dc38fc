import { expect } from 'chai';
import { serve, type Served } from './fixture.ts';

describe('http: paths at which nothing is', () => {
  let served: Served;
  before(async () => {
    served = await serve();
  });
  after(() => served.close());

  for (const path of ['/docs', '/api/v1', '/api/v2', '/api/v9', '/api/v9/tasks', '/nothing', '/api/problems/nothing']) {
    it(`lead to the start: ${path}`, async () => {
      const { status, headers } = await served.get(path);
      expect([status, headers['link']]).to.deep.equal([404, '</api>; rel="service-doc"']);
    });
  }

  it('alone do so', async () => {
    for (const path of ['/api/docs', '/metrics', '/api/v2/echo']) {
      expect((await served.get(path)).headers['link'] ?? '', path).not.to.include('</api>');
    }
  });
});
