import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { startPrism } from './prism.ts';

describe('prism mock HOST/api/VERSION/openapi.json: the document as it is served', () => {
  const app = useApp({});

  for (const version of ['v1', 'v2'] as const) {
    it(`${version}: starts, and responds with the example`, async function () {
      this.timeout(60_000);
      const { token } = await createAccount(app);
      const prism = await startPrism(`${app.url}/api/${version}/openapi.json`);
      try {
        const headers = { authorization: `Bearer ${token}` };
        const response = await fetch(`${prism.url}/api/${version}/projects`, { headers });
        expect(response.status).to.equal(200);
        const { data } = (await response.json()) as { data: { key: string }[] };
        expect(data.map(({ key }) => key)).to.include('CORE');
        expect((await fetch(`${prism.url}/api/${version}/projects`)).status).to.equal(401);
      } finally {
        await prism.stop();
      }
    });
  }
});
