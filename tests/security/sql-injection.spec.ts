import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { nameOf } from '../support/every-operation.ts';
import { rawRequest } from '../support/raw-request.ts';
import { bearer, fillPath, readBody, sampleRequest, unique } from '../support/sample-request.ts';
import { createWorld, type World } from '../support/world.ts';

// Every string that an operation takes, wherever it stands, made of what would mean something in SQL.

const payloads = [
  `' OR '1'='1`,
  `'; DROP TABLE users; --`,
  `\\'); DELETE FROM tasks WHERE (1=1`,
  `$1 UNION SELECT password_hash FROM users`,
] as const;

interface Attack {
  readonly at: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The member of the body that holds the payload. */
  readonly member: string | undefined;
}

function isText(schema: Readonly<Record<string, unknown>>): boolean {
  return [schema['type']].flat().includes('string') || schema['type'] === undefined;
}

/** The body once for each string in it, with the payload in its place. */
function bodiesWith(node: unknown, payload: string): unknown[] {
  if (typeof node === 'string') return [payload];
  if (typeof node !== 'object' || node === null) return [];
  const entries: [string, unknown][] = Object.entries(node);
  return entries.flatMap(([key, value]) =>
    bodiesWith(value, payload).map((changed) =>
      Array.isArray(node) ? node.with(Number(key), changed) : { ...node, [key]: changed },
    ),
  );
}

function attacksOn(operation: DocumentedOperation, world: World, payload: string): Attack[] {
  const sample = unique(sampleRequest(operation, world.ids));
  const headers = { ...sample.headers, ...bearer(world.owner) };
  const base = { target: sample.target, headers, body: sample.body, member: undefined };
  const join = sample.target.includes('?') ? '&' : '?';
  const inParameters = operation.parameters.flatMap(({ in: place, name, schema }): Attack[] => {
    const at = `${place} ${name}`;
    if (place === 'path') {
      const ids = { ...world.ids, [name]: encodeURIComponent(payload) };
      return [{ ...base, at, target: fillPath(operation.path, ids) }];
    }
    if (place === 'query') {
      return [{ ...base, at, target: `${sample.target}${join}${name}=${encodeURIComponent(payload)}` }];
    }
    return isText(schema) ? [{ ...base, at, headers: { ...headers, [name.toLowerCase()]: payload } }] : [];
  });
  if (sample.body === undefined) return inParameters;
  const { value, write } = readBody(sample.body);
  const original = value as Record<string, unknown>;
  const inBody = bodiesWith(original, payload).map((changed): Attack => {
    const member = Object.keys(original).find((key) => (changed as Record<string, unknown>)[key] === payload);
    return { ...base, at: `body ${member ?? 'deeper'}`, body: write(changed), member };
  });
  return [...inParameters, ...inBody];
}

describe('Security_SQLInjectionPrevention', function () {
  this.timeout(60_000);
  const app = useApp({});
  let world: World;
  let bystander: World;
  let untouched: unknown;

  /** What another organization has, row by row. */
  async function belongings(): Promise<unknown> {
    const { organization_id } = bystander.owner;
    const tables = ['projects', 'tasks', 'labels', 'comments', 'organization_members', 'milestones'];
    const rows = tables.map((table) =>
      app.query(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE organization_id = $1 ORDER BY t::text`, [
        organization_id,
      ]),
    );
    const users = app.query('SELECT id, email, password_hash, is_operator, version FROM users WHERE id = ANY ($1)', [
      [bystander.owner.user_id, bystander.ids['user_id']],
    ]);
    return Promise.all([...rows, users]);
  }

  before(async () => {
    world = await createWorld(app);
    bystander = await createWorld(app);
    untouched = await belongings();
  });

  for (const operation of documentedOperations) {
    it(`${nameOf(operation)}: payloads are data`, async () => {
      for (const payload of payloads) {
        for (const { at, target, headers, body, member } of attacksOn(operation, world, payload)) {
          const sent = body === undefined ? {} : { body };
          const response = await rawRequest({ method: operation.method, url: `${app.url}${target}`, headers, ...sent });
          expect(response.status, `${at} ${payload}: ${response.text}`).to.be.below(500);
          if (member === undefined || response.status >= 300 || response.text === '') continue;
          // What was taken is kept as it was sent.
          const result = JSON.parse(response.text) as Record<string, unknown>;
          if (typeof result[member] === 'string') expect(result[member], at).to.equal(payload);
        }
      }
    });
  }

  it('leaves every table where it was, and every row of others as it was', async () => {
    expect(await belongings()).to.deep.equal(untouched);
  });

  it('tries every operation at several places', () => {
    const tried = documentedOperations.map((operation) => attacksOn(operation, world, payloads[0]).length);
    expect(tried.reduce((total, count) => total + count, 0)).to.be.above(documentedOperations.length * 2);
  });
});
