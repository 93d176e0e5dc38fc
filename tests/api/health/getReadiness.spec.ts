import { expect } from 'chai';
import { useApp } from '../../support/app.ts';

describe('v2 getReadiness GET /health/readiness', () => {
  const app = useApp();

  describe('200', () => {
    it('says that requests may be sent here, to anybody', async () => {
      const { data, response } = await app.v2.GET('/health/readiness');
      expect([response.status, data]).to.deep.equal([200, { ready: true }]);
    });
  });
});
