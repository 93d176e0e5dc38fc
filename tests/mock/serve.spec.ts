import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { freePort } from '../support/server-process.ts';

function start(env: Record<string, string>): ChildProcess {
  const file = join(import.meta.dirname, 'serve.ts');
  return spawn(process.execPath, [file], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; text: string }> {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, text };
}

describe('make mock', function () {
  this.timeout(60_000);

  it('mocks both documents on the ports that it is given, with the headers of the examples', async () => {
    const [v1, v2] = [await freePort(), await freePort()];
    const child = start({ V1_PORT: String(v1), V2_PORT: String(v2) });
    try {
      const listening = new Set<number>();
      for await (const line of createInterface({ input: child.stdout! })) {
        const port = Number(/Prism is listening on http:\S+:(\d+)/.exec(line)?.[1] ?? 0);
        if (port > 0) listening.add(port);
        if (listening.size === 2) break;
      }
      expect([...listening]).to.have.members([v1, v2]);
      const headers = { authorization: 'Bearer token', 'content-type': 'application/json', accept: 'application/json' };
      const path = 'projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/tasks';
      const response = await fetch(`http://127.0.0.1:${v2}/api/v2/${path}`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': 'key-1' },
        body: JSON.stringify({ title: 'Session ends after one minute' }),
      });
      const task = (await response.json()) as { id: string; version: number };
      expect(response.status).to.equal(201);
      expect(response.headers.get('api-version')).to.equal('v2');
      expect(response.headers.get('location')).to.equal(`/api/v2/tasks/${task.id}`);
      expect(response.headers.get('etag')).to.equal(`"${task.version}"`);
      const old = await fetch(`http://127.0.0.1:${v1}/api/v1/tasks`, { headers });
      expect(old.headers.get('api-version')).to.equal('v1');
    } finally {
      child.kill();
      await once(child, 'close');
    }
  });

  it('says which port is taken, and fails', async () => {
    const taken = createServer();
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    const { port } = taken.address() as AddressInfo;
    try {
      const free = await freePort();
      const { code, text } = await ended(start({ V1_PORT: String(free), V2_PORT: String(port) }));
      expect({ code, text }).to.deep.equal({
        code: 1,
        text: `port ${port} is taken: choose another one, as in make mock V2_PORT=${port + 100}\n`,
      });
    } finally {
      taken.close();
    }
  });

  it('refuses the same port for both, which one has by default', async () => {
    const { code, text } = await ended(start({ V1_PORT: '4011', V2_PORT: '' }));
    const message = 'both mocks would use port 4011: choose another one for V1_PORT or V2_PORT\n';
    expect({ code, text }).to.deep.equal({ code: 1, text: message });
  });

  it('refuses what is no port', async () => {
    const { code, text } = await ended(start({ V1_PORT: 'http' }));
    expect({ code, text }).to.deep.equal({ code: 2, text: 'V1_PORT=http is no port\n' });
  });
});
