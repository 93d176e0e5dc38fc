import { expect } from 'chai';
import type { operations } from '../../../generated/v2/types.ts';
import type { Project } from '../../../generated/v2/types.ts';
import { createMember, createAccount, type Account } from '../../support/accounts.ts';
import { checkedFetch } from '../../support/contract/checked-fetch.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { archiveProject, joinProject } from '../../support/scene.ts';

type Query = NonNullable<operations['listProjects']['parameters']['query']>;

describe('v2 listProjects GET /projects', () => {
  const app = useApp();
  let owner: Account;
  let member: Account;
  let projects: Project[];

  before(async () => {
    owner = await createAccount(app);
    member = await createMember(app, owner);
    projects = [];
    for (const name of ['Delta', 'Alpha', 'Echo', 'Bravo', 'Charlie']) {
      projects.push(await createProject(owner, { name, description: `the ${name} antenna` }));
    }
    projects.push(await createProject(owner, { name: 'Hidden', visibility: 'private' }));
    projects[4] = await archiveProject(owner, projects[4]!);
    const stranger = await createAccount(app);
    await createProject(stranger, { name: 'Foreign antenna' });
  });

  const list = (who: Account, query: Query = {}) => who.v2.GET('/api/v2/projects', { params: { query } });
  const namesOf = async (who: Account, query: Query = {}): Promise<string[]> =>
    bodyOf(await list(who, query)).data.map(({ name }) => name);

  describe('200', () => {
    it('lists the newest first, whole and with all their fields', async () => {
      const { data } = await list(owner);
      expect(data?.data).to.deep.equal(projects.toReversed());
      expect(data?.page).to.deep.equal({ limit: 50, has_more: false, next_cursor: null });
    });

    it('leaves out private projects of which the caller is no member', async () => {
      expect(await namesOf(member, { sort: 'name' })).to.deep.equal(['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo']);
    });

    for (const [sort, expected] of [
      ['created_at', ['Delta', 'Alpha', 'Echo', 'Bravo', 'Charlie', 'Hidden']],
      ['-created_at', ['Hidden', 'Charlie', 'Bravo', 'Echo', 'Alpha', 'Delta']],
      ['name', ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Hidden']],
      ['-name', ['Hidden', 'Echo', 'Delta', 'Charlie', 'Bravo', 'Alpha']],
    ] as const) {
      it(`goes by ${sort}, page by page, each project once`, async () => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const query = { sort, limit: 4, ...(cursor === undefined ? {} : { cursor }) };
          const { data, response } = await list(owner, query);
          seen.push(...data!.data.map(({ name }) => name));
          expect(data!.page.has_more).to.equal(data!.page.next_cursor !== null);
          expect(response.headers.get('link') === null).to.equal(data!.page.next_cursor === null);
          cursor = data!.page.next_cursor ?? undefined;
        } while (cursor !== undefined);
        expect(seen).to.deep.equal(expected);
      });
    }

    it('goes by key, and by the last change', async () => {
      const keys = projects.map(({ key }) => key).toSorted((a, b) => (a < b ? -1 : 1));
      const listed = async (sort: NonNullable<Query['sort']>) => bodyOf(await list(owner, { sort })).data;
      expect((await listed('key')).map(({ key }) => key)).to.deep.equal(keys);
      expect((await listed('-key')).map(({ key }) => key)).to.deep.equal(keys.toReversed());
      const names = ['Charlie', 'Hidden', 'Bravo', 'Echo', 'Alpha', 'Delta'];
      expect(await namesOf(owner, { sort: '-updated_at' })).to.deep.equal(names);
      expect(await namesOf(owner, { sort: 'updated_at' })).to.deep.equal(names.toReversed());
    });

    it('filters by visibility, and by whether the caller is a member', async () => {
      expect(await namesOf(owner, { visibility: 'private' })).to.deep.equal(['Hidden']);
      expect(await namesOf(member, { visibility: 'private' })).to.deep.equal([]);
      const admin = await createMember(app, owner, 'admin');
      await joinProject(app, projects[1]!, admin, 'viewer');
      await joinProject(app, projects[1]!, member, 'viewer');
      for (const who of [admin, member]) expect(await namesOf(who, { joined: true })).to.deep.equal(['Alpha']);
      const others = { joined: false, archived: false, sort: 'name' } as const;
      expect(await namesOf(admin, others)).to.deep.equal(['Bravo', 'Delta', 'Echo', 'Hidden']);
      expect(await namesOf(member, others)).to.deep.equal(['Bravo', 'Delta', 'Echo']);
    });

    it('links to the next page', async () => {
      const { data, response } = await list(owner, { limit: 2, sort: 'name', archived: false });
      const [, link = ''] = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '') ?? [];
      const url = new URL(link, app.url);
      expect(url.searchParams.get('cursor')).to.equal(data!.page.next_cursor);
      const next = await checkedFetch(url, { headers: { authorization: `Bearer ${owner.token}` } });
      const page = (await next.json()) as { data: Project[] };
      expect(page.data.map(({ name }) => name)).to.deep.equal(['Delta', 'Echo']);
    });

    it('filters by archived, by key and by words', async () => {
      expect(await namesOf(owner, { archived: true })).to.deep.equal(['Charlie']);
      expect(await namesOf(owner, { archived: false, sort: 'name' })).to.deep.equal([
        'Alpha',
        'Bravo',
        'Delta',
        'Echo',
        'Hidden',
      ]);
      expect(await namesOf(owner, { key: projects[0]!.key })).to.deep.equal(['Delta']);
      expect(await namesOf(owner, { q: 'echo antennas' })).to.deep.equal(['Echo']);
      expect(await namesOf(owner, { q: 'submarine' })).to.deep.equal([]);
    });

    it('counts them all when asked', async () => {
      const { data } = await list(member, { include_total: true, limit: 1 });
      expect(data?.page.total).to.equal(5);
    });
  });

  describe('400', () => {
    it('refuses a cursor that belongs to another order, was altered, or is another list’s', async () => {
      const { page } = bodyOf(await list(owner, { limit: 1, sort: 'name' }));
      const cursor = page.next_cursor!;
      for (const query of [
        { cursor, sort: '-name' },
        { cursor: `${cursor.slice(0, -2)}AA`, sort: 'name' },
        { cursor, sort: 'name', archived: true },
      ] as const) {
        const { error, response } = await list(owner, query);
        expect(response.status).to.equal(400);
        expect(error).to.have.nested.property('errors[0].parameter', 'cursor');
      }
    });

    for (const query of [{ limit: 0 }, { limit: 101 }, { sort: 'visibility' }, { limit: '1e1' }, { archived: 'yes' }]) {
      it(`refuses ${JSON.stringify(query)}`, async () => {
        const { error, response } = await list(owner, query as never);
        expect(response.status).to.equal(400);
        expect(error).to.have.nested.property('errors[0].parameter', Object.keys(query)[0]);
      });
    }
  });
});
