import { expect } from 'chai';
import { eventNames, type EventName } from '../../generated/events.ts';
import { useApp, type TestApp } from '../support/app.ts';
import {
  documentedOperations,
  eventExample,
  exampleResponse,
  type DocumentedOperation,
} from '../support/contract/document.ts';
import { createEventWorld, eventCauses } from '../support/event-causes.ts';
import { outlineOf } from '../support/outline.ts';

// The example of an event is what a receiver programs against. Each event is caused on a real server, and compared with
// its example.

/** An event as the body of a webhook. */
interface Envelope {
  readonly id: string;
  readonly type: EventName;
  readonly timestamp: Date;
  readonly organization_id: string | null;
  readonly data: unknown;
}

async function eventsOf(app: TestApp, type: EventName): Promise<Envelope[]> {
  return app.query<Envelope & Record<string, unknown>>(
    'SELECT id, type, time AS timestamp, organization_id, data FROM events WHERE type = $1',
    [type],
  );
}

/** What never changes of a resource. */
const constants = ['organization_id', 'project_id', 'number', 'key', 'created_by_id', 'author_id', 'created_at'];

type Facts = Readonly<Record<string, unknown>>;

/** The ids of the organization Meridian and of everything in it. */
const worldIds = /^01939b7c-2f4e-7a10-8c55-0a1b2c3d0[\da-f]{3}$/;
const uuids = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** Returns the constants of a resource that the other representation has, too. */
function constantsOf(resource: Facts, other: Facts): Facts {
  return Object.fromEntries(constants.filter((name) => name in other).map((name) => [name, resource[name]]));
}

function successesOf(operation: DocumentedOperation): unknown[] {
  if (operation.version === 'v1') return [];
  const statuses = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
  return statuses.map((status) => exampleResponse(operation, Number(status)));
}

/** Returns every resource in the examples below a node, by its id. */
function resourcesIn(node: unknown, found = new Map<string, Facts[]>()): ReadonlyMap<string, readonly Facts[]> {
  if (typeof node !== 'object' || node === null) return found;
  const resource = node as Facts;
  const { id, created_at } = resource;
  if (typeof id === 'string' && created_at !== undefined) found.set(id, [...(found.get(id) ?? []), resource]);
  for (const inner of Object.values(node)) resourcesIn(inner, found);
  return found;
}

describe('examples of events', () => {
  // One of its own: it moves the clock, and counts events.
  const app = useApp({ settings: { TRUSTED_PROXIES: '1' } });

  afterEach(() => {
    app.clock.reset();
  });

  it('tell of the resources that the examples of responses show', () => {
    const shown = resourcesIn(documentedOperations.flatMap(successesOf));
    const unseen = eventNames.filter((type) => {
      const { id: _id, ...body } = eventExample(type) as Facts;
      for (const id of JSON.stringify(body).match(uuids) ?? []) expect(id, type).to.match(worldIds);
      const pairs = [...resourcesIn(body)].flatMap(([id, [told]]) =>
        (shown.get(id) ?? []).map((other) => [told!, other] as const),
      );
      for (const [told, other] of pairs) {
        expect(constantsOf(told, other), `${type}: ${JSON.stringify(told)}`).to.deep.equal(constantsOf(other, told));
      }
      return pairs.length === 0;
    });
    // Members have no id, alerts no time of creation, and no response shows the account of Grace.
    expect(unseen).to.have.members([
      ...[
        'alert.fired',
        'alert.cleared',
        'member.added',
        'member.updated',
        'member.removed',
        'user.deactivated',
        'user.deleted',
      ],
    ]);
  });

  for (const type of eventNames) {
    it(`${type}: the server records an event like the example`, async () => {
      const world = await createEventWorld(app);
      // So that the change is later than what it changes.
      app.clock.advance(1000);
      const earlier = new Set((await eventsOf(app, type)).map(({ id }) => id));
      await eventCauses[type](app, world);
      const caused = (await eventsOf(app, type)).filter(({ id }) => !earlier.has(id));
      expect(caused, `events ${type}`).to.have.length(1);
      const recorded = JSON.parse(JSON.stringify(caused[0])) as object;
      expect(outlineOf(eventExample(type))).to.deep.equal(outlineOf(recorded));
    });
  }
});
