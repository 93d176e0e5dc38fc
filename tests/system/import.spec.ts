import { randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import type { Import } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { bodyOf } from '../support/factories.ts';
import { faultyArchive, faultyArchiveFacts } from '../support/faulty-archive.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

const kinds = ['labels', 'issues', 'pull_requests', 'comments', 'reviews', 'review_comments'] as const;
type Counts = Readonly<Record<(typeof kinds)[number], number>>;

/** Another archive, for a run by hand: `IMPORT_ARCHIVE=FILE IMPORT_KILLS=20`; the rows it must bring are printed. */
const ownFile = process.env['IMPORT_ARCHIVE'];
const kills = Number(process.env['IMPORT_KILLS'] ?? '6');

/** What the database holds of the imported project. */
async function rowsOf(server: ServerProcess): Promise<Counts> {
  const [rows] = await server.query<Record<keyof Counts, number>>(
    `SELECT (SELECT count(*)::int FROM labels) AS labels,
            (SELECT count(*)::int FROM tasks WHERE origin->>'kind' = 'issue') AS issues,
            (SELECT count(*)::int FROM tasks WHERE origin->>'kind' = 'pull_request') AS pull_requests,
            (SELECT count(*)::int FROM comments WHERE kind = 'comment') AS comments,
            (SELECT count(*)::int FROM comments WHERE kind = 'review') AS reviews,
            (SELECT count(*)::int FROM comments WHERE kind = 'review_comment') AS review_comments`,
  );
  return rows!;
}

/** Everything that is there twice: external ids of tasks, of what was said about them, and events about one row. */
async function doublesOf(server: ServerProcess): Promise<unknown[]> {
  return server.query(
    `SELECT project_id::text AS owner, origin->>'external_id' AS id FROM tasks GROUP BY 1, 2 HAVING count(*) > 1
     UNION ALL SELECT task_id::text, origin->>'external_id' FROM comments GROUP BY 1, 2 HAVING count(*) > 1
     UNION ALL SELECT project_id::text, name FROM labels GROUP BY 1, 2 HAVING count(*) > 1
     UNION ALL SELECT type, subject FROM events WHERE type LIKE '%.created' GROUP BY 1, 2 HAVING count(*) > 1`,
  );
}

async function importsOf(account: Account): Promise<Import[]> {
  const { data } = bodyOf(await account.v2.GET('/api/v2/projects', { params: { query: {} } }));
  const path = { project_id: data[0]!.id };
  const query = { sort: 'created_at' } as const;
  return bodyOf(await account.v2.GET('/api/v2/projects/{project_id}/imports', { params: { path, query } })).data;
}

describe('import, on a real server', () => {
  let directory: string;
  let file: string;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'architect-archive-'));
    file = join(directory, 'archive.json');
    await writeFile(file, ownFile === undefined ? JSON.stringify(faultyArchive()) : await readFile(ownFile));
  });
  after(() => rm(directory, { recursive: true, force: true }));

  describe('undisturbed', () => {
    let server: ServerProcess;
    let account: Account;

    before(async function () {
      this.timeout(120_000);
      server = await prepareServer();
      await server.start();
      account = await createAccount(server);
    });
    after(async function () {
      this.timeout(60_000);
      await server.remove();
    });

    it('brings every good record, refuses the bad ones with place and reason, and has nothing new to repeat', async function () {
      this.timeout(120_000);
      const first = await server.run(['import', file], account.token);
      expect(first.code, first.output).to.equal(0);
      const [done] = await importsOf(account);
      expect(done).to.include({ status: 'completed', failure: null });
      const rows = await rowsOf(server);
      for (const kind of kinds) expect(done!.counts[kind].created, kind).to.equal(rows[kind]);
      if (ownFile === undefined) {
        expect(rows).to.deep.equal(faultyArchiveFacts.created);
        expect(done!.refused).to.have.deep.members([...faultyArchiveFacts.refused]);
        for (const { record, reason } of faultyArchiveFacts.refused)
          expect(first.output).to.include(`refused ${record}: ${reason}`);
      }

      const second = await server.run(['import', file], account.token);
      expect(second.code, second.output).to.equal(0);
      expect(second.output).to.include('nothing new');
      const again = (await importsOf(account))[1]!;
      for (const kind of kinds) {
        expect(again.counts[kind], kind).to.include({ created: 0, unchanged: rows[kind] });
      }
      expect(await rowsOf(server)).to.deep.equal(rows);
      expect(await doublesOf(server)).to.deep.equal([]);
    });
  });

  describe('of a file that a person has at hand', () => {
    let server: ServerProcess;
    let account: Account;

    before(async function () {
      this.timeout(120_000);
      server = await prepareServer();
      await server.start();
      account = await createAccount(server);
    });
    after(async function () {
      this.timeout(60_000);
      await server.remove();
    });

    const keysOf = async (): Promise<string[]> =>
      (await server.query<{ key: string }>('SELECT key FROM projects ORDER BY key')).map(({ key }) => key);
    const run = async (name: string, content: string | Buffer, ...args: string[]) => {
      const path = join(directory, name);
      await writeFile(path, content);
      return server.run(['import', path, ...args], account.token);
    };

    for (const [title, name, content] of [
      ['every record is refused', 'nothing.csv', 'title,status\n,lost\na,lost\n'],
      ['the file is refused', 'nothing.csv', 'name\na\n'],
      ['every line is refused', 'nothing.ndjson', '[]\n{"title":7}\n'],
      ['every issue is refused', 'nothing.json', '{"repo":"a/nothing","labels":[],"issues":[{"number":1}],"pulls":[]}'],
    ] as const) {
      it(`fails, and leaves no project behind, where ${title}`, async function () {
        this.timeout(60_000);
        const before = await keysOf();
        const { code, output } = await run(name, content);
        expect(code, output).to.equal(1);
        expect(output).to.include('the new project NOTHING was deleted again');
        expect(await keysOf()).to.deep.equal(before);
      });
    }

    it('fails where every issue is refused, and keeps the labels', async function () {
      this.timeout(60_000);
      const labels = '[{"name":"bug","color":"d73a4a"}]';
      const archive = `{"repo":"a/labelled","labels":${labels},"issues":[{"number":1}],"pulls":[]}`;
      for (const times of ['first', 'second']) {
        const { code, output } = await run('labelled.json', archive);
        expect(code, `${times}: ${output}`).to.equal(1);
        expect(output).to.include('every task was refused');
      }
      expect(await keysOf()).to.include('LABELLED');
    });

    it('keeps a project that was there before, and one that got something', async function () {
      this.timeout(60_000);
      const some = await run('some.csv', 'title,status\na,Done\nb,lost\n');
      expect(some.code, some.output).to.equal(0);
      expect(some.output).to.include('refused 2 (line 3): status is not one of');
      const none = await run('some.csv', 'title,status\nb,lost\n');
      expect(none.code, none.output).to.equal(1);
      expect(none.output).to.include('every record was refused');
      expect(await keysOf()).to.include('SOME');
    });

    for (const [charset, content, args] of [
      ['windows-1252', Buffer.from('title\ncaf\xe9 \x80\n', 'latin1'), ['--charset', 'windows-1252']],
      ['UTF-16 with a byte order mark', Buffer.from('\uFEFFtitle\ncafé €\n', 'utf16le'), []],
    ] as const) {
      it(`reads ${charset}`, async function () {
        this.timeout(60_000);
        const { code, output } = await run('text.csv', content, ...args);
        expect(code, output).to.equal(0);
        const titles = await server.query('SELECT title FROM tasks WHERE title = $1', ['café €']);
        expect(titles).to.have.length.above(0);
        await server.query('DELETE FROM tasks WHERE title = $1', ['café €']);
      });
    }
  });

  describe(`killed ${kills} times`, () => {
    let server: ServerProcess;

    before(async function () {
      this.timeout(120_000);
      server = await prepareServer();
      await server.start();
    });
    after(async function () {
      this.timeout(60_000);
      await server.remove();
    });

    it('ends with the same rows, none of them doubled', async function () {
      this.timeout(60_000 + kills * 20_000);
      const account = await createAccount(server);
      const running = server.run(['import', file], account.token);
      const seen: number[] = [];
      await untilAccepted(server);
      for (let kill = 0; kill < kills; kill++) {
        await delay(randomInt(0, 250));
        await server.kill();
        const [row] = await server.query<{ records_done: number }>('SELECT records_done FROM imports');
        seen.push(row!.records_done);
        await server.start();
      }
      const { code, output } = await running;
      expect(code, output).to.equal(0);
      const [done, ...others] = await importsOf(account);
      expect(others).to.deep.equal([]);
      expect(done).to.include({ status: 'completed', failure: null });
      const rows = await rowsOf(server);
      for (const kind of kinds) expect(done!.counts[kind].created, kind).to.equal(rows[kind]);
      if (ownFile === undefined) expect(rows).to.deep.equal(faultyArchiveFacts.created);
      else process.stdout.write(`killed at records ${seen.join(', ')}: ${JSON.stringify(rows)}\n`);
      expect(await doublesOf(server)).to.deep.equal([]);
    });
  });
});

async function untilAccepted(server: ServerProcess): Promise<void> {
  const deadline = performance.now() + 30_000;
  while ((await server.query('SELECT id FROM imports')).length === 0) {
    if (performance.now() > deadline) throw new Error('no import was accepted within 30 s');
    await delay(5);
  }
}
