import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCases, type BenchCase } from './cases.ts';
import { compareResponses } from './compare-responses.ts';
import type { BenchPostgres } from './data.ts';
import type { Length, SendLoad } from './load/load.ts';
import { sendAtRate, type Latencies } from './load/open-loop.ts';
import { toWire } from './load/requests.ts';
import { readWorld } from './load/world.ts';
import { casesOfPlatformatic, toPlatformatic } from './peers/platformatic/translation.ts';
import { takeSample, type Sample } from './sample.ts';
import type { Subject } from './subjects/subject.ts';

interface BenchOptions {
  readonly postgres: BenchPostgres;
  /** Names of cases; empty for all. */
  readonly cases: readonly string[];
  /** Start the subjects, each on a copy of the database. */
  readonly starters: readonly (() => Promise<Subject>)[];
  readonly sendLoad: SendLoad;
}

/** A case, with the requests of each subject. */
export interface PreparedCase {
  readonly one: BenchCase;
  /** The subjects that can do it. */
  readonly doers: readonly Subject[];
  /** Where a subject's requests are, in their wire form, separated by NUL bytes. */
  readonly files: ReadonlyMap<Subject, string>;
  /** How many requests a subject has been sent. */
  readonly sent: Map<Subject, number>;
}

export interface Bench {
  readonly subjects: readonly Subject[];
  readonly cases: readonly PreparedCase[];
  /** Sends the next requests of a case to a subject. */
  sample(prepared: PreparedCase, subject: Subject, length: Length): Promise<Sample>;
  /** Sends the next requests of a case at a rate. */
  pace(prepared: PreparedCase, subject: Subject, rate: number, seconds: number): Promise<Latencies>;
  close(): Promise<void>;
}

/** Connections of every load. */
export const CONNECTIONS = 32;
/** As many as an open loop may need while the server is slow. */
const PACED_CONNECTIONS = 128;

/**
 * Starts the subjects, and compares their responses.
 * @throws Error if a subject's response is not the one of the first subject
 */
export async function openBench({ postgres, cases, starters, sendLoad }: BenchOptions): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'architect-bench-'));
  const subjects: Subject[] = [];
  const close = async (): Promise<void> => {
    for (const subject of subjects) await subject.stop();
    await rm(folder, { recursive: true });
  };
  try {
    for (const start of starters) subjects.push(await start());
    const prepared = await prepareCases(cases, subjects, folder);
    for (const { one, doers } of prepared) await compareResponses(one, doers);
    return {
      subjects,
      cases: prepared,
      sample: async ({ files, sent }, subject, length) => {
        const offset = sent.get(subject) ?? 0;
        const load = { port: subject.port, file: files.get(subject)!, offset, connections: CONNECTIONS, length };
        const found = await takeSample({ subject, postmaster: postgres.postmaster, load, sendLoad });
        sent.set(subject, offset + found.requests);
        return found;
      },
      pace: async ({ files, sent }, subject, rate, seconds) => {
        const offset = sent.get(subject) ?? 0;
        const load = { port: subject.port, file: files.get(subject)!, offset, connections: PACED_CONNECTIONS };
        const found = await sendAtRate({ ...load, rate, seconds });
        sent.set(subject, offset + found.requests);
        return found;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepareCases(
  names: readonly string[],
  subjects: readonly Subject[],
  folder: string,
): Promise<PreparedCase[]> {
  const all = createCases(await readWorld(subjects[0]!.databaseUrl));
  const unknown = names.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new Error(`there is no case ${unknown}; there are ${all.map(({ name }) => name).join(', ')}`);
  const chosen = all.filter(({ name }) => names.length === 0 || names.includes(name));
  return Promise.all(chosen.map((one) => prepareCase(one, subjects, folder)));
}

/** Writes the requests of a case, those of Platformatic DB in its own form. */
async function prepareCase(one: BenchCase, subjects: readonly Subject[], folder: string): Promise<PreparedCase> {
  const doers = subjects.filter(({ name }) => name !== 'platformatic' || casesOfPlatformatic.has(one.name));
  const usual = join(folder, one.name);
  await writeFile(usual, one.requests.map(toWire).join('\0'));
  const files = new Map(doers.map((subject) => [subject, usual]));
  const other = doers.find(({ name }) => name === 'platformatic');
  if (other !== undefined) {
    const translated = `${usual}.platformatic`;
    await writeFile(translated, one.requests.map((request) => toWire(toPlatformatic(request))).join('\0'));
    files.set(other, translated);
  }
  return { one, doers, files, sent: new Map() };
}
