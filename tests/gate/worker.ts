import { parentPort, workerData } from 'node:worker_threads';
import { readRecords, type RecordedExchange } from '../support/contract/recorded.ts';
import { createComparer, type Comparison } from './compare.ts';
import { place } from './expectation.ts';
import { emptyFindings, type Findings } from './findings.ts';

// Validates its share of the recorded exchanges: complete tags, because each tag needs a validator of its own.

const { part, parts } = workerData as { readonly part: number; readonly parts: number };
const atATime = 8;

/** Assigns the largest group to the smallest share, with the same result in every worker. */
function chooseShare(): RecordedExchange[] {
  const groups = new Map<string, RecordedExchange[]>();
  for (const record of readRecords()) {
    const placed = place(record);
    const name = placed === undefined ? '' : `${placed.version} ${placed.operation?.written.tags[0] ?? ''}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [record]);
    else group.push(record);
  }
  const shares = Array.from({ length: parts }, (): RecordedExchange[] => []);
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length)) {
    shares.sort((a, b) => a.length - b.length)[0]!.push(...group);
  }
  return shares[part]!;
}

function note(findings: Findings, comparison: Comparison): void {
  if (comparison.kind === 'skipped') {
    findings.skipped[comparison.rule] = (findings.skipped[comparison.rule] ?? 0) + 1;
    return;
  }
  const entry = (findings.operations[comparison.key] ??= { compared: 0, differences: [] });
  entry.compared += 1;
  if (comparison.kind === 'known') findings.known[comparison.name] = (findings.known[comparison.name] ?? 0) + 1;
  if (comparison.kind === 'differs') entry.differences.push(comparison.text);
}

const findings = emptyFindings();
const comparer = createComparer();
const waiting = chooseShare().values();
await Promise.all(
  Array.from({ length: atATime }, async () => {
    for (const exchange of waiting) note(findings, await comparer.compare(exchange));
  }),
);
await comparer.stop();
parentPort!.postMessage(findings);
