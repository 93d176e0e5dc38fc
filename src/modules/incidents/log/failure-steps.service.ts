import { isUnavailable } from '../../../platform/database-errors.ts';
import type { FailureWriter } from './failure-writer.service.ts';
import type { CountedFailure } from '../incidents.types.ts';

interface Steps {
  readonly writer: Pick<FailureWriter, 'report' | 'count' | 'link'>;
  /** Called for each failure that the database refuses. */
  readonly onRefused: (failure: CountedFailure, error: unknown) => void;
}

/** What is left to do for a failure. */
interface Item {
  failure: CountedFailure;
  isLinked: boolean;
  isDropped: boolean;
}

interface Step {
  /** The items that need the step. */
  readonly isDue: (item: Item) => boolean;
  readonly write: (items: readonly Item[]) => Promise<void>;
  readonly refuse: (item: Item) => void;
}

/**
 * Reports failures to the error log, and counts them in incidents: both, even if the error log cannot be written, because
 * it must not hide the incidents.
 * @returns what the database could not take now, and the reason. What it refuses is dropped, alone
 */
export async function writeSteps(taken: readonly CountedFailure[], steps: Steps) {
  const items = taken.map((failure): Item => ({ failure, isLinked: !failure.isCounted, isDropped: false }));
  const troubles: unknown[] = [];
  for (const step of stepsOf(steps)) troubles.push(await takeStep(items.filter(step.isDue), step, steps.onRefused));
  return {
    left: items.filter(isLeft).map(({ failure }) => failure),
    trouble: troubles.find((trouble) => trouble !== undefined),
  };
}

function isLeft({ failure: { isCounted, error_id }, isLinked, isDropped }: Item): boolean {
  return !isDropped && (!isCounted || error_id === undefined || (!isLinked && error_id !== null));
}

function stepsOf({ writer }: Steps): readonly Step[] {
  const drop = (item: Item): void => void (item.isDropped = true);
  const failuresOf = (items: readonly Item[]) => items.map(({ failure }) => failure);
  return [
    {
      isDue: ({ failure }) => failure.error_id === undefined,
      write: async (some) => {
        const groups = await writer.report(failuresOf(some));
        for (const item of some) item.failure = { ...item.failure, error_id: groups.get(item.failure) ?? null };
      },
      refuse: (item) => (item.failure = { ...item.failure, error_id: null }),
    },
    {
      isDue: ({ failure }) => !failure.isCounted,
      write: async (some) => {
        await writer.count(failuresOf(some));
        for (const item of some) item.failure = { ...item.failure, isCounted: true };
      },
      refuse: drop,
    },
    {
      isDue: ({ failure, isLinked }) => !isLinked && typeof failure.error_id === 'string',
      write: async (some) => {
        await writer.link(failuresOf(some));
        for (const item of some) item.isLinked = true;
      },
      refuse: drop,
    },
  ];
}

/**
 * Writes all together; if they are refused, one by one, so that one that cannot be written does not take others with it.
 * @returns why the database does not serve, or undefined
 */
async function takeStep(some: readonly Item[], step: Step, onRefused: Steps['onRefused']): Promise<unknown> {
  const [only, ...others] = some;
  if (only === undefined) return undefined;
  try {
    await step.write(some);
    return undefined;
  } catch (error) {
    if (isUnavailable(error)) return error;
    if (others.length === 0) {
      onRefused(only.failure, error);
      step.refuse(only);
      return undefined;
    }
  }
  for (const one of some) {
    const trouble = await takeStep([one], step, onRefused);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}
