import { endsWithin } from './bounded.ts';

/** A resource that must be closed. */
export interface Part {
  /** Its name in log lines. */
  readonly name: string;
  readonly close: () => Promise<unknown>;
}

interface CloseOptions {
  /** The time limit for all parts together. */
  readonly limitMs: number;
  /** Called for a part that failed to close, or (without an error) that was not closed in time. */
  readonly onTrouble: (name: string, error?: unknown) => void;
}

/** The time that each part gets, even if earlier parts have used up the limit. */
const PART_MS_MIN = 250;

/** Closes parts one after the other. A part that hangs or fails does not prevent the others from closing. */
export async function closeInOrder(parts: readonly Part[], { limitMs, onTrouble }: CloseOptions): Promise<void> {
  const deadline = performance.now() + limitMs;
  for (const { name, close } of parts) {
    try {
      const isClosed = await endsWithin(Math.max(PART_MS_MIN, deadline - performance.now()), close());
      if (!isClosed) onTrouble(name);
    } catch (error) {
      onTrouble(name, error);
    }
  }
}
