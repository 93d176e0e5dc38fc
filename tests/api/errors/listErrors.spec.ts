import { expect } from 'chai';
import type { ErrorReport, operations, Project } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, reportError } from '../../support/factories.ts';
import { useScene } from '../../support/scene.ts';

type Query = NonNullable<operations['listErrors']['parameters']['query']>;

describe('v2 listErrors GET /errors', () => {
  const scene = useScene();
  const list = async (who: 'owner' | 'member' | 'viewer' | 'stranger', query: Query = {}) =>
    bodyOf(await scene[who].v2.GET('/api/v2/errors', { params: { query } }));
  let project: Project;
  const errors: Record<string, string> = {};

  before(async () => {
    project = await createProject(scene.owner);
    const reports: Readonly<Record<string, ErrorReport>> = {
      login: {
        type: 'AuthError',
        message: 'Token rejected',
        release: 'a@1',
        tags: { browser: 'Firefox', os: 'Linux' },
      },
      upload: { type: 'IoError', message: 'Disk is full', level: 'fatal', environment: 'staging' },
      draw: { type: 'DrawError', message: 'Canvas lost', level: 'warning', tags: { browser: 'Chrome' } },
    };
    for (const [name, report] of Object.entries(reports)) {
      errors[name] = (await reportError(scene.member, project, report)).error_id;
    }
    await reportError(scene.member, project, { ...reports['login'], release: 'a@2', environment: 'production' });
  });

  const found = async (query: Query) => {
    const { data } = await list('viewer', { ...query, project_id: [project.id] });
    return data.map(({ id }) => Object.keys(errors).find((name) => errors[name] === id)).sort();
  };

  describe('200', () => {
    it('returns the counts of each error beside it', async () => {
      const { data, counts } = await list('viewer', { project_id: [project.id], sort: '-occurrence_count' });
      expect(counts.map(({ error_id }) => error_id)).to.deep.equal(data.map(({ id }) => id));
      expect(counts[0]).to.deep.include({ error_id: errors['login'], occurrence_count: 2, last_release: 'a@2' });
    });

    const cases: readonly (readonly [Query, readonly string[]])[] = [
      [{ level: ['fatal', 'warning'] }, ['draw', 'upload']],
      [{ type: 'AuthError' }, ['login']],
      [{ release: 'a@1' }, ['login']],
      [{ release: 'a@3' }, []],
      [{ environment: 'staging' }, ['upload']],
      [{ tag: ['browser:Firefox', 'os:Linux'] }, ['login']],
      [{ tag: ['browser:Firefox', 'os:Mac'] }, []],
      [{ status: ['open'] }, ['draw', 'login', 'upload']],
      [{ status: ['ignored'] }, []],
      [{ assignee_id: ['none'] }, ['draw', 'login', 'upload']],
      [{ q: 'canvas' }, ['draw']],
      [{ first_seen_before: '2020-01-01T00:00:00Z' }, []],
      [{ last_seen_after: '2020-01-01T00:00:00Z' }, ['draw', 'login', 'upload']],
    ];
    for (const [query, names] of cases) {
      it(`filters by ${JSON.stringify(query)}`, async () => {
        expect(await found(query)).to.deep.equal(names);
      });
    }

    it('pages through every order', async () => {
      for (const sort of ['last_seen_at', '-first_seen_at', 'occurrence_count', '-created_at'] as const) {
        const query = { project_id: [project.id], sort, limit: 2 };
        const first = await list('viewer', query);
        const second = await list('viewer', { ...query, cursor: first.page.next_cursor! });
        const ids = [...first.data, ...second.data].map(({ id }) => id);
        expect([...ids].sort(), sort).to.deep.equal(Object.values(errors).sort());
      }
    });

    it('leaves out errors of projects that the caller cannot see', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const { error_id } = await reportError(scene.owner, hidden);
      const query = { project_id: [hidden.id] };
      expect((await list('owner', query)).data.map(({ id }) => id)).to.deep.equal([error_id]);
      expect((await list('member', query)).data).to.deep.equal([]);
      expect((await list('stranger')).data).to.deep.equal([]);
    });
  });
});
