import { join } from 'node:path';
import { expect } from 'chai';
import pg from 'pg';
import { columnsOf, listsOf, readNameLists, type NameList, type Table } from '../support/column-lists.ts';
import { createScratchDatabase } from '../support/database.ts';
import { leftOut } from './left-out-columns.ts';

const root = join(import.meta.dirname, '../..');

/** `tasks, tasks.find SELECT: snoozed_until` for every column that a list of its table lacks. */
function findForgotten(tables: readonly Table[], lists: readonly NameList[]): string[] {
  return listsOf(tables, lists).flatMap(({ table, list, missing }) => {
    const { everywhere = [], ...here } = leftOut[table.name] ?? {};
    // What is not shown must be inserted all the same.
    const known = new Set([...(list.at.endsWith(' INSERT') ? [] : everywhere), ...(here[list.at] ?? [])]);
    const forgotten = missing.filter((column) => !known.has(column));
    return forgotten.length === 0 ? [] : [`${table.name}, ${list.at}: ${forgotten.join(' ')} (${list.file})`];
  });
}

describe('lists of columns', function () {
  this.timeout(60_000);
  let tables: Table[];
  const lists = readNameLists(root);

  before(async () => {
    const database = await createScratchDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    tables = await columnsOf(client);
    await client.end();
    await database.drop();
  });

  it('have every column of their table, but those that they leave out on purpose', () => {
    expect(findForgotten(tables, lists)).to.deep.equal([]);
  });

  it('leave out on purpose nothing that they have, and nothing of lists that are gone', () => {
    const found = listsOf(tables, lists);
    const stale = Object.entries(leftOut).flatMap(([name, byList]) =>
      Object.entries(byList).flatMap(([at, columns]) => {
        const here = found.filter(({ table, list }) => table.name === name && (at === 'everywhere' || list.at === at));
        const needless = columns.filter((column) => !here.some(({ missing }) => missing.includes(column)));
        return needless.map((column) => `${name}, ${at}: ${column}`);
      }),
    );
    expect(stale).to.deep.equal([]);
  });

  it('are found in every table that has several: a new column is missed wherever it is not written', () => {
    const grown = tables.map((table) => ({
      ...table,
      columns: [...table.columns, { name: 'planted', isGiven: false }],
    }));
    const missed = findForgotten(grown, lists);
    for (const name of ['tasks', 'projects', 'comments', 'labels', 'milestones', 'users', 'sessions', 'api_keys']) {
      expect(
        missed.filter((line) => line.startsWith(`${name}, `) && line.includes('planted')),
        name,
      ).to.have.length.above(3);
    }
    const places = missed.map((line) => line.replace(/^(.*?): .*/, '$1'));
    for (const place of [
      'tasks.find SELECT',
      'tasks.find_all SELECT',
      'tasks.insert INSERT',
      'tasks.replace SET',
      'tasks.replace AS',
    ])
      expect(places).to.include(`tasks, ${place}`);
    expect(places).to.include.members(['tasks, taskColumns', 'tasks, nextTasks', 'tasks, plainFields']);
  });
});
