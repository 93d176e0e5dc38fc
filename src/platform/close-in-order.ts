import { endsWithin } from './bounded.ts';

/** Something that was opened and has to be closed. */
export interface Part {
  /** What a log line calls it. */
  readonly name: string;
  readonly close: () => Promise<unknown>;
}

interface CloseOptions {
  /** For all parts together. */
  readonly limitMs: number;
  /** Told of a part that failed to close, or (without an error) that had not closed when its time was over. */
  readonly onTrouble: (name: string, error?: unknown) => void;
}

/** What a part gets even when those before it have used up the time. */
const PART_MS_MIN = 250;

/** Closes parts one after the other. None that hangs or fails keeps the others from being closed. */
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
