import { expect } from 'chai';
import type { Project } from '../../generated/v2/types.ts';
import type { HttpClient } from '../../src/client/http-client.ts';
import { newId } from '../../src/platform/ids.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { bodyOf, createProject, createTask, reportError } from '../support/factories.ts';
import { queries, texts, type TextName } from '../support/search-table.ts';
import { documentedOperations } from '../support/contract/document.ts';

const names = Object.keys(texts) as TextName[];
const nameOf = (text: string): TextName | undefined => names.find((name) => texts[name] === text);

/** One search: the texts that a list shows for `q`. */
type Search = (v2: HttpClient, q: string) => Promise<(string | null)[]>;

const searches: Readonly<Record<string, Search>> = {
  'v2 listTasks, in titles': async (v2, q) => {
    const query = { q, limit: 100, type: ['bug' as const] };
    return bodyOf(await v2.GET('/api/v2/tasks', { params: { query } })).data.map(({ title }) => title);
  },
  'v2 listTasks, in descriptions': async (v2, q) => {
    const query = { q, limit: 100, type: ['feature' as const] };
    return bodyOf(await v2.GET('/api/v2/tasks', { params: { query } })).data.map(({ description }) => description);
  },
  'v2 listProjects, in names': async (v2, q) => {
    const query = { q, limit: 100, visibility: 'organization' as const };
    return bodyOf(await v2.GET('/api/v2/projects', { params: { query } })).data.map(({ name }) => name);
  },
  'v2 listProjects, in descriptions': async (v2, q) => {
    const query = { q, limit: 100, visibility: 'private' as const };
    return bodyOf(await v2.GET('/api/v2/projects', { params: { query } })).data.map(({ description }) => description);
  },
  'v2 listUsers, in names': async (v2, q) => {
    const query = { q, limit: 100, status: ['deactivated' as const] };
    return bodyOf(await v2.GET('/api/v2/users', { params: { query } })).data.map(({ name }) => name);
  },
  'v2 listErrors, in titles': async (v2, q) => {
    const query = { q, limit: 100, type: 'QqTitle' };
    return bodyOf(await v2.GET('/api/v2/errors', { params: { query } })).data.map(({ title }) => title);
  },
  'v2 listErrors, in messages': async (v2, q) => {
    const query = { q, limit: 100, type: 'QqMessage' };
    return bodyOf(await v2.GET('/api/v2/errors', { params: { query } })).data.map(({ message }) => message);
  },
};

describe('v2 q, one search for all texts', () => {
  const app = useApp();
  let owner: Account;

  async function createError(place: Project, type: string, { title, message }: { title: string; message: string }) {
    const report = { type, message, fingerprint: [type, message, title] };
    const { error_id } = await reportError(owner, place, report);
    bodyOf(await owner.v2.PATCH('/api/v2/errors/{error_id}', { params: { path: { error_id } }, body: { title } }));
  }

  before(async function () {
    this.timeout(60_000);
    owner = await createAccount(app, { is_operator: true });
    const place = await createProject(owner, { key: 'QQQQ', name: 'Zzz' });
    for (const [index, text] of Object.values(texts).entries()) {
      await createTask(owner, place, { title: text, type: 'bug' });
      await createTask(owner, place, { title: 'Zzz', description: text, type: 'feature' });
      await createProject(owner, { key: `QA${index}Q`, name: text });
      await createError(place, 'QqTitle', { title: text, message: 'Zzz' });
      await createError(place, 'QqMessage', { title: 'Zzz', message: text });
      await createProject(owner, { key: `QB${index}Q`, name: 'Zzz', description: text, visibility: 'private' });
      await app.query(
        `INSERT INTO users (id, email, name, deactivated_at, created_at, updated_at) VALUES ($1, $2, $3, $4, $4, $4)`,
        [newId(), `qq${index}@qq.zz`, text, app.clock.now()],
      );
    }
  });

  it('is tried on every operation that has it', () => {
    const searching = documentedOperations.filter(({ parameters }) => parameters.some(({ name }) => name === 'q'));
    const tried = new Set(Object.keys(searches).map((title) => title.split(',')[0]));
    // One project's tasks are searched by the same condition.
    expect(searching.map(({ version, id }) => `${version} ${id}`)).to.have.members([...tried, 'v2 listProjectTasks']);
  });

  for (const [list, search] of Object.entries(searches)) {
    describe(list, () => {
      for (const [q, expected] of queries) {
        it(`${JSON.stringify(q)} finds ${expected.join(' and ') || 'nothing'}`, async () => {
          const found = (await search(owner.v2, q)).map((text) => nameOf(text ?? ''));
          expect(found).to.have.members(expected);
        });
      }
    });
  }

  it('an exclusion alone leaves everything else', async () => {
    const all = names.filter((name) => name !== 'login');
    const found = (await searches['v2 listTasks, in titles']!(owner.v2, '-logout')).map((text) => nameOf(text ?? ''));
    expect(found).to.have.members(all);
  });

  it('the key of a task is found as a whole, and never by its project', async () => {
    const keysFor = async (q: string): Promise<string[]> =>
      bodyOf(await owner.v2.GET('/api/v2/tasks', { params: { query: { q } } })).data.map(({ key }) => key);
    expect(await keysFor('QQQQ-3')).to.deep.equal(['QQQQ-3']);
    expect(await keysFor('qqqq-3')).to.deep.equal(['QQQQ-3']);
    expect(await keysFor('QQQQ')).to.deep.equal([]);
    expect(await keysFor('QQQQ-')).to.deep.equal([]);
    expect(await keysFor('lexer -qqqq-3')).to.have.members(['QQQQ-4']);
  });

  it('long texts are taken, whatever they are made of', async () => {
    const place = await createProject(owner);
    const ideographs = Array.from({ length: 99_998 }, (_, at) =>
      String.fromCodePoint(0x20000 + ((at * 7919) % 40_000)),
    );
    for (const filling of [ideographs.join(''), '\ufdfa'.repeat(99_998), '𐐀𐐨 '.repeat(33_332), '🚀'.repeat(99_998)]) {
      const task = await createTask(owner, place, { description: `開始${filling}` });
      const query = { q: '開始', project_id: [place.id], sort: '-created_at' as const };
      const { data } = bodyOf(await owner.v2.GET('/api/v2/tasks', { params: { query } }));
      expect(data[0]?.id).to.equal(task.id);
    }
  }).timeout(60_000);
});
