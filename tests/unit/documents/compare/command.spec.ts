import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse, stringify } from 'yaml';
import { bundles } from './bundle.ts';
import { changed, Checkout, root } from './checkout.ts';
import { at, draftOf, setAt, removeAt, type Draft } from './edit.ts';

describe('the command behind make contract', function () {
  this.timeout(60_000);
  const checkout = new Checkout();
  const { write, run } = checkout;
  beforeEach(() => checkout.open());
  afterEach(() => checkout.close());

  it('records the first release, and a later one only with a sufficient version', async () => {
    expect((await run('--release')).output).to.match(/released v1 \S+, v2 \S+/);
    expect((await run()).code).to.equal(0);

    const more = changed('v2', (draft) =>
      setAt(draft, '/components/schemas/Task/properties/planted', { type: 'string' }),
    );
    await write('generated/v2/openapi.json', more);
    for (const args of [[], ['--release']]) {
      const refused = await run(...args);
      expect(refused.code).to.equal(1);
      expect(refused.output).to.match(/info\.version is \S+, but the changes since \S+ require at least \d+\.\d+\.0/);
    }

    setAt(more, '/info/version', '2.99.0');
    await write('generated/v2/openapi.json', more);
    expect((await run()).code, 'an addition with a new version').to.equal(0);
    expect((await run('--release')).code).to.equal(0);
    const kept = JSON.parse(await readFile(join(checkout.tree, 'openapi/released/v2.json'), 'utf8')) as Draft;
    expect(kept).to.deep.equal(more);
    const releases = JSON.parse(
      await readFile(join(checkout.tree, 'openapi/released/releases.json'), 'utf8'),
    ) as Draft[];
    const first = (['v1', 'v2'] as const).map(
      (name) => `${name} ${String(at(draftOf(bundles[name]), '/info')['version'])}`,
    );
    // v1 has not changed since the first release.
    expect(releases.map(({ document, version }) => `${String(document)} ${String(version)}`)).to.deep.equal([
      'v2 2.99.0',
      ...first,
    ]);
    for (const release of releases) expect(release['released_on']).to.match(/^\d{4}-\d\d-\d\d$/);
    expect((releases[0]!['added'] as Draft[]).map(({ where }) => where)).to.include('Task.planted');
  });

  it('fails on a breaking change without a waiver, and on a waiver without a breaking change', async () => {
    await run('--release');
    await write(
      'generated/v1/openapi.json',
      changed('v1', (draft) => {
        removeAt(draft, '/servers/0');
        setAt(draft, '/info/version', '1.99.0');
      }),
    );
    const { code, output } = await run();
    expect(code).to.equal(1);
    expect(output).to.match(/^v1 FAILED: 1 breaking.*\nv2 passed: /);
    expect(output).to.include('server-removed').and.include('#/servers/0');
    expect((await run('--release')).code, 'a release with a breaking change').to.equal(1);

    const waiver = {
      document: 'v1',
      kind: 'server-removed',
      pointer: '#/servers/0',
      reason: 'unused',
      until: '2999-01-01',
    };
    await writeFile(join(checkout.tree, 'openapi/released/excused.yaml'), stringify([waiver]));
    expect((await run()).code).to.equal(0);
    await write('generated/v1/openapi.json', bundles.v1);
    expect((await run()).output).to.include('matches no breaking change');
  });

  it('compares two documents of a consumer, from files or URLs', async () => {
    const served = createServer((_request, response) => response.end(JSON.stringify(bundles.v2)));
    served.listen(0, '127.0.0.1');
    await once(served, 'listening');
    const url = `http://127.0.0.1:${(served.address() as AddressInfo).port}/openapi.json`;
    try {
      await write('built-with.json', bundles.v2);
      expect(await run('built-with.json', url)).to.include({ code: 0 });
      const more = changed('v2', (draft) =>
        setAt(draft, '/components/schemas/Task/properties/planted', { type: 'string' }),
      );
      await write('built-with.json', more);
      const { code, output } = await run('built-with.json', url);
      expect(code).to.equal(1);
      expect(output).to.include('#/components/schemas/Task/properties/planted');
      expect(await run('built-with.json', `${url}.yaml?openapi=3.0`), 'JSON is YAML').to.include({ code: 1 });
    } finally {
      served.closeAllConnections();
      served.close();
    }
  });

  it('considers the operations that a client uses', async () => {
    await write('built-with.json', bundles.v2);
    const less = changed('v2', (draft) => removeAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/delete'));
    await write('served.json', less);
    expect((await run('built-with.json', 'served.json')).code).to.equal(1);
    expect((await run('--operations', 'listTasks, getTask', 'built-with.json', 'served.json')).code).to.equal(0);
    expect((await run('--operations', 'deleteLabel', 'built-with.json', 'served.json')).code).to.equal(1);
    const unknown = await run('--operations', 'listTaks', 'built-with.json', 'served.json');
    expect(unknown).to.include({ code: 2 });
    expect(unknown.output).to.include('no operation listTaks');
  });

  it('compares with another commit', async () => {
    const git = (...args: string[]) => checkout.end('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.test', ...args]);
    await git('init', '--quiet');
    await git('add', 'generated');
    await git('commit', '--quiet', '--message', 'before');
    const less = changed('v2', (draft) => removeAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/delete'));
    await write('generated/v2/openapi.json', less);
    const { code, output } = await run('--since', 'HEAD');
    expect(code).to.equal(1);
    expect(output).to.include('v1 passed: 0 breaking').and.include('v2 FAILED: 1 breaking');
    expect((await run('--since', 'nowhere')).output).to.include('git has no generated/v');
  });

  it('says what is wrong with its arguments', async () => {
    await write('no-document.json', { hello: 'world' });
    await write('old.json', { swagger: '2.0' });
    await write('swagger.json', { swagger: '2.0', openapi: '2.0' });
    await writeFile(join(checkout.tree, 'page.json'), '<html>');
    for (const [args, message] of [
      [['no-document.json', 'no-document.json'], 'no-document.json is not an OpenAPI document'],
      [['swagger.json', 'swagger.json'], 'swagger.json is OpenAPI 2.0; only 3.x can be compared'],
      [['old.json', 'old.json'], 'old.json is a Swagger document; only OpenAPI 3.x can be compared'],
      [['--operations', 'listTasks'], '--excused, --operations and --used-in need two documents'],
      [['--usage', 'http://127.0.0.1:1'], '--usage needs --key, or the variable ARCHITECT_API_KEY'],
      [['page.json', 'page.json'], 'page.json is not JSON'],
      [['absent.json', 'absent.json'], 'cannot read absent.json: there is no such file'],
      [['http://127.0.0.1:1/openapi.json', 'absent.json'], 'cannot fetch http://127.0.0.1:1/openapi.json: '],
      [['http://nowhere.invalid/', 'absent.json'], 'ENOTFOUND'],
      [['one.json'], 'expected two documents, got 1'],
      [['--unknown'], "Unknown option '--unknown'"],
    ] as const) {
      const { code, output } = await run(...args);
      expect({ args, code, output }).to.deep.include({ args, code: 2 });
      expect(output)
        .to.include(message)
        .and.not.match(/fetch failed|^ +at /m);
    }
    const help = await run('--help');
    expect(help).to.include({ code: 0 });
    expect(help.output).to.include('--used-in').and.include('Exit codes');
  });
});

describe('openapi/released', () => {
  const folder = join(root, 'openapi/released');

  it('contains two documents and a list of waivers', async () => {
    for (const version of ['v1', 'v2']) {
      const document = JSON.parse(await readFile(join(folder, `${version}.json`), 'utf8')) as Draft;
      expect(document['openapi']).to.match(/^3\.1/);
    }
    expect(parse(await readFile(join(folder, 'excused.yaml'), 'utf8'))).to.be.an('array');
  });
});
