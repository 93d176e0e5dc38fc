import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { freePort } from '../server-process.ts';
import { programPath } from './programs.ts';

const caddyfile = join(import.meta.dirname, '../../../deploy/proxy/Caddyfile');

interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the reverse proxy of deploy/ in front of servers on loopback. The ports of its own pages are replaced. */
export async function startProxy(ports: readonly number[]): Promise<Proxy> {
  const directory = await mkdtemp(join(tmpdir(), 'architect-proxy-'));
  const file = join(directory, 'Caddyfile');
  let text = await readFile(caddyfile, 'utf8');
  for (const [port] of text.matchAll(/(?<=http:\/\/:)\d+/g)) {
    text = text.replace(`http://:${port}`, `http://:${await freePort()}`);
  }
  await writeFile(file, text);
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(programPath('caddy'), ['run', '--config', file, '--adapter', 'caddyfile'], {
    env: {
      ...process.env,
      HOME: directory,
      XDG_DATA_HOME: directory,
      XDG_CONFIG_HOME: directory,
      PUBLIC_URL: url,
      SERVERS: ports.map((port) => `127.0.0.1:${port}`).join(' '),
      GRAFANA: '127.0.0.1:9',
    },
    stdio: 'ignore',
  });
  await eventually(() => fetch(`${url}/health/liveness`), 20_000);
  return {
    url,
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await rm(directory, { recursive: true, force: true });
    },
  };
}
