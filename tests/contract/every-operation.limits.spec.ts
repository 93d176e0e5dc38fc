import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { expectError, forEach, secured } from '../support/every-operation.ts';
import { bearer, sampleRequest, send } from '../support/sample-request.ts';
import { nowhere } from '../support/world.ts';

const classes = ['AUTH', 'PUBLIC', 'READ', 'WRITE', 'BULK', 'INGEST', 'HEAVY'];
const one = Object.fromEntries(classes.map((name) => [`RATE_LIMIT_${name}`, '1']));

describe('every operation: how often', () => {
  const app = useApp({ settings: one, app: { isWorking: false } });

  describe('429 once the quota of its class is used up', () => {
    forEach(documentedOperations, async (operation) => {
      const isSecured = secured.includes(operation);
      const headers = isSecured ? bearer(await createAccount(app)) : {};
      const sample = sampleRequest(operation, nowhere);
      await send(app, sample, { headers });
      const response = await send(app, sample, { headers });
      await expectError(response, 429, 'rate_limited');
      const wait = Number(response.headers.get('retry-after'));
      expect(wait).to.be.within(1, 60);
      const { 'x-rate-limit': rateClass } = operation.written;
      expect(response.headers.get('ratelimit-policy')).to.equal(`"${rateClass}";q=1;w=60`);
      expect(response.headers.get('ratelimit')).to.equal(`"${rateClass}";r=0;t=${wait}`);
    });
  });

  it('the quota is the client’s own: another key is not limited by it', async () => {
    const [one, other] = [await createAccount(app), await createAccount(app)];
    expect((await one.v2.GET('/api/v2/projects')).response.status).to.equal(200);
    expect((await one.v2.GET('/api/v2/projects')).response.status).to.equal(429);
    expect((await other.v2.GET('/api/v2/projects')).response.status).to.equal(200);
  });

  it('both versions draw on the same quota', async () => {
    const account = await createAccount(app);
    expect((await account.v2.GET('/api/v2/projects')).response.status).to.equal(200);
    expect((await account.v1.GET('/api/v1/projects')).response.status).to.equal(429);
  });
});
