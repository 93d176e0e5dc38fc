import { expect } from 'chai';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { fillPath } from '../support/sample-request.ts';
import { seededSession, seededToken } from '../support/scale/seed.ts';
import type { SentStatement } from '../support/statements.ts';
import { medianMs, SERVER_MS_MAX } from './duration.ts';
import { scaleLists, seededIds, type ScaleList } from './lists.ts';
import { faultsOf, tableSizes } from './plan.ts';
import { startScaleServer, type Cost, type ScaleServer } from './server.ts';

// Every list, with 200,000 tasks in 2,000 projects of 100 organizations: what its pages cost, and how PostgreSQL finds
// their rows.

const PAGE = 1000;
const LIMIT_MAX = 100;

const keyOf = ({ version, id }: DocumentedOperation): string => `${version} ${id}`;
const queryOf = ({ parameters }: DocumentedOperation) => parameters.filter(({ in: place }) => place === 'query');
const has = (operation: DocumentedOperation, ...names: string[]): boolean =>
  queryOf(operation).some(({ name }) => names.includes(name));

const lists = documentedOperations.filter(
  (operation) => operation.method === 'GET' && (operation.id.startsWith('list') || has(operation, 'cursor', 'offset')),
);
const paging = ['limit', 'cursor', 'offset', 'sort', 'include_total'];

/** Who reads a list: the owner of the large organization, who is an operator too; and a plain member where one may. */
function readersOf({ written }: DocumentedOperation, { needsSession }: ScaleList): readonly [string, ...string[]] {
  if (needsSession) return [seededSession(1)];
  return written['x-role'] === 'viewer' ? [seededToken(1), seededToken(2)] : [seededToken(1)];
}

function sortsOf(operation: DocumentedOperation): string[] {
  const sort = queryOf(operation).find(({ name }) => name === 'sort');
  return ((sort?.schema['enum'] ?? []) as string[]).map((key) => `sort=${key}`);
}

describe('lists at scale', () => {
  let server: ScaleServer;
  let sizes: ReadonlyMap<string, number>;

  before(async function () {
    this.timeout(600_000);
    server = await startScaleServer();
    sizes = await tableSizes(server.client);
  });
  after(() => server.stop());

  it('every list stands in the table, with each parameter that filters', () => {
    expect(lists.map(keyOf)).to.have.members(Object.keys(scaleLists));
    for (const operation of lists) {
      const filters = queryOf(operation).filter(({ name }) => !paging.includes(name));
      const known = Object.keys(scaleLists[keyOf(operation)]!.filters);
      expect(known, keyOf(operation)).to.have.members(filters.map(({ name }) => name));
    }
  });

  for (const operation of lists) describeList(operation, scaleLists[keyOf(operation)]!);

  function describeList(operation: DocumentedOperation, list: ScaleList): void {
    const path = fillPath(operation.path, seededIds);
    const readers = readersOf(operation, list);
    const read = async (query: string, token = readers[0]): Promise<Cost> => {
      const cost = await server.get(`${path}?${query}`, token);
      expect(cost.status, `${query}\n${cost.body}`).to.equal(200);
      return cost;
    };

    describe(keyOf(operation), function () {
      this.timeout(60_000);

      it(`its first page takes less than ${SERVER_MS_MAX} ms of server time`, async () => {
        const query = list.isWhole === true ? '' : `limit=${LIMIT_MAX}`;
        for (const token of readers) await expectFast(operation, 'first page', () => read(query, token));
      });

      if (list.isWhole !== true) {
        it(`so does its 1,000th page of ${list.pageSize}`, async () => {
          const query = await queryOfPage(operation, list, read);
          const { body } = await read(query);
          expect((JSON.parse(body) as { data: unknown[] }).data).to.have.length(list.pageSize);
          await expectFast(operation, '1,000th page', () => read(query));
        });

        it('costs the same statements for one row and for a hundred', async () => {
          const textsOf = async (limit: number) => (await read(`limit=${limit}`)).statements.map(({ text }) => text);
          const [one, many] = [await textsOf(1), await textsOf(LIMIT_MAX)];
          expect(many).to.deep.equal(one);
        });
      }

      it('finds its rows by indexes and sorts few, in every order and with every filter', async () => {
        const faults: string[] = [];
        for await (const { variant, statement } of statementsOf(operation, list, readers, read)) {
          const found = await faultsOf(server.client, statement, sizes);
          faults.push(...found.map((fault) => `${variant} ${fault}`));
        }
        const { allowed } = list;
        const unexpected = faults.filter((fault) => allowed?.fault.test(fault) !== true);
        if (unexpected.length > 0) throw new Error(unexpected.join('\n\n'));
        if (allowed !== undefined) expect(faults, 'what is allowed to it happens no longer').not.to.have.length(0);
      });
    });
  }
});

