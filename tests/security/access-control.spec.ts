import { expect } from 'chai';
import {
  createAccount,
  createMember,
  createSession,
  type Account,
  type OrganizationRole,
} from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import type { DocumentedOperation } from '../support/contract/document.ts';
import { forEach, isForSessions, isUnsafe, secured } from '../support/every-operation.ts';
import { bearer, fillPath, sampleRequest, send, unique, type Sample } from '../support/sample-request.ts';
import { createWorld, type World } from '../support/world.ts';

const roles = ['owner', 'admin', 'member', 'viewer'] as const;
type Team = Readonly<Record<OrganizationRole, Account>>;

/** Of its two organizations one is attacked by everybody in the other, through every operation of v2. */
describe('Security_AccessControl: what is not theirs is neither read nor changed', function () {
  this.timeout(60_000);
  // Without workers: every change is a request's.
  const app = useApp({ app: { isWorking: false } });
  const operations = secured.filter(({ version }) => version === 'v2');
  const templated = operations.filter(({ path }) => path.includes('{'));
  let attacked: World;
  let own: World;
  let victims: Team;
  let attackers: Team;

  /** A world with somebody of every role, none of them an operator. */
  async function createTeam(): Promise<{ world: World; team: Team }> {
    const owner = await createAccount(app);
    const world = await createWorld(app, owner);
    const [admin, member, viewer] = await Promise.all(roles.slice(1).map((role) => createMember(app, owner, role)));
    return { world, team: { owner, admin: admin!, member: member!, viewer: viewer! } };
  }

  before(async () => {
    ({ world: attacked, team: victims } = await createTeam());
    ({ world: own, team: attackers } = await createTeam());
  });

  /**
   * Every row that names the organization, and every account in it, table by table. Without the uses of its own keys and
   * its own requests, which are written some seconds after them.
   */
  async function rowsOf({ owner: { organization_id } }: World): Promise<Record<string, string>> {
    const tables = await app.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped
          AND c.relname NOT IN ('key_usage', 'request_measurements') ORDER BY 1`,
    );
    const rows: Record<string, string> = {};
    const dump = async (name: string, table: string, column: string): Promise<void> => {
      const [row] = await app.query<{ text: string }>(
        `SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS text FROM ${table} t WHERE ${column} = $1`,
        [organization_id],
      );
      rows[name] = row!.text;
    };
    for (const { name } of tables) await dump(name, name, 'organization_id');
    await dump('users', 'users', 'home_organization_id');
    return rows;
  }

  /** Without the number of the project, which as a text is in many others. */
  const idsOf = ({ ids: { project_number: _, ...ids } }: World, { owner, admin, member, viewer }: Team): string[] => [
    ...Object.values(ids),
    ...[owner, admin, member, viewer].flatMap(({ user_id, api_key_id }) => [user_id, api_key_id]),
  ];

  /** What the caller did not send themselves. */
  async function learned(response: Response): Promise<string> {
    const text = await response.text();
    return text.replaceAll(/"instance":"[^"]*"/g, '');
  }

  async function expectRefused(operation: DocumentedOperation, sample: Sample, headers: object): Promise<void> {
    const response = await send(app, sample, { headers: { ...headers } });
    // Operators are nobody here, and to be refused as one tells nothing of the row.
    const statuses = operation.written['x-role'] === 'operator' ? [403, 404] : [404];
    expect(response.status, await response.clone().text()).to.be.oneOf(statuses);
    const text = await learned(response);
    for (const id of idsOf(attacked, victims)) expect(text).not.to.include(id);
  }

  for (const role of roles) {
    describe(`the ${role} of another organization, by every id`, () => {
      forEach(templated, async (operation) => {
        const before = await rowsOf(attacked);
        const account = attackers[role];
        const session = await createSession(app, account);
        const sample = unique(sampleRequest(operation, attacked.ids));
        if (!isForSessions(operation)) await expectRefused(operation, sample, bearer(account));
        await expectRefused(operation, sample, bearer(session));
        const organization = { 'x-organization-id': attacked.owner.organization_id };
        const isChoosing = operation.parameters.some(({ name }) => name === 'X-Organization-Id');
        if (isChoosing) await expectRefused(operation, sample, { ...bearer(session), ...organization });
        expect(await rowsOf(attacked)).to.deep.equal(before);
      });
    });
  }

  describe('whoever reads without an id finds nothing of another organization', () => {
    const readings = operations.filter((operation) => !isUnsafe(operation) && !operation.path.includes('{'));
    forEach(readings, async (operation) => {
      for (const role of roles) {
        const response = await send(app, sampleRequest(operation, own.ids), { headers: bearer(attackers[role]) });
        const text = await learned(response);
        for (const id of idsOf(attacked, victims)) expect(text, role).not.to.include(id);
      }
    });
  });

  describe('whoever writes cannot refer to what is in another organization', () => {
    const referring = templated.filter(({ method, bodies }) => method !== 'DELETE' && Object.keys(bodies).length > 0);
    forEach(referring, async (operation) => {
      const before = await rowsOf(attacked);
      // One's own path, and in the body the ids of the others.
      const { token, ...foreign } = attacked.ids;
      const target = fillPath(operation.path, own.ids);
      const sample = { ...unique(sampleRequest(operation, foreign)), target };
      await send(app, sample, { headers: bearer(attackers.owner) });
      expect(token).to.have.length(43);
      expect(await rowsOf(attacked)).to.deep.equal(before);
      const mine = Object.values(await rowsOf(own)).join('\n');
      for (const id of idsOf({ ...attacked, ids: foreign }, victims)) expect(mine).not.to.include(id);
    });
  });
});
