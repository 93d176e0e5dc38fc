import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { useApp } from '../app.ts';
import { documentedOperations } from '../contract/document.ts';
import { openGateway, type Gateway } from './gateway.ts';
import { runners } from './languages.ts';
import { nameOfSample, prepareSamples, type SampleFile } from './sample-files.ts';

/** Runs the code sample of every operation in one language, and expects the success of the operation. */
export function holdSamples(label: string): void {
  describe(`code samples: ${label}`, function () {
    this.timeout(300_000);
    const app = useApp({});
    let gateway: Gateway | undefined;
    let samples: ReadonlyMap<string, SampleFile>;
    let failures: ReadonlyMap<string, string>;

    before(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'architect-samples-'));
      gateway = await openGateway(app);
      const prepared = await prepareSamples(app, gateway, label);
      samples = new Map(prepared.map((sample) => [sample.name, sample]));
      failures = await runners[label]!(prepared, folder);
      await rm(folder, { recursive: true });
    });
    after(() => {
      gateway?.close();
    });

    for (const operation of documentedOperations) {
      const name = nameOfSample(operation);
      it(name.replace('_', ' '), () => {
        expect(failures.get(name)).to.equal(undefined);
        const { status } = samples.get(name)!;
        const seen = gateway!.statusesOf(`${label}-${name}`);
        // A list is read page by page.
        expect(seen[0]).to.equal(status);
        expect(new Set(seen)).to.deep.equal(new Set([status]));
      });
    }
  });
}
