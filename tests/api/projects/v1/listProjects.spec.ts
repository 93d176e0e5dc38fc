import { expect } from 'chai';
import { createAccount, createMember, type Account } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { createProject } from '../../../support/factories.ts';
import { archiveProject } from '../../../support/scene.ts';

describe('v1 listProjects GET /projects', () => {
  const app = useApp();
  let owner: Account;
  let member: Account;

  before(async () => {
    owner = await createAccount(app);
    member = await createMember(app, owner);
    for (const name of ['First', 'Second', 'Third']) await createProject(owner, { name });
    await createProject(owner, { name: 'Hidden', visibility: 'private' });
    await createProject(await createAccount(app), { name: 'Foreign' });
  });

  const list = async (
    who: Account,
    query: { limit?: number; offset?: number; status?: 'active' | 'archived' } = {},
  ) => {
    const { data } = await who.v1.GET('/api/v1/projects', { params: { query } });
    return { names: data!.data.map(({ name }) => name), pagination: data!.pagination };
  };

  describe('200', () => {
    it('lists the newest first', async () => {
      expect(await list(owner)).to.deep.equal({
        names: ['Hidden', 'Third', 'Second', 'First'],
        pagination: { limit: 50, offset: 0, total: 4, pages: 1 },
      });
    });

    it('skips and limits, and counts what the caller sees', async () => {
      expect(await list(member, { limit: 2, offset: 1 })).to.deep.equal({
        names: ['Second', 'First'],
        pagination: { limit: 2, offset: 1, total: 3, pages: 2 },
      });
      expect((await list(member, { offset: 3 })).names).to.deep.equal([]);
    });
  });

  describe('200 by status', () => {
    it('lists those in use, or the archived ones', async () => {
      const someone = await createAccount(app);
      await createProject(someone, { name: 'In use' });
      await archiveProject(someone, await createProject(someone, { name: 'Over' }));
      expect((await list(someone, { status: 'active' })).names).to.deep.equal(['In use']);
      const archived = await list(someone, { status: 'archived' });
      expect(archived).to.deep.include({ names: ['Over'] });
      expect(archived.pagination.total).to.equal(1);
    });
  });

  describe('400', () => {
    it('caps the offset at 10,000', async () => {
      expect((await list(member, { offset: 10_000 })).names).to.deep.equal([]);
      const { response } = await member.v1.GET('/api/v1/projects', { params: { query: { offset: 10_001 } } });
      expect(response.status).to.equal(400);
    });
  });
});
