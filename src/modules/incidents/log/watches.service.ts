import { isUnavailable } from '../../../platform/database-errors.ts';
import type { IncidentLog } from './incident-log.service.ts';

// What is asked or tells by itself whether it works, again and again.

type Log = Pick<IncidentLog, 'note' | 'recovered'>;

/** Asks whether a server responds. `true` and `false` are answers; a rejected promise is `false`, with its reason. */
type Probe = () => Promise<boolean | undefined>;

interface DependencyWatchOptions {
  readonly log: Log;
  /** Servers that Architect uses, by name. A probe that returns undefined does not know. */
  readonly probes: Readonly<Record<string, Probe>>;
  readonly intervalMs?: number;
  /** While a server is down, it is noted again after so many probes. */
  readonly repeatProbes?: number;
}

const INTERVAL_MS = 5000;
const REPEAT_PROBES = 6;
/** One failed probe can be a lost connection, which the next probe opens again. */
const FAILURES_MIN = 2;

/** Watches the servers that Architect uses, until stopped. */
export function watchDependencies(options: DependencyWatchOptions): { readonly stop: () => void } {
  const { log, probes, intervalMs = INTERVAL_MS, repeatProbes = REPEAT_PROBES } = options;
  const timers = Object.entries(probes).map(([service, probe]) => {
    const state = { failed: 0, isAsking: false };
    return setInterval(() => {
      if (state.isAsking) return;
      state.isAsking = true;
      void ask(probe).then((outcome) => {
        state.isAsking = false;
        if (outcome === undefined) return;
        if (outcome.isUp) {
          if (state.failed >= FAILURES_MIN) log.recovered({ kind: 'dependency', service });
          state.failed = 0;
          return;
        }
        const seen = state.failed++ - (FAILURES_MIN - 1);
        if (seen < 0 || seen % repeatProbes !== 0) return;
        const title = `The ${service.replaceAll('_', ' ')} does not respond`;
        log.note({ kind: 'dependency', service, title, error: outcome.error, fingerprint: ['dependency', service] });
      });
    }, intervalMs).unref();
  });
  return { stop: () => timers.forEach((timer) => clearInterval(timer)) };
}

interface Outcome {
  readonly isUp: boolean;
  readonly error?: unknown;
}

async function ask(probe: Probe): Promise<Outcome | undefined> {
  try {
    const isUp = await probe();
    return isUp === undefined ? undefined : { isUp };
  } catch (error) {
    return { isUp: false, error };
  }
}

/** After so many failures in a row, work that is tried again and again is an incident. */
const PASSES_MIN = 3;
/** Passes follow each other within a second. */
const REPEAT_PASSES = 30;

/**
 * Returns what work beside the requests tells of its passes. A database that does not respond is an incident of its own.
 */
export function watchPasses(log: Log, service: string) {
  let failed = 0;
  return {
    failed: (error: unknown): void => {
      if (isUnavailable(error)) return;
      const seen = failed++ - (PASSES_MIN - 1);
      if (seen < 0 || seen % REPEAT_PASSES !== 0) return;
      log.note({ kind: 'background', service, title: `The ${service} fails again and again`, error });
    },
    succeeded: (): void => {
      if (failed >= PASSES_MIN) log.recovered({ kind: 'background', service });
      failed = 0;
    },
  };
}
