import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { expectError, forEach, secured } from '../support/every-operation.ts';
import { prepare } from '../support/preparations.ts';
import { bearer, sampleRequest, send, unique } from '../support/sample-request.ts';
import { createWorld } from '../support/world.ts';

describe('every operation: for an operator who belongs to no organization', () => {
  const app = useApp();

  /** Roles that ask for no organization. */
  const rolesOutside = ['user', 'operator'];

  forEach(secured, async (operation) => {
    const owner = await createAccount(app, { is_operator: true });
    const { ids, session } = await createWorld(app, owner);
    const prepared = await prepare(app, operation, owner);
    await app.query('DELETE FROM organization_members WHERE user_id = $1', [owner.user_id]);
    await app.query('UPDATE sessions SET organization_id = NULL WHERE user_id = $1', [owner.user_id]);
    const own = { ...ids, session_id: session.session_id, ...prepared };
    const sample = unique(sampleRequest(operation, own));
    const response = await send(app, sample, { headers: bearer(session) });
    if (rolesOutside.includes(operation.written['x-role'])) {
      expect(response.status, await response.clone().text()).to.be.within(200, 299);
    } else await expectError(response, 404, 'not_found');
  });
});
