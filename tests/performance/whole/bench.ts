import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCases, type BenchCase } from './cases.ts';
import { compareResponses } from './compare-responses.ts';
import { startBenchPostgres, type BenchPostgres } from './data.ts';
import { toWire } from './load/requests.ts';
import { readWorld } from './load/world.ts';
import { casesOfPlatformatic, toPlatformatic } from './peers/platformatic/translation.ts';
import { memoryOf, type Memory } from './processes.ts';
import { takeSample, type Sample } from './sample.ts';
import { startSubject } from './subjects/start-subject.ts';
import type { Subject, SubjectName } from './subjects/subject.ts';

interface BenchOptions {
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
  readonly subject: SubjectName;
  readonly samples: readonly Sample[];
}

interface BenchResult {
  readonly results: readonly CaseResult[];
  /** Of each subject before the first and after the last request. */
  readonly memory: readonly { readonly subject: SubjectName; readonly before: Memory; readonly after: Memory }[];
}

const CONNECTIONS = 32;
/** V8 has compiled the hot paths by then, and caches are warm. */
const WARM_UP_SECONDS = 2;

interface Prepared {
  readonly one: BenchCase;
  /** The subjects that can do it. */
  readonly doers: readonly Subject[];
  /** Where wrk reads the requests to a subject. */
  readonly files: ReadonlyMap<SubjectName, string>;
  /** How many requests a subject has been sent. */
  readonly sent: Map<SubjectName, number>;
}

/** Runs the cases in interleaved rounds: every subject in every case, then the next round. */
export async function runBench(options: BenchOptions): Promise<BenchResult> {
  const postgres = await startBenchPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'architect-bench-'));
  const subjects: Subject[] = [];
  try {
    for (const name of options.subjects) subjects.push(await startSubject(name, postgres));
    return await measure(options, { postgres, subjects, folder });
  } finally {
    for (const subject of subjects) await subject.stop();
    await postgres.stop();
    await rm(folder, { recursive: true });
  }
}

interface Bench {
  readonly postgres: BenchPostgres;
  readonly subjects: readonly Subject[];
  readonly folder: string;
}

async function measure(options: BenchOptions, { postgres, subjects, folder }: Bench): Promise<BenchResult> {
  const cases = await prepareCases(options, subjects, folder);
  for (const { one, doers } of cases) await compareResponses(one, doers);
  options.onProgress(`the responses of ${subjects.map(({ name }) => name).join(', ')} are the same`);
  const before = new Map(subjects.map((subject) => [subject.name, memoryOf(subject.pid)]));
  const samples = new Map<string, Sample[]>();
  const sample = async (prepared: Prepared, subject: Subject, seconds: number): Promise<Sample> => {
    const { files, sent } = prepared;
    const file = files.get(subject.name)!;
    const offset = sent.get(subject.name) ?? 0;
    const found = await takeSample(subject, postgres.postmaster, { file, offset, connections: CONNECTIONS, seconds });
    sent.set(subject.name, offset + found.requests);
    return found;
  };
  for (const prepared of cases) for (const subject of prepared.doers) await sample(prepared, subject, WARM_UP_SECONDS);
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const prepared of cases) {
      for (const subject of prepared.doers) {
        const found = await sample(prepared, subject, options.seconds);
        const key = `${prepared.one.name} ${subject.name}`;
        samples.set(key, [...(samples.get(key) ?? []), found]);
      }
      options.onProgress(`round ${round} of ${options.rounds}: ${prepared.one.title}`);
    }
  }
  return {
    results: cases.flatMap(({ one, doers }) =>
      doers.map(({ name }) => ({ one, subject: name, samples: samples.get(`${one.name} ${name}`) ?? [] })),
    ),
    memory: subjects.map(({ name, pid }) => ({ subject: name, before: before.get(name)!, after: memoryOf(pid) })),
  };
}

async function prepareCases(
  { cases }: BenchOptions,
  subjects: readonly Subject[],
  folder: string,
): Promise<Prepared[]> {
  const all = createCases(await readWorld(subjects[0]!.databaseUrl));
  const unknown = cases.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new Error(`there is no case ${unknown}; there are ${all.map(({ name }) => name).join(', ')}`);
  const chosen = all.filter(({ name }) => cases.length === 0 || cases.includes(name));
  return Promise.all(chosen.map((one) => prepareCase(one, subjects, folder)));
}

/** Writes the requests of a case, those of Platformatic DB in its own form. */
async function prepareCase(one: BenchCase, subjects: readonly Subject[], folder: string): Promise<Prepared> {
  const doers = subjects.filter(({ name }) => name !== 'platformatic' || casesOfPlatformatic.has(one.name));
  const usual = join(folder, one.name);
  await writeFile(usual, one.requests.map(toWire).join('\0'));
  const files = new Map(doers.map(({ name }) => [name, usual]));
  if (files.has('platformatic')) {
    const translated = `${usual}.platformatic`;
    await writeFile(translated, one.requests.map((request) => toWire(toPlatformatic(request))).join('\0'));
    files.set('platformatic', translated);
  }
  return { one, doers, files, sent: new Map() };
}
