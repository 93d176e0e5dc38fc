import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../../../../src/modules/errors/grouping/failure.types.ts';
import { parseStackTrace } from '../../../../../src/modules/errors/grouping/stack-trace.policy.ts';

export type Language = 'node' | 'browser' | 'python' | 'java' | 'go';
export type Run = 'a' | 'b';

const folder = join(import.meta.dirname, 'fixtures/traces');
const read = new Map<string, ReadonlyMap<string, string>>();

/** Returns what the program of `fixtures/programs` printed, by the name of its failure. */
export function tracesOf(language: Language, run: Run): ReadonlyMap<string, string> {
  const file = `${language}-${run}.txt`;
  const before = read.get(file);
  if (before !== undefined) return before;
  const sections = readFileSync(join(folder, file), 'utf8').split(/^=== /m).slice(1);
  const traces = new Map(
    sections.map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n') + 1)]),
  );
  read.set(file, traces);
  return traces;
}

export function failureOf(language: Language, name: string, run: Run): Failure {
  const text = tracesOf(language, run).get(name);
  if (text === undefined) throw new Error(`traces/${language}-${run}.txt has no ${name}`);
  const failure = parseStackTrace(text);
  if (failure === undefined) throw new Error(`${name} of traces/${language}-${run}.txt is not read as a trace`);
  return failure;
}
