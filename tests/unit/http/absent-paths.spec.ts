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

  it('show people a page for unknown codes of problems, without the code and never kept', async () => {
    for (const code of ['no_such_code', 'constructor', '<script>']) {
      const page = await served.get(`/api/problems/${encodeURIComponent(code)}`, { accept: 'text/html,*/*;q=0.8' });
      expect([page.status, page.headers['content-type']]).to.deep.equal([404, 'text/html; charset=utf-8']);
      expect(page.headers['cache-control']).to.equal('no-store');
      expect(page.headers['content-security-policy']).to.include("default-src 'self'");
      expect(page.text).to.include('<a href="/api/problems">All codes</a>').and.not.include(code);
      const problem = await served.get(`/api/problems/${encodeURIComponent(code)}`, { accept: 'application/json' });
      expect([problem.status, problem.json()['code']]).to.deep.equal([404, 'not_found']);
    }
  });

  it('alone do so', async () => {
    for (const path of ['/api/docs', '/metrics', '/api/v2/echo']) {
      expect((await served.get(path)).headers['link'] ?? '', path).not.to.include('</api>');
    }
  });
});
