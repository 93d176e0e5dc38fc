import { request } from 'node:http';
import { readRecords } from '../support/contract/recorded.ts';
import { replayedDifferences } from './known-differences.ts';
import { bundleOf, startPrism } from './prism.ts';
import { choose, differenceOf, isUnparseable, type Case, type Heard } from './replay.ts';

// Provokes every refusal that the stages before have recorded of the server from Prism too: every documented error of
// every operation by its cause. One test per case, and one per known difference.

const respondsWithinMs = 2000;
const atATime = 4;

function ask(url: string, { exchange, prefer }: Case): Promise<Heard> {
  const { method, path, target, headers, body } = exchange;
  const query = target.includes('?') ? target.slice(target.indexOf('?')) : '';
  const length = body === undefined ? {} : { 'content-length': String(body.length) };
  const sent = { ...headers, ...length, ...(prefer === undefined ? {} : { prefer }) };
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}${query}`, { method, headers: sent, agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.on('end', () => {
        resolve({ status: incoming.statusCode ?? 0, type: incoming.headers['content-type']?.split(';')[0], text });
      });
    });
    const silence = { status: 'silence', type: undefined, text: '' } as const;
    outgoing.setTimeout(respondsWithinMs, () => {
      resolve(silence);
      outgoing.destroy();
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (isUnparseable(exchange)) resolve(silence);
      else reject(error);
    });
    outgoing.end(body === undefined ? undefined : Buffer.from(body, 'latin1'));
  });
}

const cases = choose(readRecords(), replayedDifferences);
const prism = { v1: await startPrism(bundleOf('v1')), v2: await startPrism(bundleOf('v2')) };
const seen = new Map<string, number>();
const failures: string[] = [];

async function replay(one: Case): Promise<void> {
  const heard = await ask(prism[one.exchange.version].url, one);
  const difference = differenceOf(one, heard);
  if (difference === undefined) return;
  const known = replayedDifferences.find(
    ({ concerns, explains }) => concerns(one.exchange) && explains(heard, one.exchange),
  );
  if (known !== undefined) seen.set(known.name, (seen.get(known.name) ?? 0) + 1);
  else failures.push(`${one.name}: ${one.exchange.method} ${one.exchange.target}\n  ${difference}`);
}

const waiting = cases.filter(({ exchange }) => !isUnparseable(exchange)).values();
await Promise.all(
  Array.from({ length: atATime }, async () => {
    for (const one of waiting) await replay(one);
  }),
);
for (const one of cases.filter(({ exchange }) => isUnparseable(exchange))) await replay(one);
await Promise.all([prism.v1.stop(), prism.v2.stop()]);

for (const { name, reason } of replayedDifferences) {
  const count = seen.get(name) ?? 0;
  console.log(`${count} known: ${name} (${reason})`);
  if (count === 0) failures.push(`known difference "${name}": no case shows it any more; take it off the table`);
}
for (const failure of failures) console.log(`failed: ${failure}`);
if (cases.length === 0) failures.push('no refusal was recorded');
console.log(
  `${Math.max(0, cases.length + replayedDifferences.length - failures.length)} passed, ${failures.length} failed`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
