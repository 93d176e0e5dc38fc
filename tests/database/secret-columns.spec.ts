import { expect } from 'chai';
import { secretNames } from '../../generated/sensitive-names.ts';
import { createSecretTest } from '../../src/platform/secret-fields.ts';
import { useApp } from '../support/app.ts';

describe('columns that hold secrets', () => {
  const app = useApp();

  it('have names that logs and the audit log mask', async () => {
    const columns = await app.query<{ name: string }>(
      `SELECT DISTINCT column_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name NOT IN ('audit_log', 'audit_chains')
          AND column_name ~ '(^|_)(password|secret|token|code|otp)(_|$)'
          AND data_type IN ('bytea', 'text') AND column_name !~ '_at$|^code$'`,
    );
    const isSecret = createSecretTest(secretNames);
    expect(columns.map(({ name }) => name)).to.include.members(['password_hash', 'token_hash', 'secret', 'code_hash']);
    for (const { name } of columns) expect(isSecret(name, 'x'), name).to.equal(true);
  });
});
