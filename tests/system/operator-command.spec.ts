import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { installation } from '../support/installation.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

describe('operator EMAIL', function () {
  this.timeout(120_000);
  let server: ServerProcess;

  before(async () => {
    server = await prepareServer();
    await server.start();
  });
  after(() => server.remove());

  it('grants the role while a server runs, with immediate effect, and revokes it', async () => {
    const { email, v2, organization_id, user_id } = await createAccount(server);
    expect((await v2.GET('/api/v2/users')).response.status).to.equal(403);
    const granted = await server.run(['operator', email.toUpperCase()], '');
    expect(granted).to.deep.equal({ code: 0, output: `${email.toUpperCase()} is an operator\n` });
    expect((await v2.GET('/api/v2/users')).response.status).to.equal(200);
    const revoked = await server.run(['operator', email, '--revoke'], '');
    expect(revoked).to.deep.equal({ code: 0, output: `${email} is no longer an operator\n` });
    expect((await v2.GET('/api/v2/users')).response.status).to.equal(403);
    const audit = await server.query(
      'SELECT action, actor_type, organization_id FROM audit_log WHERE resource_id = $1 ORDER BY action',
      [user_id],
    );
    const row = { action: 'user.update', actor_type: 'system', organization_id };
    // Operators are members of the installation's own organization.
    const left = { ...row, action: 'member.remove', organization_id: installation.organization_id };
    expect(audit).to.deep.equal([left, row, row]);
  });

  it('changes and records nothing where it is so already', async () => {
    const { email, user_id } = await createAccount(server);
    expect((await server.run(['operator', email, '--revoke'], '')).code).to.equal(0);
    for (let time = 0; time < 2; time++) expect((await server.run(['operator', email], '')).code).to.equal(0);
    const users = await server.query('SELECT is_operator, version FROM users WHERE id = $1', [user_id]);
    expect(users).to.deep.equal([{ is_operator: true, version: 2 }]);
    expect(await server.query('SELECT FROM audit_log WHERE resource_id = $1', [user_id])).to.have.length(1);
  });

  it('rejects an unverified address, and can revoke its role', async () => {
    const { email, user_id } = await createAccount(server);
    await server.query('UPDATE users SET email_verified_at = NULL WHERE id = $1', [user_id]);
    const refused = await server.run(['operator', email], '');
    const message = `${email} is not verified yet: its owner must follow the link in the mail first\n`;
    expect(refused).to.deep.equal({ code: 1, output: message });
    const operators = 'SELECT is_operator FROM users WHERE id = $1';
    expect(await server.query(operators, [user_id])).to.deep.equal([{ is_operator: false }]);
    await server.query('UPDATE users SET is_operator = true WHERE id = $1', [user_id]);
    expect((await server.run(['operator', email, '--revoke'], '')).code).to.equal(0);
    expect(await server.query(operators, [user_id])).to.deep.equal([{ is_operator: false }]);
  });

  it('reports an address without an account', async () => {
    const { code, output } = await server.run(['operator', 'nobody@meridian.example'], '');
    expect([code, output]).to.deep.equal([
      1,
      'no account has the address nobody@meridian.example: check the spelling, or register it\n',
    ]);
  });
});
