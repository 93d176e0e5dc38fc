import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import {
  documentedOperations,
  schemaBehind,
  type DocumentedOperation,
  type DocumentedParameter,
} from '../support/contract/document.ts';
import { createCrowd, type Crowd } from '../support/crowd.ts';
import { fillPath } from '../support/sample-request.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';

// What holds for one side of a list holds for the other: orders and their reverse, pages and the whole, a filter and its
// opposite, a bound before and the same bound after.

type Row = Readonly<Record<string, unknown>>;

const queriesOf = ({ parameters }: DocumentedOperation) => parameters.filter(({ in: place }) => place === 'query');
const lists = documentedOperations.filter(
  (operation) => operation.version === 'v2' && queriesOf(operation).some(({ name }) => name === 'cursor'),
);
const valuesOf = ({ schema }: DocumentedParameter): readonly string[] => {
  const whole = schemaBehind('v2', schema);
  const items = schemaBehind('v2', (whole['items'] ?? whole) as Row);
  return (items['enum'] ?? []) as readonly string[];
};

/** Lists that a session sees more of than a key. */
const ofSessions = ['listOrganizations', 'listMyInvitations', 'listMySessions'];
const rankOf: Readonly<Record<string, number>> = { none: 0, low: 1, medium: 2, high: 3, urgent: 4 };
/** The use of an operation has no id of its own, nor have types and sources of events. */
const idOf = (row: Row): string =>
  ['version', 'operation_id', 'api_key_id'].every((name) => name in row)
    ? `${String(row['version'])} ${String(row['operation_id'])} ${String(row['api_key_id'])}`
    : String(row['id'] ?? row['user_id'] ?? row['type'] ?? row['source']);
/** The field that a bound of a list is about. */
const fieldOf = ({ id }: DocumentedOperation, time: string): string =>
  time === 'due' ? 'due_on' : id === 'listEvents' && time === 'occurred' ? 'time' : `${time}_at`;
const idsOf = (rows: readonly Row[]): string[] => rows.map(idOf);

