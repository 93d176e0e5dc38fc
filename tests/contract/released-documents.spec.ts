import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { evaluateDocument } from '../../src/documents/compare/gate.ts';
import { evaluateOwn } from '../../src/documents/compare/own.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';

// Clients cache a document by its version, so two different documents must not have the same `info.version`.

type Json = Record<string, unknown>;

const root = join(import.meta.dirname, '../..');
const today = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);

for (const name of ['v1', 'v2']) {
  describe(`the served document ${name} and its release`, () => {
    const app = useApp();
    const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Json;
    const released = read(`openapi/released/${name}.json`);
    const { version } = released['info'] as { readonly version: string };

    it('is the document that `make contract` compares with the release', async () => {
      const served = await (await checkedFetch(`${app.url}/api/${name}/openapi.json`)).json();
      expect(served).to.deep.equal(read(`generated/${name}/openapi.json`));
    });

    it('has a version that its changes since the release allow', async () => {
      const verdict = (await evaluateOwn(today)).find((one) => one.name === name)!;
      expect(verdict).to.deep.include({ isPassed: true, faults: [] });
    });

    it('may be the release, under its version', () => {
      const same = { name, released, current: structuredClone(released), rule: 'release' } as const;
      expect(evaluateDocument(same, [], today)).to.deep.include({ isPassed: true, changes: [], least: version });
    });

    const components = Object.keys(released['components'] as Json).map((section) => ['components', section] as const);
    const places = [...Object.keys(released).map((member) => [member] as const), ...components];
    for (const place of places.filter((path) => path[0] !== 'openapi')) {
      it(`must not differ under the released version in ${place.join('.')}`, () => {
        const current = structuredClone(released);
        const changed = place.reduce<Json>((within, member) => within[member] as Json, current);
        if (Array.isArray(changed)) changed.push({ 'x-planted': true });
        else changed['x-planted'] = { description: 'planted' };
        const { isPassed, faults } = evaluateDocument({ name, released, current, rule: 'release' }, [], today);
        expect(isPassed).to.equal(false);
        const least = /info\.version is (?<is>\S+), but the changes since \S+ require at least (?<least>[\d.]+)$/;
        const { groups } = least.exec(faults.join('\n'))!;
        expect(groups!['is']).to.equal(version);
        expect(groups!['least']).not.to.equal(version);
      });
    }
  });
}
