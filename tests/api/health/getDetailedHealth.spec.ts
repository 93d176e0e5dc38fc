import { expect } from 'chai';
import { readBuildInfo } from '../../../src/platform/build-info.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { createAccount } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 getDetailedHealth GET /health/detailed', () => {
  const app = useApp();

  describe('200', () => {
    it('shows each part with facts', async () => {
      const operator = await createAccount(app, { is_operator: true });
      const { status, version, commit, uptime_seconds, ...parts } = bodyOf(await operator.v2.GET('/health/detailed'));
      expect(status).to.equal('healthy');
      expect(version).to.equal(packageJson.version);
      expect(commit).to.equal(readBuildInfo(undefined).commit);
      expect(uptime_seconds).to.be.at.least(0);
      expect(Object.keys(parts)).to.have.members(['database', 'cache', 'message_queue', 'external_services']);
      for (const part of Object.values(parts)) expect([part.status, part.message]).to.deep.equal(['healthy', null]);
      const facts = Object.fromEntries(parts.database.facts.map(({ name, value }) => [name, value]));
      expect(facts['connections_max']).to.equal(10);
      expect(facts['latency_ms']).to.be.within(0, 2000);
    });
  });

  describe('403', () => {
    it('refuses the owner of an organization, who is no operator', async () => {
      const owner = await createAccount(app);
      expect(refusalOf(await owner.v2.GET('/health/detailed'))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });
});
