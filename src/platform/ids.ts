import { randomInt, randomUUID } from 'node:crypto';

const COUNTER_MAX = 0xfff;

let lastMs = 0;
let counter = 0;

/**
 * A new id: UUID version 7 (RFC 9562) in lower case. Ids of one process always increase: within a millisecond the 12
 * bits after the version count up (6.2, method 1), and a clock that was set back does not take the ids with it.
 * (node:crypto's randomUUIDv7 leaves ids of one millisecond in random order.)
 */
export function newId(): string {
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    // The upper half stays free for counting.
    counter = randomInt(0x800);
  } else if (++counter > COUNTER_MAX) {
    lastMs++;
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  // The last two groups of a version 4 UUID: the variant and 62 random bits.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}${randomUUID().slice(18)}`;
}
