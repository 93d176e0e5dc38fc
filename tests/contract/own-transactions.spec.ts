import { expect } from 'chai';
import { INSTALLATION_ORGANIZATION_ID } from '../../src/modules/organizations/installation/installation.types.ts';
import { createExampleWorld, userAgent } from '../mock/example-world.ts';
import { successes } from '../mock/corpus.ts';
import { keyOf, requestFor } from '../mock/success-request.ts';
import { createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { bearer, send } from '../support/sample-request.ts';

// Operations with `x-transaction: none` open their transactions themselves. Whichever of the things that they record or
// enqueue cannot be written, nothing of the request stays.

/** Attempts are counted whether or not they succeed, and credentials when they are used. */
const counted = ['login_throttles', 'operation_usage', 'key_usage', 'request_measurements'];
/** Tables that the background writes meanwhile. */
const background = [
  'outbox',
  'outbox_dead',
  'audit_chains',
  'job_workers',
  'external_services',
  'incidents',
  'error_alert_evaluation',
  'error_quarters',
  'error_quarters_cursor',
];
const ENTRIES_MAX = 40;

describe('operations with a transaction of their own', function () {
  this.timeout(60_000);
  // One of its own: it reads whole tables.
  const app = useApp({});
  let tables: readonly string[];

  before(async () => {
    const rows = await app.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
          AND relnamespace = 'public'::regnamespace AND relname !~ '^migration' AND relname <> ALL ($1)`,
      [[...counted, ...background]],
    );
    tables = rows.map(({ name }) => name);
    // The entry of which the sequence reaches zero is refused.
    await app.query('CREATE SEQUENCE entries_left INCREMENT -1 MINVALUE -1000 MAXVALUE 1000 START 1000');
    await app.query(`CREATE FUNCTION refuse_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('entries_left') = 0 THEN RAISE EXCEPTION 'the entry is refused'; END IF; RETURN NEW; END $$`);
    await app.query(`CREATE TRIGGER refused BEFORE INSERT ON outbox FOR EACH ROW
      WHEN (NEW.organization_id IS DISTINCT FROM '${INSTALLATION_ORGANIZATION_ID}' AND NEW.name !~ '^incident')
      EXECUTE FUNCTION refuse_entry()`);
  });

  /** Every row outside the installation's own error log, which tells of each refusal, without the counts of attempts and what the sealer adds to the audit log. */
  async function everyRow(): Promise<readonly string[]> {
    const parts = tables.map(
      (name) =>
        `SELECT '${name} ' || (to_jsonb(t) - '{attempts,sequence,hash,previous_hash}'::text[])::text AS row
           FROM ${name} AS t WHERE to_jsonb(t) ->> 'organization_id' IS DISTINCT FROM $1
            AND coalesce(to_jsonb(t) ->> 'resource_type', to_jsonb(t) ->> 'subject', '') !~ '^incident'`,
    );
    const statement = `${parts.join(' UNION ALL ')} ORDER BY 1`;
    return (await app.query<{ row: string }>(statement, [INSTALLATION_ORGANIZATION_ID])).map(({ row }) => row);
  }

  forEach(
    documentedOperations.filter(({ written }) => written['x-transaction'] === 'none'),
    async (operation) => {
      const { world: options, about = {} } = successes[keyOf(operation)]!;
      const world = await createExampleWorld(app, options);
      // Other credentials and an open link of the user, which some operations end.
      const { user_id, organization_id } = world.ids as { user_id: string; organization_id: string };
      await createSession(app, { user_id, organization_id });
      await app.query(
        `INSERT INTO one_time_tokens (token_hash, user_id, purpose, created_at, expires_at)
         VALUES (sha256($1::uuid::text::bytea), $1, 'password_reset', $2, $2::timestamptz + interval '1 hour')`,
        [user_id, app.clock.now()],
      );
      const request = await requestFor(app, operation, { world, about });
      const credentials = operation.written.security?.length === 0 ? {} : bearer(world.session);
      const before = await everyRow();
      const statuses: number[] = [];
      for (let entry = 1; entry <= ENTRIES_MAX; entry += 1) {
        await app.query('DELETE FROM login_throttles');
        await app.query('UPDATE mfa_challenges SET attempts = 0');
        await app.query("SELECT setval('entries_left', $1)", [entry]);
        const { status } = await send(app, request, { headers: { ...credentials, 'user-agent': userAgent } });
        await app.query("SELECT setval('entries_left', 1000)");
        statuses.push(status);
        if (status !== 500) break;
        const after = await everyRow();
        expect({
          lost: before.filter((row) => !after.includes(row)),
          left: after.filter((row) => !before.includes(row)),
        }).to.deep.equal({ lost: [], left: [] });
      }
      expect(statuses.length).to.be.above(1);
      expect(statuses.at(-1)).to.be.within(200, 299);
    },
  );
});
