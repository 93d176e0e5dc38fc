import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { createTally } from '../../platform/tally.ts';
import { addViolations } from './contract.repository.ts';
import type { SeenViolation } from './contract.types.ts';

const INTERVAL_MS = 5000;
const KEYS_MAX = 5000;
const POINTER_LENGTH_MAX = 500;
const KEYWORD_LENGTH_MAX = 100;

/** Counts responses that violate the contract in memory, and writes the counts in batches. */
export interface BreachRecorder {
  /** Counts a violation in memory. Never throws. */
  note(breach: SeenViolation & { readonly at: Date }): void;
  /** Writes everything that this process has counted, so that it can be read. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

interface BreachRecorderOptions {
  readonly db: Db;
  readonly onTrouble: (trouble: { readonly error?: unknown; readonly lost: number }) => void;
  readonly onWritten: () => void;
}

export function createBreachRecorder({ db, onTrouble, onWritten }: BreachRecorderOptions): BreachRecorder {
  const tally = createTally<SeenViolation>({
    keyOf: ({ version, operation_id, part, pointer }) => `${version} ${operation_id} ${part} ${pointer}`,
    write: (entries) =>
      addViolations(
        db,
        entries.map((entry) => ({ ...entry, id: newId() })),
      ),
    onTrouble,
    onWritten,
    intervalMs: INTERVAL_MS,
    keysMax: KEYS_MAX,
  });
  return {
    note({ version, operation_id, part, pointer, keyword, status, at }) {
      const place = placeOf(pointer);
      const rule = keyword.slice(0, KEYWORD_LENGTH_MAX);
      tally.add({ version, operation_id, part, pointer: place, keyword: rule, status }, at);
    },
    flush: () => tally.flush(),
    stop: () => tally.stop(),
  };
}

/** Removes list indexes from a pointer, so that violations are not grouped by entry. */
function placeOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*').slice(0, POINTER_LENGTH_MAX);
}
