import { expect } from 'chai';
import type { operations, Project } from '../../generated/v2/types.ts';
import { createAccount, createMember, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { bodyOf, createProject } from '../support/factories.ts';
import { archiveProject, refusalOf, setProjectName } from '../support/scene.ts';

type Page = operations['listProjects']['responses'][200]['content']['application/json'];
type Query = NonNullable<operations['listProjects']['parameters']['query']>;

// What clients rely on when they ask for projects, and the document alone cannot show.
describe('APIContract_ProjectQueries', () => {
  const app = useApp();
  let owner: Account;
  let projects: Project[];

  before(async () => {
    owner = await createAccount(app);
    projects = [];
    // Of one name, so that only ids tell them apart.
    for (let index = 0; index < 7; index += 1) projects.push(await createProject(owner, { name: 'Anchor' }));
  });

  const list = (query: Query = {}, who = owner) => who.v2.GET('/api/v2/projects', { params: { query } });
  const idsOf = async (query: Query = {}): Promise<string[]> => bodyOf(await list(query)).data.map(({ id }) => id);
  async function walk(query: Query): Promise<{ readonly ids: string[]; readonly sizes: number[] }> {
    const [ids, sizes]: [string[], number[]] = [[], []];
    let cursor: string | null = null;
    do {
      const { data, page }: Page = bodyOf(await list(cursor === null ? query : { ...query, cursor }));
      ids.push(...data.map(({ id }) => id));
      sizes.push(data.length);
      cursor = page.next_cursor;
    } while (cursor !== null);
    return { ids, sizes };
  }

  it('breaks ties by id, so that equal names have one order in both directions', async () => {
    const ids = projects.map(({ id }) => id);
    expect(await idsOf({ sort: 'name' })).to.deep.equal(ids);
    expect(await idsOf({ sort: '-name' })).to.deep.equal(ids.toReversed());
    expect((await walk({ sort: 'name', limit: 2 })).ids).to.deep.equal(ids);
  });

  it('fills every page but the last, and ends on a full one without an empty one behind it', async () => {
    expect((await walk({ limit: 3 })).sizes).to.deep.equal([3, 3, 1]);
    expect((await walk({ limit: 7 })).sizes).to.deep.equal([7]);
    expect((await walk({ limit: 100 })).sizes).to.deep.equal([7]);
  });

  it('neither repeats nor skips a project while others are made and deleted between two pages', async () => {
    const first = bodyOf(await list({ limit: 3, sort: 'created_at' }));
    const extra = await createProject(owner, { name: 'Extra' });
    const query = { limit: 100, sort: 'created_at', cursor: first.page.next_cursor! } as const;
    const seen = [...first.data, ...bodyOf(await list(query)).data].map(({ id }) => id);
    expect(seen).to.deep.equal([...projects.map(({ id }) => id), extra.id]);
    await owner.v2.DELETE('/api/v2/projects/{project_id}', { params: { path: { project_id: extra.id } } });
    expect(await idsOf({ sort: 'created_at' })).to.deep.equal(projects.map(({ id }) => id));
  });

  it('takes a cursor with another page size, and refuses it with another filter', async () => {
    const { page } = bodyOf(await list({ limit: 2, sort: 'name' }));
    const cursor = page.next_cursor!;
    expect(await idsOf({ limit: 5, sort: 'name', cursor })).to.deep.equal(projects.slice(2).map(({ id }) => id));
    const refused = refusalOf(await list({ limit: 2, sort: 'name', archived: false, cursor }));
    expect(refused).to.deep.equal({ status: 400, code: 'validation_failed' });
  });

  it('counts the same with and without filters that leave everything, whatever the page', async () => {
    for (const query of [{}, { archived: false }, { visibility: 'organization' }, { limit: 1 }] as const) {
      const { page } = bodyOf(await list({ ...query, include_total: true }));
      expect(page.total).to.equal(7);
    }
    expect(bodyOf(await list()).page).not.to.have.property('total');
  });

  it('lets all filters hold at once, and leaves nothing where two exclude each other', async () => {
    const other = await createAccount(app);
    const [kept, , archived] = [
      await createProject(other, { name: 'Kept lighthouse' }),
      await createProject(other, { name: 'Hidden lighthouse', visibility: 'private' }),
      await archiveProject(other, await createProject(other, { name: 'Old lighthouse' })),
    ];
    const named = async (query: Query) => bodyOf(await list(query, other)).data.map(({ id }) => id);
    expect(await named({ q: 'lighthouse', archived: false, visibility: 'organization' })).to.deep.equal([kept.id]);
    expect(await named({ q: 'lighthouse', archived: true, key: archived.key })).to.deep.equal([archived.id]);
    expect(await named({ archived: true, key: kept.key })).to.deep.equal([]);
    expect(await named({ archived: true, visibility: 'private' })).to.deep.equal([]);
  });

  it('finds a project by its words the moment after it was renamed, and not by the old ones', async () => {
    const { id } = await setProjectName(owner, projects[0]!, 'Beacon');
    expect(await idsOf({ q: 'beacons' })).to.deep.equal([id]);
    expect(await idsOf({ q: 'anchor' })).not.to.include(id);
    await setProjectName(owner, projects[0]!, 'Anchor');
  });

  it('returns a repeated parameter that takes one value with 400, and an empty one, too', async () => {
    for (const query of ['sort=name&sort=key', 'archived=', 'q=', 'limit=', 'archived=True', 'unknown=1']) {
      const response = await checkedFetch(`${app.url}/api/v2/projects?${query}`, {
        headers: { authorization: `Bearer ${owner.token}` },
      });
      expect(response.status, query).to.equal(400);
    }
  });

  it('lists the same projects in v1 and v2, newest first, and hides the same from others', async () => {
    await createProject(owner, { name: 'Cellar', visibility: 'private' });
    for (const who of [owner, await createMember(app, owner)]) {
      const { data: v1 } = bodyOf(await who.v1.GET('/api/v1/projects'));
      expect(v1.map(({ id }) => id)).to.deep.equal(bodyOf(await list({}, who)).data.map(({ id }) => id));
    }
  });
});
