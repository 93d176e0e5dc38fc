import { parseArgs } from 'node:util';
import { judgeAims, toAimTable } from './aims.ts';
import { measure } from './measure.ts';
import { writeReport } from './report.ts';
import { toStartTable } from './start-times.ts';
import { subjectNames, type SubjectName } from './subjects/subject.ts';
import { toLatencyTable, toMemoryTable, toTable, toText } from './table.ts';

// The whole server beside its peers. `make bench` runs all cases with all subjects.

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    cases: { type: 'string', default: '' },
    subjects: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
  },
});

function listOf(text: string): string[] {
  return text.split(',').filter((name) => name !== '');
}

function readSubjects(): readonly SubjectName[] {
  const names = listOf(values.subjects);
  const unknown = names.find((name) => !subjectNames.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`there is no subject ${unknown}; there are ${subjectNames.join(', ')}`);
  return names.length === 0 ? subjectNames : subjectNames.filter((name) => names.includes(name));
}

function readCount(name: 'rounds' | 'seconds'): number {
  const count = Number(values[name]);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${name} must be a whole number of 1 or more`);
  return count;
}

const [rounds, seconds] = [readCount('rounds'), readCount('seconds')];
const measured = await measure({
  cases: listOf(values.cases),
  subjects: readSubjects(),
  rounds,
  seconds,
  onProgress: (line) => {
    console.log(line);
  },
});
const { results, latencies, memory, starts, postgresVersion } = measured;
const judged = judgeAims(results);
const tables = [toTable(results), toLatencyTable(latencies), toMemoryTable(memory), toStartTable(starts)];
for (const table of judged.length === 0 ? tables : [...tables, toAimTable(judged)]) console.log(`\n${toText(table)}`);
// A part of the table would replace the whole one.
if (values.cases === '' && values.subjects === '') writeReport(measured, { rounds, seconds, postgresVersion });
const errors =
  results.flatMap(({ samples }) => samples).reduce((sum, sample) => sum + sample.errors, 0) +
  latencies.reduce((sum, paced) => sum + paced.latencies.errors, 0);
if (errors > 0) console.error(`${errors} requests failed`);
const missed = judged.filter(({ isMet }) => !isMet).length;
if (missed > 0) console.error(`${missed} aims are not met`);
process.exitCode = errors + missed > 0 ? 1 : 0;
