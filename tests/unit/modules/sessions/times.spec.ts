import { expect } from 'chai';
import { isTouchDue as isKeyTouchDue } from '../../../../src/modules/api-keys/api-keys.policy.ts';
import { afterAttempt } from '../../../../src/modules/auth/throttle/throttle.policy.ts';
import { expiryOf, idleSince, isFresh, isTouchDue } from '../../../../src/modules/sessions/sessions.policy.ts';
import {
  hourBefore,
  placesForgottenBefore,
  suspicionOfMove,
  suspicionOfStart,
} from '../../../../src/modules/sessions/suspicion/suspicion.policy.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../src/platform/durations.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString();
const known = { has_any: true, has_network: true, has_agent: true, networks: 1 };
const throttle = (ms: number) => ({ failures: 3, blocked_until: new Date(0), updated_at: new Date(ago(ms)) });

describe('times that decide, to the millisecond', () => {
  /** What holds up to a time, that time included, and what holds from a millisecond later on. */
  const table: Readonly<
    Record<string, readonly [ms: number, decide: (ms: number) => unknown, until: unknown, then: unknown]>
  > = {
    'a log-in is recent': [15 * MINUTE_MS, (ms) => isFresh(ago(ms), now), true, false],
    'the use of a session need not be stored': [MINUTE_MS - 1, (ms) => isTouchDue(ago(ms), now), false, true],
    'the use of a key need not be stored': [MINUTE_MS - 1, (ms) => isKeyTouchDue(ago(ms), now), false, true],
    'a move is too fast': [MINUTE_MS, (ms) => suspicionOfMove(ms, known), 'two_networks', undefined],
    'failures count': [HOUR_MS, (ms) => afterAttempt(throttle(ms), 'account', now).failures, 4, 1],
  };
  for (const [what, [ms, decide, until, then]] of Object.entries(table)) {
    it(`${what}: ${ms} ms`, () => {
      expect([decide(ms), decide(ms + 1)]).to.deep.equal([until, then]);
    });
  }

  it('the first use of a key is stored', () => {
    expect(isKeyTouchDue(null, now)).to.equal(true);
  });

  it('how long sessions live, idle and are remembered', () => {
    expect(expiryOf(now).getTime() - now.getTime()).to.equal(30 * DAY_MS);
    expect(idleSince(now).toISOString()).to.equal(ago(12 * HOUR_MS));
    expect(hourBefore(now).toISOString()).to.equal(ago(HOUR_MS));
    expect(placesForgottenBefore(now).toISOString()).to.equal(ago(90 * DAY_MS));
  });

  it('ten networks within the hour are usual, eleven are not, at the start and on the move', () => {
    for (const suspicionOf of [suspicionOfStart, (history: typeof known) => suspicionOfMove(HOUR_MS, history)]) {
      expect(suspicionOf({ ...known, networks: 10 })).to.equal(undefined);
      expect(suspicionOf({ ...known, networks: 11 })).to.equal('many_networks');
    }
  });

  it('a place is new only where network and program both are, to somebody who was somewhere before', () => {
    const places = [true, false].flatMap((has_any) =>
      [true, false].flatMap((has_network) =>
        [true, false].map((has_agent) => ({ has_any, has_network, has_agent, networks: 1 })),
      ),
    );
    const strange = places.filter((place) => suspicionOfStart(place) === 'new_place');
    expect(strange).to.deep.equal([{ has_any: true, has_network: false, has_agent: false, networks: 1 }]);
  });
});
