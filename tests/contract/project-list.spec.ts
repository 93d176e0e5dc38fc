import { expect } from 'chai';
import type { Project } from '../../generated/v2/types.ts';
import type { ProjectV1 } from '../../generated/v1/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { schemaOf } from '../support/contract/schema-of.ts';
import { createProject } from '../support/factories.ts';
import { archiveProject } from '../support/scene.ts';

type Json = Record<string, unknown>;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const uuidV7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

// The raw bytes of a list of projects: what is there, in which form, and what is not.
describe('ResponseSchema_ProjectList', () => {
  const app = useApp();
  let owner: Account;
  let plain: Project;
  let archived: Project;

  before(async () => {
    owner = await createAccount(app);
    plain = await createProject(owner, { description: null });
    archived = await archiveProject(owner, await createProject(owner, { description: 'The old one.' }));
  });

  async function read(path: string): Promise<{ readonly response: Response; readonly body: Json & { data: Json[] } }> {
    const response = await checkedFetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${owner.token}` } });
    return { response, body: (await response.json()) as Json & { data: Json[] } };
  }

  it('has exactly the members that the document names, in the list and in each project', async () => {
    const { body } = await read('/api/v2/projects');
    expect(Object.keys(body)).to.have.members(['data', 'page']);
    expect(Object.keys(body['page'] as Json)).to.have.members(['limit', 'has_more', 'next_cursor']);
    for (const project of body.data) expect(Object.keys(project)).to.have.members(schemaOf('v2', 'Project').required);
  });

  it('writes null where there is nothing, and never leaves a member out', async () => {
    const { body } = await read('/api/v2/projects?sort=created_at');
    expect(body.data.map(({ description, archived_at }) => ({ description, archived_at }))).to.deep.equal([
      { description: null, archived_at: null },
      { description: 'The old one.', archived_at: archived.archived_at },
    ]);
    expect((body['page'] as Json)['next_cursor']).to.equal(null);
  });

  it('writes times in UTC with milliseconds, and ids of version 7 in lower case', async () => {
    const { body } = await read('/api/v2/projects?archived=true');
    const [project] = body.data as [Json];
    for (const name of ['created_at', 'updated_at', 'archived_at']) expect(project[name], name).to.match(instant);
    expect(project['id']).to.match(uuidV7);
    expect(project['version']).to.equal(2);
  });

  it('shows each project as getProject does, and tags the one only', async () => {
    const { response, body } = await read('/api/v2/projects');
    expect(response.headers.get('etag')).to.equal(null);
    for (const listed of body.data) {
      const one = await read(`/api/v2/projects/${String(listed['id'])}`);
      expect(one.body).to.deep.equal(listed);
      expect(one.response.headers.get('etag')).to.equal(`"${String(listed['version'])}"`);
    }
  });

  it('has an empty list, not null and not 404, where nothing matches', async () => {
    const { response, body } = await read('/api/v2/projects?key=NOWHERE&include_total=true');
    expect(response.status).to.equal(200);
    expect(body).to.deep.equal({ data: [], page: { limit: 50, has_more: false, next_cursor: null, total: 0 } });
  });

  it('is JSON in UTF-8 and not stored by caches', async () => {
    const { response } = await read('/api/v2/projects');
    expect(response.headers.get('content-type')).to.match(/^application\/json(; charset=utf-8)?$/);
    expect(response.headers.get('cache-control')).to.equal('no-store');
  });

  it('has the older shape in v1: status for archived_at, an empty text for null, and pagination', async () => {
    const { body } = await read('/api/v1/projects');
    expect(Object.keys(body)).to.have.members(['data', 'pagination']);
    expect(body['pagination']).to.deep.equal({ limit: 50, offset: 0, total: 2, pages: 1 });
    const [old, young] = body.data as unknown as [ProjectV1, ProjectV1];
    expect(Object.keys(old)).to.have.members(schemaOf('v1', 'ProjectV1').required);
    expect(old).to.include({ id: archived.id, status: 'archived', description: 'The old one.' });
    expect(young).to.include({ id: plain.id, status: 'active', description: '' });
  });
});
