import { openBench, type Bench, type PreparedCase } from './bench.ts';
import type { BenchCase } from './cases.ts';
import { startBenchPostgres } from './data.ts';
import type { Latencies } from './load/open-loop.ts';
import { sendByWrk } from './load/wrk.ts';
import { memoryOf, type Memory } from './processes.ts';
import type { Sample } from './sample.ts';
import { measureStarts } from './start-times.ts';
import { medianOf, type Spread } from './statistics.ts';
import { startSubject } from './subjects/start-subject.ts';
import type { Subject, SubjectName } from './subjects/subject.ts';

interface MeasureOptions {
  /** Names of cases; empty for all. */
  readonly cases: readonly string[];
  readonly subjects: readonly SubjectName[];
  readonly rounds: number;
  /** Of each case, subject and round. */
  readonly seconds: number;
  readonly onProgress: (line: string) => void;
}

/** What all rounds found about one subject in one case. */
export interface CaseResult {
  readonly one: BenchCase;
  readonly subject: string;
  readonly samples: readonly Sample[];
}

export interface MemoryUse {
  readonly subject: string;
  readonly before: Memory;
  readonly after: Memory;
}

/** The latencies of a subject in a case. */
export interface PacedResult {
  readonly one: BenchCase;
  readonly subject: string;
  readonly latencies: Latencies;
}

export interface Measured {
  readonly postgresVersion: string;
  readonly latencies: readonly PacedResult[];
  readonly results: readonly CaseResult[];
  /** Of each subject before the first and after the last request. */
  readonly memory: readonly MemoryUse[];
  /** Seconds from the start of the server until it is ready. */
  readonly starts: Spread;
}

/** V8 has compiled the paths of the changes by then, too, of which the mix has few. */
const WARM_UP_SECONDS = 5;

/** Runs the cases in interleaved rounds: every subject in every case, then the next round. */
export async function measure({ cases, subjects, ...options }: MeasureOptions): Promise<Measured> {
  const { rounds, seconds, onProgress } = options;
  const postgres = await startBenchPostgres();
  const starts = await measureStarts(postgres);
  const starters = subjects.map((name) => () => startSubject(name, postgres));
  try {
    const bench = await openBench({ postgres, cases, starters, sendLoad: sendByWrk });
    onProgress(`the responses of ${subjects.join(', ')} are the same`);
    const before = new Map(bench.subjects.map((subject) => [subject, memoryOf(subject.pids)]));
    const results = new Results();
    const sampleAll = async (prepared: PreparedCase, duration: number): Promise<[Subject, Sample][]> => {
      const found: [Subject, Sample][] = [];
      for (const subject of prepared.doers)
        found.push([subject, await bench.sample(prepared, subject, { seconds: duration })]);
      return found;
    };
    try {
      for (const prepared of bench.cases) await sampleAll(prepared, WARM_UP_SECONDS);
      for (let round = 1; round <= rounds; round += 1) {
        for (const prepared of bench.cases) {
          results.add(prepared.one, await sampleAll(prepared, seconds));
          onProgress(`round ${round} of ${rounds}: ${prepared.one.title}`);
        }
      }
      const latencies = await paceAll(bench, results, options);
      const memory = bench.subjects.map((subject) => ({
        ...{ subject: subject.name, before: before.get(subject)!, after: memoryOf(subject.pids) },
      }));
      return { results: results.all(), latencies, memory, starts, postgresVersion: postgres.version };
    } finally {
      await bench.close();
    }
  } finally {
    await postgres.stop();
  }
}

/** At this share of its rate, a server has idle time, and what queues is due to chance. */
const SHARE_OF_RATE = 0.6;
/** What the generator of the open loop sends evenly. */
const RATE_MAX = 8000;

/** Measures latencies at a share of each subject's own rate. */
async function paceAll(
  bench: Bench,
  results: Results,
  { seconds, onProgress }: Pick<MeasureOptions, 'seconds' | 'onProgress'>,
): Promise<PacedResult[]> {
  const paced: PacedResult[] = [];
  for (const prepared of bench.cases) {
    for (const subject of prepared.doers) {
      const rate = Math.min(RATE_MAX, SHARE_OF_RATE * results.rateOf(prepared.one, subject));
      const latencies = await bench.pace(prepared, subject, rate, seconds);
      paced.push({ one: prepared.one, subject: subject.name, latencies });
    }
    onProgress(`latencies: ${prepared.one.title}`);
  }
  return paced;
}

class Results {
  readonly #byPlace = new Map<string, CaseResult & { readonly samples: Sample[] }>();

  add(one: BenchCase, found: readonly [Subject, Sample][]): void {
    for (const [{ name }, sample] of found) {
      const place = `${one.name} ${name}`;
      const result = this.#byPlace.get(place) ?? { one, subject: name, samples: [] };
      result.samples.push(sample);
      this.#byPlace.set(place, result);
    }
  }

  /** The median rate of the rounds. */
  rateOf(one: BenchCase, { name }: Subject): number {
    const { samples = [] } = this.#byPlace.get(`${one.name} ${name}`) ?? {};
    return medianOf(samples.map(({ perSecond }) => perSecond));
  }

  all(): readonly CaseResult[] {
    return [...this.#byPlace.values()];
  }
}
