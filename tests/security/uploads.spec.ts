import { expect } from 'chai';
import { openCsvTable, type CsvRow } from '../../src/platform/csv-table.ts';
import { createProject } from '../support/factories.ts';
import { rawRequest } from '../support/raw-request.ts';
import { useScene } from '../support/scene.ts';

async function rowsOf(text: string, rowsMax = 100_000): Promise<CsvRow[]> {
  const table = await openCsvTable(Buffer.from(text), rowsMax);
  return Array.from({ length: table.total }, (_, index) => table.row(index));
}

describe('uploads that are made to keep the server busy', () => {
  const scene = useScene();

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
    const startedAt = performance.now();
    const response = await rawRequest({
      method: 'POST',
      url: `${scene.app.url}/api/v2/projects/${project.id}/imports`,
      headers: { authorization: `Bearer ${scene.owner.token}`, 'content-type': 'application/json' },
      body: `{"repo":"meridian/core","labels":[],"pulls":[],"issues":[${issues}]}`,
    });
    expect(response.status).to.equal(400);
    expect(response.text).to.include('too_many_shapes');
    // Read, they would take more than three seconds of the whole server's time.
    expect(performance.now() - startedAt).to.be.below(2500);
  });

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
