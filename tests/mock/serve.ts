import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { bundleOf } from './prism.ts';

// `make mock`: both documents, mocked by Prism. Prism prints its usage and ends with 0 where its port is taken, so the
// ports are tried first.

const program = join(import.meta.dirname, '../../node_modules/@stoplight/prism-cli/dist/index.js');
const mocks = [
  { version: 'v1', variable: 'V1_PORT', port: portOf('V1_PORT', 4010) },
  { version: 'v2', variable: 'V2_PORT', port: portOf('V2_PORT', 4011) },
] as const;

try {
  if (mocks[0].port === mocks[1].port) {
    throw new Error(`both mocks would use port ${mocks[0].port}: choose another one for V1_PORT or V2_PORT`);
  }
  for (const { port, variable } of mocks) await requireFree(port, variable);
  const children = mocks.map(({ version, port }) =>
    spawn(process.execPath, [program, 'mock', '--port', String(port), bundleOf(version)], { stdio: 'inherit' }),
  );
  const stop = () => {
    for (const child of children) child.kill();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // One without the other is no mock of the contract.
  const codes = await Promise.all(children.map((child) => endOf(child).finally(stop)));
  process.exitCode = codes.find((code) => code !== 0) ?? 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function portOf(variable: string, standard: number): number {
  const text = process.env[variable] ?? '';
  if (text === '') return standard;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  console.error(`${variable}=${text} is no port`);
  process.exit(2);
}

async function requireFree(port: number, variable: string): Promise<void> {
  const probe = createServer();
  const failed = once(probe, 'error').then(([error]: unknown[]) => error);
  probe.listen(port, '127.0.0.1');
  const error: unknown = await Promise.race([failed, once(probe, 'listening').then(() => undefined)]);
  if (error === undefined) {
    await new Promise((resolve) => probe.close(resolve));
    return;
  }
  const code = error instanceof Error && 'code' in error ? error.code : error;
  const cause = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${JSON.stringify(code)})`;
  throw new Error(`port ${port} ${cause}: choose another one, as in make mock ${variable}=${port + 100}`);
}

async function endOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 0;
}
