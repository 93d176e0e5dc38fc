import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { changelogFile } from '../../../../src/documents/generate/changelog-file.ts';
import type { Document } from '../../../../src/documents/generate/document.ts';

const documentOf = (version: string, ...ids: readonly string[]) => {
  const operations = ids.map((id) => [
    `/${id}`,
    { get: { operationId: id, responses: { 200: { description: 'd' } } } },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'T', version },
    paths: Object.fromEntries(operations) as object,
  } as unknown as Document;
};

interface Entry {
  readonly document: string;
  readonly version: string;
  readonly released_on: string | null;
  readonly added: readonly { readonly operations: readonly string[] }[];
}

describe('changelog.json', () => {
  let source: string;
  beforeEach(async () => {
    source = await mkdtemp(join(tmpdir(), 'architect-changelog-'));
    await mkdir(join(source, 'released'));
  });
  afterEach(() => rm(source, { recursive: true }));

  const write = (name: string, value: unknown) => writeFile(join(source, 'released', name), JSON.stringify(value));
  const read = async (documents: Parameters<typeof changelogFile>[1]): Promise<[string, string | null, string[]][]> =>
    (JSON.parse(await changelogFile(source, documents)) as Entry[]).map(({ document, version, released_on, added }) => [
      `${document} ${version}`,
      released_on,
      added.flatMap(({ operations }) => operations),
    ]);
  const v1 = documentOf('1.0.0', 'old');
  const v2 = documentOf('2.1.0', 'first', 'second');
  const record = (document: string, version: string) => ({
    ...{ document, version, released_on: '2026-11-23' },
    ...{ added: [], changed: [], deprecated: [], removed: [] },
  });

  it('begins with the documents as they are, if nothing was released', async () => {
    expect(await read({ v1, v2 })).to.deep.equal([
      ['v2 2.1.0', null, ['first', 'second']],
      ['v1 1.0.0', null, ['old']],
    ]);
  });

  it('has what a new version changes before the recorded releases', async () => {
    await write('releases.json', [record('v2', '2.0.0'), record('v1', '1.0.0')]);
    await write('v2.json', documentOf('2.0.0', 'first'));
    await write('v1.json', v1);
    expect(await read({ v1, v2 })).to.deep.equal([
      ['v2 2.1.0', null, ['second']],
      ['v2 2.0.0', '2026-11-23', []],
      ['v1 1.0.0', '2026-11-23', []],
    ]);
  });

  it('is the record once every version is released', async () => {
    const releases = [record('v2', '2.1.0'), record('v1', '1.0.0')];
    await write('releases.json', releases);
    expect(JSON.parse(await changelogFile(source, { v1, v2 }))).to.deep.equal(releases);
  });
});
