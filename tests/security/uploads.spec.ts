import { expect } from 'chai';
import { readCsv } from '../../src/platform/csv.ts';
import { createProject } from '../support/factories.ts';
import { rawRequest } from '../support/raw-request.ts';
import { useScene } from '../support/scene.ts';

describe('uploads that are made to keep the server busy', () => {
  const scene = useScene();

  it('let others have their turn while they are read', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const rows = await readCsv(Buffer.from(`title\n${'a,b\n'.repeat(50_000)}`), 100_000);
    clearInterval(timer);
    expect(rows).to.have.length(50_001);
    expect(turns).to.be.above(5);
  });

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

  it('are given up where nothing can be read', async () => {
    const rows = await readCsv(Buffer.from(`title\n${'"a"b\n'.repeat(5000)}`), 100_000);
    expect(rows).to.have.length(1002);
    expect(rows.at(-1)).to.deep.equal({
      fault: 'more than 1000 rows could not be read; neither this row nor any after it was read',
    });
  });

  it('are read as far as they fit into memory', async () => {
    const rows = await readCsv(Buffer.from('title\na\nb\nc\nd\n'), 3);
    expect(rows.slice(0, 3)).to.deep.equal([{ cells: ['title'] }, { cells: ['a'] }, { cells: ['b'] }]);
    expect(rows.slice(3)).to.deep.equal([
      { fault: 'there are more than 3 rows; neither this row nor any after it was read' },
    ]);
  });

  it('may have characters of several bytes anywhere', async () => {
    const title = 'é€😀'.repeat(20_000);
    const [, row] = await readCsv(Buffer.from(`title\r\n${title}\r\n`), 10);
    expect(row).to.deep.equal({ cells: [title] });
  });
});
