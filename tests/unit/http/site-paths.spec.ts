import { expect } from 'chai';
import { createAssets } from '../../../src/http/site/assets.ts';
import { createSiteRouter } from '../../../src/http/site/site.ts';
import { isSitePath, siteNames } from '../../support/contract/site-paths.ts';
import { createOptions } from './fixture.ts';

describe('the paths that the contract check leaves to the site', () => {
  const served = createSiteRouter(createOptions(), createAssets()).stack.map(({ path }) => String(path));
  /** The documents, and the aliases of the start page at the versions. */
  const isOfContract = (path: string): boolean => /^\/api\/?$|^\/api\/v\d|^\/api\/openapi\./.test(path);
  const pages = served.filter((path) => path.startsWith('/api') && !isOfContract(path));

  it('are all paths of its router below /api', () => {
    expect(pages).to.include.members(['/api/docs', '/api/gate.mjs', '/api/assets/:hash/:name']);
    expect(pages.filter((path) => !isSitePath(path))).to.deep.equal([]);
  });

  it('are no others', () => {
    const names = new Set(pages.map((path) => path.split('/')[2]));
    expect(siteNames.filter((name) => !names.has(name))).to.deep.equal([]);
    expect(served.filter(isOfContract).filter(isSitePath)).to.deep.equal([]);
  });
});
