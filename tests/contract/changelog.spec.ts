import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { documentedOperations, documents } from '../support/contract/document.ts';

interface Note {
  readonly affected: readonly { readonly name: string; readonly operation: { readonly path: string } | null }[];
}
interface Release {
  readonly document: 'v1' | 'v2';
  readonly version: string;
  readonly released_on: string | null;
  readonly added: readonly Note[];
  readonly changed: readonly Note[];
}
interface Released {
  readonly info: { readonly version: string };
  readonly paths: Record<string, Record<string, unknown>>;
}

describe('the changelog of the served contract', () => {
  const app = useApp();
  let releases: readonly Release[];
  before(async () => {
    const response = await checkedFetch(`${app.url}/api/changelog`, { headers: { accept: 'application/json' } });
    ({ data: releases } = (await response.json()) as { data: Release[] });
  });

  for (const name of ['v1', 'v2'] as const) {
    const released = JSON.parse(
      readFileSync(join(import.meta.dirname, `../../openapi/released/${name}.json`), 'utf8'),
    ) as Released;
    const idsOf = (paths: Released['paths']): string[] =>
      Object.values(paths).flatMap((item) =>
        Object.values(item).flatMap((member) => (member as { operationId?: string }).operationId ?? []),
      );

    it(`begins with the version of ${name} that is served, and has the released one with its day`, () => {
      const own = releases.filter(({ document }) => document === name);
      const { version } = (documents[name] as unknown as Released).info;
      expect(own[0]!.version).to.equal(version);
      expect(own.find((one) => one.version === released.info.version)?.released_on).to.match(/^\d{4}-\d\d-\d\d$/);
    });

    it(`tells of every operation of ${name} when it was added`, () => {
      const added = releases
        .filter(({ document }) => document === name)
        .flatMap((release) => release.added.flatMap(({ affected }) => affected))
        .filter(({ operation }) => operation !== null);
      const served = documentedOperations.filter(({ version }) => version === name);
      expect(added.map((one) => one.name)).to.include.members(served.map(({ id }) => id));
      const [current] = releases.filter(({ document }) => document === name);
      const known = new Set(idsOf(released.paths));
      const fresh = served.map(({ id }) => id).filter((id) => !known.has(id));
      const toldNow = current!.added.flatMap(({ affected }) => affected.map((one) => one.name));
      expect(toldNow).to.include.members(fresh);
    });
  }

  it('names operations as the documents have them', () => {
    const paths = new Map(documentedOperations.map(({ version, id, path }) => [`${version} ${id}`, path]));
    for (const { document, added, changed } of releases) {
      for (const { name, operation } of [...added, ...changed].flatMap(({ affected }) => affected))
        if (operation !== null) expect(operation.path).to.equal(paths.get(`${document} ${name}`));
    }
  });
});
