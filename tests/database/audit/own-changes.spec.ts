import { expect } from 'chai';
import { createReplicaChoice } from '../../../src/audit/own-changes.ts';
import { record } from '../../../src/outbox/record.ts';
import { newId } from '../../../src/platform/ids.ts';
import type { PrimaryState } from '../../../src/platform/replica.ts';
import type { Actor } from '../../../src/platform/unit.ts';
import { unitOn } from '../../support/changes.ts';
import { useDatabase } from '../../support/use-database.ts';

const limits = { replica: { stalenessSecondsMax: 10 }, timeLimits: { changeMs: 30_000 } };
/** As docs/SCALING.md says: both limits, and 5 s for differences between clocks. */
const WINDOW_MS = 45_000;
const now = new Date('2026-05-01T12:00:00.000Z');

function createCaller(organization_id = newId()): Actor {
  const credential = { credential_type: 'session', credential_id: newId() } as const;
  return { user_id: newId(), organization_id, role: 'member', scopes: undefined, is_operator: false, ...credential };
}

describe('the changes that a replica may lack', () => {
  const database = useDatabase();

  async function change(actor: Actor, ageMs: number, organization_id: string | null): Promise<void> {
    const unit = { ...unitOn(database.db), actor, now: new Date(now.getTime() - ageMs) };
    const resource = { type: 'session', id: newId() } as const;
    await record(unit, { audit: 'session.create', resource, organization_id });
  }

  /** Returns whether the caller of a read counts as somebody who has changed something. */
  async function hasChanged(actor: Actor): Promise<boolean> {
    const states: PrimaryState[] = [];
    const choose = createReplicaChoice(
      {
        choose: (state) => {
          states.push(state);
          return Promise.resolve(undefined);
        },
      },
      limits,
    );
    await choose(database.db, { actor, now });
    expect(states).to.have.lengthOf(1);
    return states[0]!.has_changed;
  }

  for (const [ageMs, isLacked] of [
    [0, true],
    [WINDOW_MS - 1, true],
    [WINDOW_MS, true],
    [WINDOW_MS + 1, false],
  ] as const) {
    for (const where of ['in the organization', 'outside of organizations'] as const) {
      it(`${isLacked ? 'are' : 'are not'} those of ${ageMs} ms ago ${where}`, async () => {
        const caller = createCaller();
        await change(caller, ageMs, where === 'in the organization' ? caller.organization_id : null);
        expect(await hasChanged(caller)).to.equal(isLacked);
      });
    }
  }

  it('are not those of others in the organization', async () => {
    const caller = createCaller();
    await change(createCaller(caller.organization_id), 0, caller.organization_id);
    expect(await hasChanged(caller)).to.equal(false);
  });
});
