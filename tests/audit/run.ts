import { parseArgs } from 'node:util';
import { checks } from './checks.ts';

// `make security`: runs every check, or those named by --only, and prints one line for each with its findings.
// Exit codes: 0 nothing found, 1 findings or, with --strict, a check that could not be made, 2 wrong use.

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, strict: { type: 'boolean', default: false } },
});
const names = values.only === '' ? Object.keys(checks) : values.only.split(',');
const unknown = names.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`unknown check ${unknown.join(', ')}: the checks are ${Object.keys(checks).join(', ')}`);
  process.exit(2);
}

let failed = 0;
for (const name of names as (keyof typeof checks)[]) {
  const { done, findings, leftOut } = await checks[name]();
  console.log(`${name.padEnd(10)} ${findings.length} findings (${done})`);
  for (const finding of findings) console.log(`  ${finding}`);
  if (leftOut !== undefined) console.log(`  not checked: ${leftOut}`);
  if (findings.length > 0 || (values.strict && leftOut !== undefined)) failed += 1;
}
console.log(failed === 0 ? 'nothing found' : `${failed} checks failed`);
process.exitCode = failed === 0 ? 0 : 1;
