import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { fieldsOf, valuesOf } from '../support/field-values.ts';
import { bearer, sampleRequest, send, unique } from '../support/sample-request.ts';
import { createWorld } from '../support/world.ts';

// What is created has every field as it was sent, also those that need not be sent, in the response and when it is read.

type Row = Readonly<Record<string, unknown>>;

const creations = documentedOperations.filter(
  ({ method, written, bodies }) => method === 'POST' && '201' in written.responses && 'application/json' in bodies,
);

/** Invitations, for example, are only listed. */
function isReadable(target: string): boolean {
  const patterns = documentedOperations.filter(({ method }) => method === 'GET').map(({ path }) => path);
  return patterns.some((path) => new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(target));
}

describe('v1 and v2 POST that creates, field by field', () => {
  const app = useApp();

  forEach(creations, async (operation) => {
    const { ids, session } = await createWorld(app);
    // Those of a status are for errors, which are not created by a request.
    const { status: _status, ...values } = valuesOf(ids);
    const sample = unique(sampleRequest(operation, ids));
    const chosen = fieldsOf(operation).flatMap(([field]) => (values[field] ? [[field, values[field][0]]] : []));
    const body = { ...(JSON.parse(sample.body!) as Row), ...(Object.fromEntries(chosen) as Row) };
    const headers = bearer(session);
    const response = await send(app, { ...sample, body: JSON.stringify(body) }, { headers });
    const text = await response.text();
    expect(response.status, text).to.equal(201);
    const created = JSON.parse(text) as Row;
    const shown = Object.keys(body).filter((field) => field in created);
    expect(shown).not.to.deep.equal([]);
    const target = response.headers.get('location') ?? '';
    const get = { method: 'GET', target, headers: {}, body: undefined };
    const stored = isReadable(target) ? ((await (await send(app, get, { headers })).json()) as Row) : created;
    for (const row of [created, stored]) {
      expect(Object.fromEntries(shown.map((field) => [field, row[field]]))).to.deep.equal(
        Object.fromEntries(shown.map((field) => [field, body[field]])),
      );
    }
  });
});