/** Says what it took, for the reader; tests/run.ts shows these lines. */
async function expectFast(operation: DocumentedOperation, page: string, read: () => Promise<Cost>): Promise<void> {
  const ms = await medianMs(read);
  console.log(`${keyOf(operation)}: ${page} in ${ms.toFixed(1)} ms`);
  expect(ms).to.be.below(SERVER_MS_MAX);
}

/** The query that leads to page `PAGE`, by a number where a list has offsets, by a cursor where it has not. */
async function queryOfPage(
  operation: DocumentedOperation,
  { pageSize }: ScaleList,
  read: (query: string) => Promise<Cost>,
): Promise<string> {
  const before = (PAGE - 1) * pageSize;
  if (has(operation, 'offset')) return `limit=${pageSize}&offset=${before}`;
  return `limit=${pageSize}&cursor=${(await cursorAfter(before, read)) ?? 'none'}`;
}

/** Each statement that reads for a list, once, with the query that caused it first. */
async function* statementsOf(
  operation: DocumentedOperation,
  list: ScaleList,
  readers: readonly string[],
  read: (query: string, token: string) => Promise<Cost>,
): AsyncGenerator<{ readonly variant: string; readonly statement: SentStatement }> {
  const seen = new Set<string>();
  for (const token of readers) {
    for (const variant of await variantsOf(operation, list, (query) => read(query, token))) {
      const { statements } = await read(variant, token);
      for (const statement of statements.filter((one) => isNew(one, seen))) yield { variant, statement };
    }
  }
}

/** Reading only, and not looked at before. */
function isNew({ text, values }: SentStatement, seen: Set<string>): boolean {
  const key = `${text} ${JSON.stringify(values)}`;
  if (seen.has(key) || !/^\s*(?:select|with)/i.test(text)) return false;
  seen.add(key);
  return true;
}

/** Every order, from the first page and from a later one; every filter; what is asked together; the total. */
async function variantsOf(
  operation: DocumentedOperation,
  { filters, together = [], isWhole }: ScaleList,
  read: (query: string) => Promise<Cost>,
): Promise<string[]> {
  if (isWhole === true) return [''];
  const variants = ['limit=20', ...Object.values(filters), ...together];
  if (has(operation, 'include_total')) variants.push('include_total=true');
  for (const sort of sortsOf(operation)) {
    const cursor = await cursorAfter(LIMIT_MAX * 3, read, sort);
    variants.push(sort, ...(cursor === undefined ? [] : [`${sort}&cursor=${cursor}`]));
    for (const filter of Object.values(filters)) variants.push(`${filter}&${sort}`);
  }
  return variants;
}

/** The cursor that begins after so many rows, as a client comes by it; undefined where there are no more. */
async function cursorAfter(
  rows: number,
  read: (query: string) => Promise<Cost>,
  sort = '',
): Promise<string | undefined> {
  let cursor: string | null = '';
  for (let left = rows; left > 0; left -= LIMIT_MAX) {
    const place = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await read(`limit=${Math.min(left, LIMIT_MAX)}&${sort}${place}`);
    cursor = (JSON.parse(body) as { page: { next_cursor: string | null } }).page.next_cursor;
    if (cursor === null) return undefined;
  }
  return cursor;
}
