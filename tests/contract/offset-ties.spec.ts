import { expect } from 'chai';
import { createAccount, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { insertTasks } from '../support/archive.ts';
import { createProject } from '../support/factories.ts';
import { bearer, send } from '../support/sample-request.ts';

// Rows of one moment: without a second order, a page of v1 could repeat a row of the page before and leave another out.

const COUNT = 7;
const moment = '2026-11-02T10:00:00Z';

describe('a list by offset has one order for rows of one moment: that of their ids, the last first', () => {
  const app = useApp({});
  let account: Account;
  before(async () => {
    account = await createAccount(app, { is_operator: true });
  });

  const sameMoment = (table: string): Promise<unknown> => app.query(`UPDATE ${table} SET created_at = $1`, [moment]);
  const lists: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {
    projects: async () => {
      for (let count = 0; count < COUNT; count++) await createProject(account);
      await app.query(
        'UPDATE projects SET id = gen_random_uuid() WHERE id NOT IN (SELECT project_id FROM project_members)',
      );
      return bearer(account);
    },
    tasks: async () => {
      await insertTasks(app, await createProject(account), { count: COUNT, description: 'x' });
      return bearer(account);
    },
    users: async () => {
      for (let count = 1; count < COUNT; count++) await createAccount(app);
      return bearer(account);
    },
    sessions: async () => {
      for (let count = 1; count < COUNT; count++) await createSession(app, account);
      return bearer(await createSession(app, account));
    },
  };

  for (const [name, make] of Object.entries(lists)) {
    it(name, async () => {
      const headers = await make();
      await sameMoment(name);
      const ids: string[] = [];
      for (let offset = 0; offset < COUNT; offset += 2) {
        const target = `/api/v1/${name}?limit=2&offset=${offset}`;
        const response = await send(app, { method: 'GET', target, headers, body: undefined });
        const { data } = (await response.json()) as { readonly data: readonly { readonly id: string }[] };
        ids.push(...data.map(({ id }) => id));
      }
      expect(ids.length).to.be.at.least(COUNT);
      expect(ids).to.deep.equal([...new Set(ids)].sort().reverse());
    });
  }
});
