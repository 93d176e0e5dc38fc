import { expect } from 'chai';
import { useApp } from '../../support/app.ts';

describe('v2 getLiveness GET /health/liveness', () => {
  const app = useApp();

  describe('200', () => {
    it('says that the process responds, to anybody', async () => {
      const { data, response } = await app.v2.GET('/health/liveness');
      expect([response.status, data]).to.deep.equal([200, { alive: true }]);
    });
  });
});
