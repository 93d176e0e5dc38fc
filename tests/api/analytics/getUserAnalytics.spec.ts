import { expect } from 'chai';
import type { UserAnalytics } from '../../../generated/v2/types.ts';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { createComment, createProject, createTask, setProjectMember } from '../../support/factories.ts';
import { askFigures, refused } from '../../support/figures/ask.ts';

describe('v2 getUserAnalytics GET /analytics/users', () => {
  const app = useApp();
  const get = async (account: Account, query = ''): Promise<UserAnalytics> =>
    (await askFigures(app, account, `users${query}`)).json() as Promise<UserAnalytics>;

  describe('200', () => {
    it('counts who did something, and what', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      await createMember(app, owner, 'viewer');
      const project = await createProject(owner);
      const task = await createTask(member, project);
      await createComment(member, task);
      const figures = await get(owner);
      expect(figures).to.deep.include({ members: 3, active: 2, contributions: 3, joined: 3, sign_ins: 0 });
      expect(figures.by_user).to.deep.equal([
        { user_id: member.user_id, contributions: 2 },
        { user_id: owner.user_id, contributions: 1 },
      ]);
      expect(figures.by_type.map(({ type }) => type)).to.deep.equal([
        'comment.created',
        'project.created',
        'task.created',
      ]);
      expect(figures.series.at(-1)).to.deep.include({ active: 2, contributions: 3 });
    });

    it('leaves out what happens in private projects, except for their members and for admins', async () => {
      const owner = await createAccount(app);
      const [inside, outside] = [await createMember(app, owner), await createMember(app, owner)];
      const project = await createProject(owner, { visibility: 'private' });
      await setProjectMember(owner, project, inside);
      await createTask(inside, project);
      const contributionsOf = async (account: Account, query = '') => (await get(account, query)).by_user.length;
      expect([
        await contributionsOf(owner),
        await contributionsOf(inside),
        await contributionsOf(outside),
      ]).to.deep.equal([2, 2, 0]);
      const query = `?project_id=${project.id}`;
      expect([await contributionsOf(inside, query), await contributionsOf(outside, query)]).to.deep.equal([2, 0]);
    });

    it('returns a row of CSV for each interval', async () => {
      const owner = await createAccount(app);
      const response = await askFigures(app, owner, 'users', { accept: 'text/csv' });
      expect(await response.text()).to.match(/^starts_at,ends_at,active,contributions,joined,sign_ins\r\n/);
    });
  });

  describe('304', () => {
    it('for the tag of the response', async () => {
      const owner = await createAccount(app);
      const { headers } = await askFigures(app, owner, 'users');
      expect((await askFigures(app, owner, 'users', { 'if-none-match': headers.get('etag')! })).status).to.equal(304);
    });
  });

  describe('409', () => {
    it('for a range that is empty or has too many intervals', async () => {
      const owner = await createAccount(app);
      expect((await refused(askFigures(app, owner, 'users?from=2999-01-01T00:00:00Z'))).code).to.equal('range_empty');
      const long = 'users?from=2020-01-01T00:00:00Z&interval=hour';
      expect(await refused(askFigures(app, owner, long))).to.deep.equal({ status: 409, code: 'range_too_long' });
    });
  });
});