describe('v2 lists, both sides', function () {
  this.timeout(60_000);
  // Jobs of schedules would add rows between two reads.
  const app = useApp({ app: { isWorking: false } });
  let crowd: Crowd;

  before(async () => {
    crowd = await createCrowd(app);
  });

  interface Page {
    readonly data: readonly Row[];
    readonly page: { readonly next_cursor: string | null; readonly has_more: boolean; readonly total?: number };
  }

  async function read(operation: DocumentedOperation, query: Readonly<Record<string, string>>): Promise<Page> {
    const search = new URLSearchParams(query);
    const token = ofSessions.includes(operation.id) ? crowd.token : crowd.owner.token;
    const response = await checkedFetch(`${app.url}${fillPath(operation.path, crowd.ids)}?${search.toString()}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const body = await response.text();
    expect(response.status, body).to.equal(200);
    const { data, counts = [], page } = JSON.parse(body) as Page & { readonly counts?: readonly Row[] };
    expect(response.headers.has('link')).to.equal(page.has_more);
    // What may change without the resource stands beside it.
    return { data: data.map((row, index) => ({ ...row, ...counts[index] })), page };
  }

  const all = async (operation: DocumentedOperation, query: Readonly<Record<string, string>> = {}): Promise<Row[]> => {
    const { data, page } = await read(operation, { limit: '100', include_total: 'true', ...query });
    expect(page).to.deep.include({ has_more: false, total: data.length });
    return [...data];
  };

  const sortsOf = (operation: DocumentedOperation) =>
    valuesOf(queriesOf(operation).find(({ name }) => name === 'sort')!).filter((sort) => !sort.startsWith('-'));

  it('every list has an order', () => {
    expect(lists.filter((operation) => sortsOf(operation).length === 0).map(({ id }) => id)).to.deep.equal([]);
  });

  for (const operation of lists) {
    const sorts = sortsOf(operation);

    describe(operation.id, () => {
      for (const sort of sorts) {
        it(`${sort} and -${sort}: one is the other turned round, with what has none last`, async () => {
          const [up, down] = [await all(operation, { sort }), await all(operation, { sort: `-${sort}` })];
          expect(up.length, 'rows in the crowd').to.be.above(1);
          const has = (row: Row): boolean => row[sort] !== null;
          for (const rows of [up, down]) expect(rows.map(has)).to.deep.equal(rows.map(has).sort().reverse());
          expect(idsOf(down.filter(has))).to.deep.equal(idsOf(up.filter(has)).reverse());
          expect(idsOf(down.filter((row) => !has(row)))).to.deep.equal(idsOf(up.filter((row) => !has(row))).reverse());
          const keys = up.filter(has).map((row) => rankOf[String(row[sort])] ?? row[sort]);
          expect(keys).to.deep.equal([...keys].sort(byValue));
        });

        for (const order of [sort, `-${sort}`]) {
          it(`${order}, page by page: the whole list, each row once`, async () => {
            const whole = await all(operation, { sort: order });
            for (const limit of [1, 2, whole.length]) {
              const found: Row[] = [];
              let cursor: string | null = null;
              do {
                const { data, page }: Page = await read(operation, {
                  ...{ sort: order, limit: String(limit) },
                  ...(cursor === null ? {} : { cursor }),
                });
                found.push(...data);
                cursor = page.next_cursor;
              } while (cursor !== null);
              expect(idsOf(found), `limit=${limit}`).to.deep.equal(idsOf(whole));
            }
          });
        }
      }

      for (const { name, schema } of queriesOf(operation)) {
        if (schema['type'] === 'boolean' && name !== 'include_total') {
          it(`${name}: true and false part the list`, async () => {
            const [yes, no] = [await all(operation, { [name]: 'true' }), await all(operation, { [name]: 'false' })];
            expect(Math.min(yes.length, no.length), 'rows on each side').to.be.above(0);
            expect([...idsOf(yes), ...idsOf(no)]).to.have.members(idsOf(await all(operation)));
          });
        }
        const time = /^(\w+)_before$/.exec(name)?.[1];
        if (time !== undefined) {
          it(`${time}_after and ${name}: a bound parts the list, and is itself after`, async () => {
            const field = fieldOf(operation, time);
            const whole = (await all(operation)).filter((row) => row[field] !== null);
            const times = whole.map((row) => String(row[field])).sort();
            const bound = times[Math.floor(times.length / 2)]!;
            const after = await all(operation, { [`${time}_after`]: bound });
            const before = await all(operation, { [name]: bound });
            expect(Math.min(after.length, before.length), 'rows on each side').to.be.above(0);
            expect(idsOf(after)).to.have.members(idsOf(whole.filter((row) => String(row[field]) >= bound)));
            expect(idsOf(before)).to.have.members(idsOf(whole.filter((row) => String(row[field]) < bound)));
          });
        }
        const values = valuesOf({ name, in: 'query', schema });
        if (values.length > 0 && name !== 'sort' && !['direction', 'log', 'keys'].includes(name)) {
          it(`${name}: each value has its rows, and all together are the list`, async () => {
            const whole = await all(operation);
            const found: string[] = [];
            for (const value of values) {
              const rows = await all(operation, { [name]: value });
              for (const row of rows) expect(row[name] ?? value).to.equal(value);
              found.push(...idsOf(rows));
            }
            const named = name === 'external_kind' ? whole.filter((row) => row['origin'] !== null) : whole;
            expect(found).to.have.members(idsOf(named));
            expect(new Set(found).size, 'no row has two values').to.equal(found.length);
          });
        }
      }
    });
  }

  it('assignee_id and milestone_id: none and each id part the list of tasks', async () => {
    const operation = lists.find(({ id }) => id === 'listTasks')!;
    const whole = await all(operation);
    for (const name of ['assignee_id', 'milestone_id', 'project_id', 'created_by_id']) {
      const ids = [...new Set(whole.map((row) => textOf(row[name])))];
      expect(ids.length).to.be.above(name === 'project_id' ? 0 : 1);
      for (const id of ids) {
        const expected = whole.filter((row) => textOf(row[name]) === id);
        expect(idsOf(await all(operation, { [name]: id })), `${name}=${id}`).to.have.members(idsOf(expected));
      }
    }
  });

  it('direction: what waits, and what is waited for', async () => {
    const operation = lists.find(({ id }) => id === 'listTaskDependencies')!;
    const sides = { blocked_by: ['task_id', 3], blocks: ['blocking_task_id', 2] } as const;
    for (const [direction, [own, count]] of Object.entries(sides)) {
      const rows = await all(operation, { direction });
      expect(rows).to.have.length(count);
      for (const row of rows) expect(row[own]).to.equal(crowd.ids['task_id']);
    }
  });
});

/** How a filter names an id, or that there is none. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : 'none');

/** As the database orders texts: by code points. */
function byValue(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
