import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { negotiatedVersion } from '../../../src/http/middleware/negotiate.ts';
import { serve } from './fixture.ts';
import type { Served } from './fixture.ts';

const vendor = (version: string): string => `application/vnd.architect.${version}+json`;

describe('http: version negotiation', () => {
  for (const [accept, version] of [
    [undefined, 'v2'],
    ['*/*', 'v2'],
    ['application/json', 'v2'],
    ['text/html', 'v2'],
    [vendor('v1'), 'v1'],
    [vendor('v2'), 'v2'],
    [vendor('V1').toUpperCase(), 'v1'],
    [`${vendor('v1')};q=0.5, ${vendor('v2')}`, 'v2'],
    [`${vendor('v2')};q=0.2, ${vendor('v1')};q=0.9, */*;q=0.1`, 'v1'],
    [`${vendor('v9')}, ${vendor('v1')};q=0.1`, 'v1'],
    [`${vendor('v9')}, application/json`, 'v2'],
    [`${vendor('v1')};q=0, */*`, 'v2'],
    [`${vendor('v1')}-not`, 'v2'],
    [`application/json, ${vendor('v1')};q=0.1`, 'v2'],
    [`application/json;q=0.1, ${vendor('v1')};q=0.2`, 'v1'],
    [`application/json, ${vendor('v1')}`, 'v1'],
    [`*/*, ${vendor('v1')};q=0.9`, 'v2'],
    [`${vendor('v1')}, ${vendor('v2')}`, 'v1'],
    [`${vendor('v2')}, ${vendor('v1')}`, 'v2'],
    [`${vendor('v1')};q=5`, 'v1'],
    [`${vendor('v1')};q=0.000, ${vendor('v2')};q=0.001`, 'v2'],
    [`text/plain;x=",${vendor('v1')},"`, 'v2'],
    [`${vendor('v1')};charset="utf-8;q=0"`, 'v1'],
    ['', 'v2'],
  ] as const) {
    it(`${accept ?? 'no Accept'} means ${version}`, () => {
      expect(negotiatedVersion(accept)).to.equal(version);
    });
  }

  it('refuses a version that does not exist', () => {
    expect(() => negotiatedVersion(vendor('v9')))
      .to.throw(AppError)
      .with.property('status', 406);
  });

  describe('on the wire', () => {
    let served: Served;
    before(async () => {
      served = await serve();
    });
    after(() => served.close());

    it('puts the version into the path and leaves the query', async () => {
      const response = await served.get('/api/tasks/7?limit=2', { accept: vendor('v1') });
      expect(response.json()).to.include({ version: 'v1', path: '/api/v1/tasks/7', query: 'limit=2' });
    });

    it('means v2 without a vendor type', async () => {
      const response = await served.get('/api/tasks');
      expect(response.json()).to.include({ version: 'v2', path: '/api/v2/tasks' });
    });

    it('returns an unknown version with 406 and what exists', async () => {
      const response = await served.get('/api/tasks', { accept: vendor('v7') });
      expect(response.status).to.equal(406);
      expect(response.headers.vary).to.equal('Accept-Encoding, Accept');
      expect(response.json()).to.include({ code: 'not_acceptable', instance: '/api/tasks' });
      expect(response.json()['detail']).to.contain(vendor('v1')).and.contain(vendor('v2'));
    });
  });
});
