import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { createAccount, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { createIncident } from '../../support/incidents.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 getIncident GET /incidents/{incident_id}', () => {
  const app = useApp();
  let operator: Account;
  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  const get = (account: Account, incident_id: string) =>
    account.v2.GET('/api/v2/incidents/{incident_id}', { params: { path: { incident_id } } });

  describe('200', () => {
    it('shows an operator of any organization what fails', async () => {
      const id = await createIncident(app, { kind: 'job', service: `imports.run-${newId()}` });
      const { data, response } = await get(operator, id);
      expect(data).to.include({ id, kind: 'job', status: 'open', occurrence_count: 1, closed_at: null, version: 1 });
      expect(data).to.include({ escalation_count: 0, escalated_at: null });
      expect(response.headers.get('etag')).to.equal('"1"');
    });

    it('shows when a part worked again', async () => {
      const incident = bodyOf(await get(operator, await createIncident(app, { status: 'closed' })));
      expect(incident.status).to.equal('closed');
      expect(incident.closed_at).to.equal(incident.last_seen_at);
    });
  });

  describe('304', () => {
    it('sends nothing to somebody who has this version', async () => {
      const incident_id = await createIncident(app);
      const params = { path: { incident_id }, header: { 'If-None-Match': '"1"' } };
      const { response } = await operator.v2.GET('/api/v2/incidents/{incident_id}', { params });
      expect(response.status).to.equal(304);
    });
  });

  describe('403', () => {
    it('refuses the owner of an organization, who is no operator', async () => {
      const owner = await createAccount(app);
      const id = await createIncident(app);
      expect(refusalOf(await get(owner, id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('does not find an incident that does not exist', async () => {
      expect(refusalOf(await get(operator, newId()))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
