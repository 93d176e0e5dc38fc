import { expect } from 'chai';
import { createLogger } from '../../../src/platform/logger.ts';
import { useDatabase } from '../../support/use-database.ts';

// PostgreSQL quotes values in its messages, details and contexts. None may reach the log, whatever the statement.
describe('an error of PostgreSQL in the log', () => {
  const database = useDatabase();
  const canary = 'canary-4711';

  const columns = '(id, name, slug, created_at, updated_at)';
  const statements: Readonly<Record<string, { readonly text: string; readonly code: string }>> = {
    'a unique constraint': {
      text: `INSERT INTO organizations ${columns} SELECT gen_random_uuid(), 'a', $1, now(), now() FROM generate_series(1, 2)`,
      code: '23505',
    },
    'a missing value': {
      text: `INSERT INTO organizations ${columns} VALUES (gen_random_uuid(), NULL, $1, now(), now())`,
      code: '23502',
    },
    'a wrong form': { text: 'SELECT ($1::text)::uuid', code: '22P02' },
    'a wrong time': { text: 'SELECT ($1::text)::timestamptz', code: '22007' },
    'invalid JSON': { text: 'SELECT ($1::text)::jsonb', code: '22P02' },
    'a column that does not exist': { text: 'SELECT $1::text, nothing FROM organizations', code: '42703' },
  };

  for (const [what, { text, code }] of Object.entries(statements)) {
    it(`names ${what} without the value`, async () => {
      const thrown: unknown = await database.db.query({ name: `logged.${code}.${what}`, text }, [canary]).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(thrown).to.be.instanceOf(Error);
      const lines: string[] = [];
      const destination = { write: (line: string) => void lines.push(line) };
      createLogger({ level: 'info', secretNames: {}, destination }).error({ err: thrown }, 'failed');
      expect(lines.join('')).to.include(`"code":"${code}"`).and.not.include(canary);
    });
  }
});
