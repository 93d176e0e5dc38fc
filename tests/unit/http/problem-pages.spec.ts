import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { serve, type Served } from './fixture.ts';

const asPage = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('http: pages of requests that fail', () => {
  let served: Served;
  let busy: Served;
  before(async () => {
    served = await serve();
    busy = await serve({
      rateLimiter: {
        count: async (className) => {
          const params = { class: className, retry_after: 12 };
          throw new AppError('rate_limited', 429, params, { headers: { 'retry-after': '12' } });
        },
      },
    });
  });
  after(async () => {
    await served.close();
    await busy.close();
  });

  it('list every violation with its place, as text', async () => {
    const path = '/api/openapi.json?tags=task&openapi=9&%3Cb%3E=1';
    const { status, text } = await served.get(path, asPage);
    expect(status).to.equal(400);
    expect(text).to.contain('<p>Violations found: 3. Each is listed with its place.</p>');
    expect(text).to.contain('<li>query <code>tags</code>: must be one of: health, projects</li>');
    expect(text).to.contain('<li>query <code>openapi</code>: must be one of: 3.0, 3.1</li>');
    expect(text).to.contain('<li>query <code>&#60;b&#62;</code>: is not a parameter').and.not.contain('<b>');
    expect(text, 'headers that the response does not have').not.to.match(/Retry-After|Allow/);
    const { errors } = (await served.get(path)).json() as { errors: unknown[] };
    expect(errors).to.have.length(3);
  });

  it('say how long to wait', async () => {
    const { status, text } = await busy.get('/api/docs', asPage);
    expect(status).to.equal(429);
    expect(text).to.contain('<p>The limit of the class pages is used up; try again in 12 s.</p>');
    expect(text).to.contain('<code>Retry-After: 12</code>');
  });

  it('say which methods there are', async () => {
    const { status, text } = await served.send('DELETE', '/api/docs', asPage);
    expect(status).to.equal(405);
    expect(text).to.contain('<p>This path offers GET, HEAD, OPTIONS.</p>');
    expect(text).to.contain('<code>Allow: GET, HEAD, OPTIONS</code>');
  });

  it('show no placeholder of a detail', async () => {
    for (const path of ['/api/openapi.json?openapi=9', '/api/none', '/api/redoc?version=v9']) {
      const { text } = await served.get(path, asPage);
      expect(text.slice(text.indexOf('<main')), path).not.to.match(/\{\w+\}/);
    }
  });
});
