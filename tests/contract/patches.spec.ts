import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { bearer, fillPath, send } from '../support/sample-request.ts';
import { fieldsOf, valuesOf } from '../support/field-values.ts';
import { createWorld, type World } from '../support/world.ts';

// Each field of each PATCH by itself: it takes every value, also that which clears it or turns the last one back, and
// leaves all other fields alone.

type Row = Readonly<Record<string, unknown>>;

const patches = documentedOperations.filter(({ version, method }) => version === 'v2' && method === 'PATCH');

/** What shows a field in the resource, where it is another; all of them may change beside what is asked for. */
const shown: Readonly<Record<string, string>> = {
  archived: 'archived_at',
  deactivated: 'deactivated_at',
  state: 'closed_at',
};
const beside = ['version', 'updated_at', 'resolved_at', ...Object.values(shown)];

describe('v2 PATCH, by media type', () => {
  const app = useApp();

  forEach(patches, async (operation) => {
    const world = await createWorld(app);
    const target = fillPath(operation.path, world.ids);
    const [field] = fieldsOf(operation)[0]!;
    const body = JSON.stringify({ [field]: valuesOf(world.ids)[field]![0] });
    const bodiesOf = async (type: string) => {
      const headers = { ...bearer(world.session), 'content-type': type };
      const response = await send(app, { method: 'PATCH', target, headers: {}, body }, { headers });
      return [response.status, Object.keys((await response.json()) as Row)];
    };
    expect(Object.keys(operation.bodies)).to.deep.equal(['application/merge-patch+json']);
    const patched = await bodiesOf('application/merge-patch+json');
    expect(patched[0]).to.equal(200);
    expect(await bodiesOf('application/json')).to.deep.equal(patched);
    expect(await bodiesOf('application/json; charset=utf-8')).to.deep.equal(patched);
    expect((await bodiesOf('application/json-patch+json'))[0]).to.equal(415);
  });
});

describe('v2 PATCH, field by field', function () {
  this.timeout(60_000);
  const app = useApp();

  async function createPatched(): Promise<World> {
    const world = await createWorld(app);
    const other_organization_id = (await createAccount(app)).organization_id;
    await app.query(
      `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
       SELECT $1, $2, 'member', created_at, updated_at FROM users WHERE id = $2`,
      [other_organization_id, world.owner.user_id],
    );
    return { ...world, ids: { ...world.ids, other_organization_id } };
  }

  forEach(patches, async (operation) => {
    const { ids, session } = await createPatched();
    const target = fillPath(operation.path, ids);
    const headers = { ...bearer(session), 'content-type': 'application/merge-patch+json' };
    const patch = async (body: Row): Promise<Row> => {
      const sample = { method: 'PATCH', target, headers: {}, body: JSON.stringify(body) };
      const response = await send(app, sample, { headers });
      const text = await response.text();
      expect(response.status, `${JSON.stringify(body)} ${text}`).to.equal(200);
      return JSON.parse(text) as Row;
    };
    const values = valuesOf(ids);
    let last: Row | undefined;
    for (const [field, isNullable] of fieldsOf(operation)) {
      for (const value of [...values[field]!, ...(isNullable ? [null] : [])]) {
        const row = await patch({ [field]: value });
        const own = shown[field] ?? field;
        if (typeof value === 'boolean' && field !== own) expect(row[own] !== null, field).to.equal(value);
        else expect(row[field], field).to.deep.equal(value);
        if (field === 'state') expect(row['closed_at'] !== null).to.equal(value === 'closed');
        const others = (one: Row) => Object.entries(one).filter(([name]) => name !== field && !beside.includes(name));
        if (last !== undefined) expect(others(row), field).to.deep.equal(others(last));
        last = row;
      }
    }
    expect(last).not.to.equal(undefined);
  });
});
