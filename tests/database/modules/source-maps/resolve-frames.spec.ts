import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { dirname, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import type { SourceMapDocument, SourceMap } from '../../../../generated/v2/types.ts';
import { fingerprintOf } from '../../../../src/modules/errors/grouping/fingerprint.policy.ts';
import type { Failure } from '../../../../src/modules/errors/grouping/failure.types.ts';
import { parseStackTrace } from '../../../../src/modules/errors/grouping/stack-trace.policy.ts';
import { resolveFrames, type StackFrame } from '../../../../src/modules/source-maps/index.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import { useBrowser } from '../../../support/browser.ts';
import { bodyOf, createSourceMap } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';

const sources = {
  'src/prices.js': `export function priceOf(article) {
  return article.price.amount;
}
`,
  'src/basket.js': `import { priceOf } from './prices.js';

export async function addToBasket(article) {
  await null;
  return priceOf(article);
}
`,
  'src/main.js': `import { addToBasket } from './basket.js';

async function fillBasket() {
  await addToBasket({});
}

async function openShop() {
  await fillBasket();
}

openShop().catch((error) => {
  globalThis.reported = error.stack;
  globalThis.process?.stdout.write(error.stack);
});
`,
};

describe('frames of minified programs', function () {
  this.timeout(120_000);
  const scene = useScene();
  const browser = useBrowser();
  let folder: string;
  let server: Server;
  let database: Database;

  before(async () => {
    database = await openDatabase({ url: scene.app.databaseUrl });
    folder = await mkdtemp(join(tmpdir(), 'minified-'));
    for (const [name, text] of Object.entries(sources)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    server = createServer((request, response) => {
      const isScript = request.url?.endsWith('.js') === true;
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      const file = join(folder, request.url ?? '');
      if (!isScript) response.end('<!doctype html><title>Shop</title>');
      else void readFile(file).then((text) => response.end(text));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    await database.close();
    server.close();
    await rm(folder, { recursive: true });
  });

  /** Bundles the program, uploads its map, and returns what the frames are resolved for. */
  async function bundle(release: string, options: BuildOptions) {
    const file = `assets-${release}/app.js`;
    const outfile = join(folder, file);
    const common = { bundle: true, sourcemap: 'external', format: 'iife', absWorkingDir: folder } as const;
    await build({ ...common, ...options, entryPoints: ['src/main.js'], outfile });
    const map = JSON.parse(await readFile(`${outfile}.map`, 'utf8')) as SourceMapDocument;
    await createSourceMap(scene.owner, scene.project, { release, file, map });
    return { release, file };
  }

  async function failInNode({ file }: { readonly file: string }): Promise<Failure> {
    const { stdout: text } = await promisify(execFile)(process.execPath, [join(folder, file)]);
    return parseStackTrace(text)!;
  }

  async function failInBrowser({ file }: { readonly file: string }): Promise<Failure> {
    const page = await browser.newPage();
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await page.goto(`${address}/`);
    await page.addScriptTag({ url: `${address}/${file}` });
    await page.waitForFunction('globalThis.reported !== undefined');
    const text = await page.evaluate<string>('globalThis.reported');
    await page.close();
    return parseStackTrace(text)!;
  }

  async function resolve(failure: Failure, release: string): Promise<Failure> {
    const { organization_id, id: project_id } = scene.project;
    const now = scene.app.clock.now();
    const frames = await resolveFrames(database.db, { organization_id, project_id, release, now }, failure.frames);
    return { ...failure, frames };
  }

  const placesOf = (frames: readonly StackFrame[]) =>
    frames.filter(({ in_app }) => in_app).map((frame) => [frame.function, frame.file, frame.line]);
  const originalPlaces = [
    ['priceOf', 'src/prices.js', 2],
    ['addToBasket', 'src/basket.js', 5],
    ['fillBasket', 'src/main.js', 4],
    // Nobody called the outermost function by its name.
    [null, 'src/main.js', 8],
  ];
  const readablePlaces = originalPlaces.with(-1, ['openShop', 'src/main.js', 8]);

  for (const [where, fail] of [
    ['Node', failInNode],
    ['Chromium', failInBrowser],
  ] as const) {
    it(`have their original names, files and lines in ${where}, and the fingerprint of the readable build`, async () => {
      const minified = await bundle(`min-${where}`, { minify: true });
      const readable = await bundle(`plain-${where}`, { minify: false });
      const failure = await fail(minified);
      expect(placesOf(failure.frames)).not.to.deep.equal(originalPlaces);
      const resolved = await resolve(failure, minified.release);
      expect(placesOf(resolved.frames)).to.deep.equal(originalPlaces);
      const resolvedReadable = await resolve(await fail(readable), readable.release);
      expect(placesOf(resolvedReadable.frames)).to.deep.equal(readablePlaces);
      expect(fingerprintOf(resolved)).to.equal(fingerprintOf(resolvedReadable));
      expect(fingerprintOf(resolved)).not.to.equal(fingerprintOf(failure));
    });
  }

  it('have the fingerprint of a program that was not bundled', async () => {
    const minified = await bundle('min-sources', { minify: true });
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const unbundled = await failInNode({ file: 'src/main.js' });
    const resolved = await resolve(await failInNode(minified), minified.release);
    expect(fingerprintOf(resolved)).to.equal(fingerprintOf(unbundled));
  });

  it('make the title of the error that is reported', async () => {
    const { release, file } = await bundle('reported', { minify: true });
    const { stdout: stack_trace } = await promisify(execFile)(process.execPath, [join(folder, file)]);
    const reports = [{ release, stack_trace, platform: 'node' }];
    const body = { project_id: scene.project.id, reports };
    const { results } = bodyOf(await scene.member.v2.POST('/api/v2/errors', { body }));
    const params = { path: { error_id: results[0]!.error_id } };
    const error = bodyOf(await scene.viewer.v2.GET('/api/v2/errors/{error_id}', { params }));
    expect(error.culprit).to.equal('priceOf (prices.js)');
  });

  it('stay as they are for another release, another project, and without a release', async () => {
    const { organization_id, id: project_id } = scene.project;
    const { file, release } = await bundle('other', { minify: true });
    const { frames } = await failInNode({ file });
    const now = scene.app.clock.now();
    for (const other of [{ release: 'none' }, { release: null }, { project_id: organization_id }]) {
      const place = { organization_id, project_id, release, now, ...other };
      expect(await resolveFrames(database.db, place, frames)).to.deep.equal(frames);
    }
  });

  it('stay as they are if the stored map cannot be read', async () => {
    const { file, release } = await bundle('broken', { minify: true });
    await scene.app.query('UPDATE source_maps SET map = $2 WHERE release = $1', [release, Buffer.from('no map')]);
    const failure = await failInNode({ file });
    expect(await resolve(failure, release)).to.deep.equal(failure);
    // The second look-up is answered from the cache.
    expect(await resolve(failure, release)).to.deep.equal(failure);
  });

  it('keep their map from being deleted for 90 days', async () => {
    const { file, release } = await bundle('used', { minify: true });
    const failure = await failInNode({ file });
    const usedAt = async (): Promise<unknown> =>
      (
        await scene.app.query<Pick<SourceMap, 'id'> & { used_at: string }>(
          'SELECT used_at FROM source_maps WHERE release = $1',
          [release],
        )
      )[0]?.used_at;
    await scene.app.query("UPDATE source_maps SET used_at = used_at - interval '3 days' WHERE release = $1", [release]);
    const before = await usedAt();
    await resolve(failure, release);
    expect(await usedAt()).not.to.equal(before);
  });
});
