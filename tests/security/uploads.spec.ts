import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { Import } from '../../generated/v2/types.ts';
import { openCsvTable, type CsvRow } from '../../src/platform/csv-table.ts';
import { createAccount } from '../support/accounts.ts';
import { createProject } from '../support/factories.ts';
import { leastOfThree, processorTimeUntil } from '../support/least-of.ts';
import { rawRequest } from '../support/raw-request.ts';
import { useScene } from '../support/scene.ts';
import { prepareServer } from '../support/server-process.ts';

/** What cost-of-upload.ts prints. */
interface Cost {
  readonly records: number;
  readonly turn_ms: number;
  readonly megabytes: number;
}

const program = join(import.meta.dirname, '../support/cost-of-upload.ts');

async function rowsOf(text: string, rowsMax = 100_000): Promise<CsvRow[]> {
  const table = await openCsvTable(Buffer.from(text), rowsMax);
  return Array.from({ length: table.total }, (_, index) => table.row(index));
}

const namesOf = (count: number): string => Array.from({ length: count }, (_, index) => `"n${index}":1`).join();

const manyLabels = (): string =>
  `title${',labels'.repeat(900)}\n${`a${`,"${'b,'.repeat(1000)}"`.repeat(900)}\n`.repeat(20)}`;

describe('uploads that are made to keep the server busy', () => {
  const scene = useScene();
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'architect-uploads-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Reads the content in a process of its own. Its coverage is not recorded, which would take ten times as long. */
  async function costOf(source: Import['source'], content: Buffer): Promise<Cost> {
    const file = join(folder, 'content');
    await writeFile(file, content);
    const env = { ...process.env, NODE_V8_COVERAGE: '' };
    const { stdout } = await promisify(execFile)(process.execPath, [program, source, file], { env });
    return JSON.parse(stdout) as Cost;
  }

  it('are refused before millions of objects fill the memory', async () => {
    const project = await createProject(scene.owner);
    const response = await rawRequest({
      method: 'POST',
      url: `${scene.app.url}/api/v2/projects/${project.id}/imports`,
      headers: { authorization: `Bearer ${scene.owner.token}`, 'content-type': 'application/json' },
      body: `{"repo":"meridian/core","labels":[],"pulls":[],"issues":[${'{},'.repeat(4_000_000)}{}]}`,
    });
    expect(response.status).to.equal(400);
    expect(response.text).to.include('too_many_values');
  });

  it('are refused before objects of a million kinds hold everybody up', async () => {
    const project = await createProject(scene.owner);
    const issue = (number: number): string =>
      `{${Array.from({ length: 100 }, (_, place) => `"n${(number * 7919 + place * (number % 97)) % 5000}":1`).join()}}`;
    const issues = Array.from({ length: 10_000 }, (_, number) => issue(number)).join();
    const costMs = await processorTimeUntil(async () => {
      const response = await rawRequest({
        method: 'POST',
        url: `${scene.app.url}/api/v2/projects/${project.id}/imports`,
        headers: { authorization: `Bearer ${scene.owner.token}`, 'content-type': 'application/json' },
        body: `{"repo":"meridian/core","labels":[],"pulls":[],"issues":[${issues}]}`,
      });
      expect(response.status).to.equal(400);
      expect(response.text).to.include('too_many_shapes');
    });
    // Read, they would take more than three seconds of the whole server's time.
    expect(costMs, 'milliseconds of the processor').to.be.below(2500);
  });

  it('are refused before millions of wrong values fill the memory', async function () {
    this.timeout(60_000);
    // A process of its own, because this one would use the memory again that earlier tests have left.
    const server = await prepareServer();
    const residentBytes = async (): Promise<number> => {
      const { text } = await rawRequest({ method: 'GET', url: `${server.url}/metrics`, headers: {} });
      return Number(/^process_resident_memory_bytes (?<bytes>\S+)$/m.exec(text)?.groups!['bytes']);
    };
    try {
      await server.start();
      const owner = await createAccount(server);
      const project = await createProject(owner);
      const usedBefore = await residentBytes();
      const response = await rawRequest({
        method: 'POST',
        url: `${server.url}/api/v2/projects/${project.id}/imports`,
        headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
        body: `{"repo":"meridian/core","issues":[],"pulls":[],"labels":[${'1,'.repeat(15_000_000)}1]}`,
      });
      expect(response.status).to.equal(400);
      expect(response.text).to.include('"pointer":"/labels/0"');
      expect(((await residentBytes()) - usedBefore) / 1e6, 'MB').to.be.below(800);
    } finally {
      await server.remove();
    }
  });

  for (const [title, source, text] of [
    ['one line of 62 MB', 'ndjson', () => `{"title":"${'ā'.repeat(31_000_000)}"}\n{"title":"good"}\n`],
    ['a million lines', 'ndjson', () => '{"title":"a"}\n'.repeat(1_000_000)],
    ['empty lines alone', 'ndjson', () => `${'\n'.repeat(30_000_000)}{"title":"good"}\n`],
    ['spaces alone', 'ndjson', () => `${' '.repeat(30_000_000)}\n{"title":"good"}\n`],
    ['brackets alone', 'ndjson', () => `${'['.repeat(30_000_000)}\n{"title":"good"}\n`],
    ['one cell of 62 MB', 'csv', () => `title\n"${'ā'.repeat(31_000_000)}"\ngood\n`],
    ['one row of 30 million cells', 'csv', () => `title\n${','.repeat(30_000_000)}\ngood\n`],
    ['quotation marks alone', 'csv', () => `title\n${'"'.repeat(30_000_001)}\ngood\n`],
    ['rows that open a cell', 'csv', () => `title\n${'"a\n'.repeat(1_000_000)}good\n`],
    ['rows of 2 MB of cells', 'csv', () => `title\n${`a${','.repeat(2_000_000)}\n`.repeat(20)}`],
    ['labels of 2 MB', 'csv', () => `title,labels\n${`a,"${'b,'.repeat(1_000_000)}"\n`.repeat(20)}`],
    ['many columns of labels', 'csv', () => manyLabels()],
    ['a million bad labels', 'ndjson', () => `{"title":"a","labels":[${'1,'.repeat(1_000_000)}1]}\n`.repeat(20)],
    ['a million bad assignees', 'ndjson', () => `{"title":"a","assignees":[${'1,'.repeat(1_000_000)}1]}\n`.repeat(20)],
    ['a hundred thousand names', 'ndjson', () => `{"title":"a",${namesOf(130_000)}}\n`.repeat(20)],
    ['rows of a thousand cells', 'csv', () => `title${',a'.repeat(900)}\n${`${','.repeat(900)}\n`.repeat(30_000)}`],
  ] as const) {
    it(`let others have their turn: ${title}`, async function () {
      this.timeout(90_000);
      const content = Buffer.from(text());
      const megabytes: number[] = [];
      const read = async (): Promise<number> => {
        const cost = await costOf(source, content);
        expect(cost.records).to.be.at.least(1);
        megabytes.push(cost.megabytes);
        return cost.turn_ms;
      };
      expect(await leastOfThree(read, 500), 'milliseconds without a turn for others').to.be.below(500);
      expect(Math.min(...megabytes), 'MB beside the upload').to.be.below(300);
    });
  }

  for (const [title, text] of [
    ['two million columns', `title${',a'.repeat(2_000_000)}`],
    ['one column of 4 MB', `"title${'a'.repeat(4_000_000)}`],
    ['line ends within one column', `"title${'\n'.repeat(4_000_000)}`],
  ] as const) {
    it(`are not read beyond what can be a header: ${title}`, async () => {
      const project = await createProject(scene.owner);
      const costMs = await processorTimeUntil(async () => {
        const response = await rawRequest({
          method: 'POST',
          url: `${scene.app.url}/api/v2/projects/${project.id}/imports?source=csv`,
          headers: { authorization: `Bearer ${scene.owner.token}`, 'content-type': 'text/csv' },
          body: text,
        });
        expect(response.status).to.equal(409);
        expect(response.text).to.include('does not end within 65536 bytes');
      });
      expect(costMs, 'milliseconds of the processor').to.be.below(2000);
    });
  }

  it('are looked through to their end where nothing can be read', async () => {
    const rows = await rowsOf(`title\n${'"a"b\n'.repeat(5000)}good\n`);
    expect(rows).to.have.length(5001);
    expect(rows[4999]).to.deep.equal({ line: 5001, fault: 'text follows the closing quotation mark of a cell' });
    expect(rows[5000]).to.deep.equal({ line: 5002, cells: ['good'] });
  });

  it('are looked through as far as their rows may be counted', async () => {
    const { total } = await openCsvTable(Buffer.from('title\na\nb\nc\nd\n'), 2);
    expect(total).to.equal(3);
  });

  it('may have characters of several bytes anywhere', async () => {
    const title = 'é€😀'.repeat(20_000);
    expect(await rowsOf(`title\r\n${title}\r\n`)).to.deep.equal([{ line: 2, cells: [title] }]);
  });
});
