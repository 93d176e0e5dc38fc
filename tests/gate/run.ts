import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { documentedOperations } from '../support/contract/document.ts';
import { keyOf } from './compare.ts';
import { failuresOf, mergeFindings, type Findings } from './findings.ts';
import { knownDifferences } from './known-differences.ts';

// Validates every exchange that the previous stages have recorded with express-openapi-validator, and compares its
// verdicts with the server's responses. One test per operation, and one per known difference.

const parts = Math.min(4, availableParallelism());

function validatePart(part: number): Promise<Findings> {
  const worker = new Worker(join(import.meta.dirname, 'worker.ts'), { workerData: { part, parts } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('a worker exited without a result'));
    });
  });
}

const found = mergeFindings(await Promise.all(Array.from({ length: parts }, (_, part) => validatePart(part))));
const operations = documentedOperations.map((operation) => keyOf({ version: operation.version, operation }));
const keys = [...operations, ...(['v1', 'v2'] as const).map((version) => keyOf({ version, operation: undefined }))];
const failures = failuresOf(found, { keys, knownNames: knownDifferences.map(({ name }) => name) });

const compared = Object.values(found.operations).reduce((sum, entry) => sum + entry.compared, 0);
console.log(`${compared} exchanges compared`);
for (const [rule, count] of Object.entries(found.skipped)) console.log(`${count} skipped: ${rule}`);
for (const { name, reason } of knownDifferences) console.log(`${found.known[name] ?? 0} known: ${name} (${reason})`);
for (const failure of failures) console.log(`failed: ${failure}`);
const passed = Math.max(0, keys.length + knownDifferences.length - failures.length);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
