import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import v2 from '../../../generated/v2/openapi.json' with { type: 'json' };
import { blocksOf } from '../guides/guide.ts';

const readme = join(import.meta.dirname, '../../../src/client/README.md');
const [secret = ''] = /whsec_[\w+/=]+/.exec(readFileSync(readme, 'utf8')) ?? [];

/** The uses of the client in its README as one program. */
export interface ReadmeProgram {
  readonly source: string;
  /** What the program prints according to the comments of the README, one entry for each line. */
  readonly printed: readonly string[];
}

/** Returns the program for a server and a key of their own instead of those of the README. */
export function readmeProgram(baseUrl: string, apiKey: string): ReadmeProgram {
  const blocks = blocksOf(readFileSync(readme, 'utf8')).filter(({ kind }) => kind === 'ts');
  const sources = blocks.map(({ title, text }) => (title === 'Webhooks' ? `${text}\n${sendWebhooks()}` : text));
  const source = sources
    .join('\n')
    .replaceAll("'http://localhost:8080'", JSON.stringify(baseUrl))
    .replaceAll("'ak_…'", JSON.stringify(apiKey));
  return { source, printed: blocks.flatMap(({ text }) => printedBy(text)) };
}

/** A comment of the README is what the line before it, or the same line, prints. */
function printedBy(text: string): string[] {
  return text.split('\n').flatMap((line) => /(?:^|;|\) )\s*\/\/ (?<printed>.+)$/.exec(line)?.groups?.['printed'] ?? []);
}

/** Sends a signed webhook and a forged one to the receiver of the README. */
function sendWebhooks(): string {
  const event = v2.webhooks['task.created'].post.requestBody.content['application/json'].examples['task.created'].value;
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'));
  const signature = `v1,${hmac.update(`msg_1.${timestamp}.${body}`).digest('base64')}`;
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  return `
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const { port } = receiver.address() as { port: number };
for (const body of [${JSON.stringify(body)}, '{}'])
  await fetch(\`http://127.0.0.1:\${port}/\`, { method: 'POST', headers: ${JSON.stringify(headers)}, body });
receiver.closeAllConnections();
receiver.close();
`;
}
