import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Version } from '../support/contract/document.ts';

const root = join(import.meta.dirname, '../..');

interface Prism {
  /** `http://127.0.0.1:41234` */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The document that `make mock` mocks. */
export function bundleOf(version: Version): string {
  return join(root, 'generated', version, 'openapi.json');
}

/**
 * Mocks a document by the program that `make mock` runs, on a free port.
 * @param document a file, or an address where it is served
 */
export async function startPrism(document: string): Promise<Prism> {
  const program = join(root, 'node_modules/@stoplight/prism-cli/dist/index.js');
  const argv = [program, 'mock', '--host', '127.0.0.1', '--port', '0', document];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  const lines: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const found = /Prism is listening on (http:\S+)/.exec(line)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    void ended.then(() => {
      reject(new Error(`Prism ended:\n${lines.join('\n')}`));
    });
  });
  return {
    url,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

/** Prism for both documents, as long as a `describe` runs. */
export function usePrism(): Readonly<Record<Version, Prism>> {
  const started: Partial<Record<Version, Prism>> = {};
  before(async function () {
    this.timeout(60_000);
    await Promise.all(
      (['v1', 'v2'] as const).map(async (version) => {
        started[version] = await startPrism(bundleOf(version));
      }),
    );
  });
  after(async function () {
    this.timeout(10_000);
    await Promise.all(Object.values(started).map((prism) => prism.stop()));
  });
  return started as Record<Version, Prism>;
}
