import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { checkedFetch } from '../../support/contract/checked-fetch.ts';

describe('v2 getHealth GET /health', () => {
  const app = useApp();

  describe('200', () => {
    it('says that the service is well, to anybody', async () => {
      const { data, response } = await app.v2.GET('/health');
      expect(data).to.deep.equal({ status: 'healthy' });
      expect(response.headers.get('cache-control')).to.equal('no-store');
    });

    it('returns HEAD without a body', async () => {
      const response = await checkedFetch(`${app.url}/health`, { method: 'HEAD' });
      expect([response.status, await response.text()]).to.deep.equal([200, '']);
    });

    it('keeps a valid request id of the caller, and otherwise creates one', async () => {
      const idFor = async (id: string): Promise<string | null> => {
        const response = await checkedFetch(`${app.url}/health`, { headers: { 'x-request-id': id } });
        return response.headers.get('x-request-id');
      };
      expect(await idFor('trace-7.a_b')).to.equal('trace-7.a_b');
      for (const id of ['x'.repeat(65), 'with space', '<script>']) expect(await idFor(id)).not.to.equal(id);
    });
  });
});
