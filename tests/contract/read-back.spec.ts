import { expect } from 'chai';
import { createExampleWorld, userAgent } from '../mock/example-world.ts';
import { successes } from '../mock/corpus.ts';
import { keyOf, requestFor } from '../mock/success-request.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { bearer, send } from '../support/sample-request.ts';

// A change returns the resource as it was computed. Every field of it must have been written.

type Row = Readonly<Record<string, unknown>>;

/** They create what is never changed, which has no time of its last change. */
const ofUnchanging: readonly string[] = ['createEvent'];

const readable = documentedOperations.filter(({ method }) => method === 'GET').map(({ path }) => path);
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Whether the operation changes or creates a resource that another operation reads. */
function isReadBack({ method, path, written }: DocumentedOperation): boolean {
  if (method === 'PATCH') return readable.includes(path);
  // What has one result for each item returns no resource.
  if (method !== 'POST' || '207' in written.responses) return false;
  const collection = path.slice(path.lastIndexOf('/') + 1);
  if ('201' in written.responses) return readable.some((one) => parentOf(one).endsWith(`/${collection}`));
  return parentOf(path).endsWith('}') && readable.includes(parentOf(path));
}

describe('what a change returns is what is read afterwards', () => {
  // Of its own: it moves the clock, and no job may change what was created.
  const app = useApp({ app: { isWorking: false } });

  forEach(documentedOperations.filter(isReadBack), async (operation) => {
    const { world: options, about = {} } = successes[keyOf(operation)]!;
    const world = await createExampleWorld(app, options);
    const request = await requestFor(app, operation, { world, about });
    const headers = { ...bearer(world.session), 'user-agent': userAgent };
    // After the rows of the world were created.
    app.clock.advance(1000);
    const changed = await send(app, request, { headers });
    const text = await changed.text();
    expect(changed.ok, text).to.equal(true);
    const returned = JSON.parse(text) as Row;
    const changedPath = operation.method === 'POST' ? parentOf(request.target) : request.target;
    const target = changed.headers.get('location') ?? changedPath;
    const read = await send(app, { method: 'GET', target, headers, body: undefined }, { headers });
    expect(read.status).to.equal(200);
    const row = JSON.parse(await read.text()) as Row;
    const common = Object.keys(row).filter((name) => name in returned);
    expect(common).to.include.members(['created_at', ...(ofUnchanging.includes(operation.id) ? [] : ['updated_at'])]);
    for (const name of common) expect(row[name], name).to.deep.equal(returned[name]);
  });
});
