import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { rawRequest } from '../support/raw-request.ts';

type Json = Record<string, unknown>;

/** Every shape of kind; those that are cut name several tags in one parameter and in two. */
const shapes = [
  '/api/v1/openapi.json',
  '/api/v2/openapi.json',
  '/api/v1/openapi.json?openapi=3.0',
  '/api/v2/openapi.json?openapi=3.0',
  '/api/v2/openapi.json?tags=tasks',
  '/api/v2/openapi.json?tags=tasks,labels&openapi=3.0',
  '/api/v1/openapi.json?tags=auth&tags=tasks&openapi=3.0',
  '/api/openapi.yaml?openapi=3.0&tags=projects',
  '/api/v1/openapi.json?audience=public',
  '/api/v2/openapi.json?audience=public',
  '/api/v2/openapi.yaml?audience=public&tags=contract,sessions&openapi=3.0',
  '/api/v2/openapi.json?chapters=false',
  '/api/v1/openapi.json?chapters=false&openapi=3.0',
];

/** Calls `visit` with every object of a document that is no example, and where it is. */
function walk(node: unknown, visit: (object: Json, key: string) => void, key = ''): void {
  if (Array.isArray(node)) for (const member of node) walk(member, visit, key);
  else if (typeof node === 'object' && node !== null) {
    visit(node as Json, key);
    for (const [name, member] of Object.entries(node)) {
      if (!['examples', 'example', 'default', 'enum', 'const'].includes(name)) walk(member, visit, name);
    }
  }
}

function count(document: unknown, is: (object: Json) => boolean): number {
  let found = 0;
  walk(document, (object, key) => {
    if (key !== 'properties' && is(object)) found += 1;
  });
  return found;
}

/** Names of the schemas that a node leads to, however far; what the records of a stream are counts for nothing. */
function schemasBelow(node: unknown, schemas: Json, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(node)) for (const member of node) schemasBelow(member, schemas, found);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, member] of Object.entries(node)) if (key !== 'contentSchema') schemasBelow(member, schemas, found);
  } else if (typeof node === 'string' && node.startsWith('#/components/schemas/')) {
    const name = node.slice('#/components/schemas/'.length);
    if (!found.has(name)) schemasBelow(schemas[name], schemas, found.add(name));
  }
  return found;
}

/** The document as far as 3.0 can say it: what the records of a stream are, it cannot. */
function withoutRecords(document: Json): Json {
  const components = document['components'] as Record<string, Json>;
  const schemas = components['schemas']!;
  const used = schemasBelow({ ...document, components: { ...components, schemas: {} } }, schemas);
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return { ...document, components: { ...components, schemas: kept } };
}

describe('the documents in every useful shape', () => {
  const app = useApp();
  const get = (path: string) => checkedFetch(`${app.url}${path}`);
  const read = async (path: string): Promise<Json> => {
    const text = await (await get(path)).text();
    return (path.includes('.yaml') ? parse(text) : JSON.parse(text)) as Json;
  };

  for (const [version, rules, isMeant] of [
    // `redocly lint` names the two paths that end with a slash, because SDKs of Sentry send to them.
    ['3.1', 'no-path-trailing-slash: off', (shape: string) => !shape.includes('openapi=3.0')],
    // Redocly's validator lets a reference beside `nullable` refuse null. tests/unit/documents/downgrade-null.spec.ts
    // tests that a value is valid in 3.0 exactly if it is in 3.1, whose examples are validated here.
    [
      '3.0',
      'no-path-trailing-slash: off, no-invalid-media-type-examples: off',
      (shape: string) => shape.includes('openapi=3.0'),
    ],
  ] as const) {
    it(`are clean under the rules of OpenAPI ${version}`, async function () {
      this.timeout(180_000);
      const folder = await mkdtemp(join(tmpdir(), 'architect-shapes-'));
      try {
        const files: string[] = [];
        for (const [index, shape] of shapes.filter(isMeant).entries()) {
          const file = join(folder, `${index}.json`);
          await writeFile(file, JSON.stringify(await read(shape)));
          files.push(file);
        }
        expect(files.length).to.be.greaterThan(3);
        const config = join(folder, 'redocly.yaml');
        await writeFile(config, `telemetry: 'off'\nextends: [recommended-strict]\nrules: { ${rules} }\n`);
        const cli = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
        const env = { ...process.env, REDOCLY_TELEMETRY: 'off' };
        const outcome = await promisify(execFile)(process.execPath, [cli, 'lint', ...files, '--config', config], {
          env,
        }).then(
          () => 'clean',
          (error: unknown) => (error as { readonly stdout: string }).stdout,
        );
        expect(outcome).to.equal('clean');
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }

  for (const path of shapes) {
    it(`${path} has a strong tag of its own, and revalidates`, async () => {
      // fetch would send Cache-Control: no-cache beside If-None-Match.
      const url = app.url + path;
      const { status, headers } = await rawRequest({ method: 'GET', url });
      const etag = headers.get('etag')!;
      expect(status).to.equal(200);
      expect(etag).to.match(/^"[\da-f]{16}"$/);
      const same = await rawRequest({ method: 'GET', url, headers: { 'if-none-match': etag } });
      expect([same.status, same.text]).to.deep.equal([304, '']);
      for (const [tags, expected] of [
        [etag, 200],
        [`"x", ${etag.replace(/"$/, '-br"')}`, 200],
        ['*', 200],
        ['"x"', 412],
        [`W/${etag}`, 412],
        ['junk', 412],
      ] as const) {
        const wanted = await rawRequest({ method: 'GET', url, headers: { 'if-match': tags } });
        expect(wanted.status, `If-Match: ${tags}`).to.equal(expected);
      }
      const others = await Promise.all(
        shapes.filter((shape) => shape !== path).map((shape) => rawRequest({ method: 'GET', url: app.url + shape })),
      );
      expect(others.map((other) => other.headers.get('etag'))).not.to.include(etag);
    });
  }

  for (const version of ['v1', 'v2']) {
    describe(`${version} as OpenAPI 3.0.3`, () => {
      let written: Json;
      let document: Json;
      let downgraded: Json;

      before(async () => {
        written = await read(`/api/${version}/openapi.json`);
        document = withoutRecords(written);
        downgraded = await read(`/api/${version}/openapi.json?openapi=3.0`);
      });

      it('says whatever may be null, is constant, or has an example', () => {
        const types = (object: Json) => [object['type']].flat();
        const isNullable = (object: Json) => types(object).includes('null');
        expect(downgraded['openapi']).to.equal('3.0.3');
        // Of several types, each becomes an alternative that may be null.
        let nullable = 0;
        walk(document, (object) => {
          if (isNullable(object)) nullable += Math.max(types(object).length - 1, 1);
        });
        expect(count(downgraded, (object) => object['nullable'] === true)).to.equal(nullable);
        expect(count(downgraded, (object) => Array.isArray(object['type']) || 'const' in object)).to.equal(0);
        const constants = count(document, (object) => 'const' in object);
        const enums = (one: Json) => count(one, (object) => Array.isArray(object['enum']));
        expect(enums(downgraded)).to.equal(enums(document) + constants);
        const examples = (one: Json) =>
          count(
            one,
            (object) =>
              Array.isArray(object['examples']) ||
              // A reference with a default becomes `allOf`.
              ('example' in object && ['type', 'schema', 'allOf'].some((member) => member in object)),
          );
        expect(examples(downgraded)).to.equal(examples(document));
      });

      it('keeps every path, operation, named example, security scope and webhook', () => {
        const named = (one: Json) => (one['components'] as Record<string, Json>)['examples'];
        expect(named(downgraded)).to.deep.equal(named(document));
        expect(Object.keys(downgraded['paths'] as Json)).to.deep.equal(Object.keys(document['paths'] as Json));
        expect(count(downgraded, ({ operationId }) => typeof operationId === 'string')).to.equal(
          count(document, ({ operationId }) => typeof operationId === 'string'),
        );
        expect(Object.keys(downgraded['x-webhooks'] ?? {})).to.deep.equal(Object.keys(document['webhooks'] ?? {}));
      });

      it('has lost nothing without saying so', () => {
        const lost = (downgraded['x-lost'] ?? []) as string[];
        const streams = count(written, (object) => 'contentSchema' in object);
        expect(lost.filter((line) => line.endsWith(': contentSchema'))).to.have.length(streams);
        const schemas = (one: Json) => Object.keys((one['components'] as Record<string, Json>)['schemas']!);
        expect(schemas(downgraded)).to.deep.equal(schemas(document));
        for (const line of lost) expect(line).to.match(/^#\/\S+: (description beside \$ref|[a-zA-Z ]+)$/);
        let siblings = 0;
        walk({ ...document, components: { ...(document['components'] as Json), schemas: {} } }, (object, key) => {
          if (typeof object['$ref'] === 'string' && key !== 'schema') siblings += Object.keys(object).length - 1;
        });
        expect(lost.filter((line) => line.endsWith('beside $ref'))).to.have.length(siblings);
      });
    });
  }

  describe('cut to some tags', () => {
    it('has their operations, and every reference leads somewhere', async () => {
      const document = await read('/api/v2/openapi.json?tags=tasks,labels');
      walk(document, (object) => {
        const reference = object['$ref'];
        if (typeof reference !== 'string') return;
        const [, , section, name] = reference.split('/') as [string, string, string, string];
        const components = document['components'] as Record<string, Json>;
        expect(components[section]?.[name], reference).to.be.an('object');
      });
      const tags = Object.values(document['paths'] as Record<string, Record<string, { tags?: string[] }>>).flatMap(
        (item) => Object.values(item).flatMap(({ tags: names = [] }) => names),
      );
      expect(new Set(tags)).to.deep.equal(new Set(['tasks', 'labels']));
      expect((document['tags'] as { name: string }[]).map(({ name }) => name)).to.deep.equal(['tasks', 'labels']);
    });

    it('does not depend on the order or repetition of tags', async () => {
      const [one, other] = await Promise.all([
        get('/api/openapi.json?tags=tasks,labels'),
        get('/api/openapi.json?tags=labels&tags=tasks&tags=labels'),
      ]);
      expect(one.headers.get('etag')).to.equal(other.headers.get('etag'));
    });
  });

  for (const version of ['v1', 'v2'] as const) {
    describe(`${version} for the public`, () => {
      const own = documentedOperations.filter((operation) => operation.version === version);
      const isForOperators = ({ written }: DocumentedOperation) => written['x-role'] === 'operator';
      const idsOf = (document: Json): string[] =>
        Object.values(document['paths'] as Record<string, Json>).flatMap((item) =>
          Object.values(item).flatMap((member) => (member as { operationId?: string }).operationId ?? []),
        );

      for (const format of ['json', 'yaml'])
        it(`has every operation but those of operators, as ${format}`, async () => {
          const document = await read(`/api/${version}/openapi.${format}?audience=public`);
          const expected = own.filter((operation) => !isForOperators(operation)).map(({ id }) => id);
          expect(expected).to.have.length.below(own.length);
          expect(idsOf(document)).to.have.members(expected);
        });

      it('has no tag and no component that only operators need', async () => {
        const document = await read(`/api/${version}/openapi.json?audience=public`);
        const tagsOf = (operations: readonly DocumentedOperation[]) =>
          new Set(operations.flatMap(({ written }) => written.tags));
        const gone = [...tagsOf(own)].filter((tag) => !tagsOf(own.filter((one) => !isForOperators(one))).has(tag));
        expect(gone).to.include.members(['users', 'sessions']);
        const names = (document['tags'] as { name: string }[]).map(({ name }) => name);
        expect(names.filter((name) => gone.includes(name))).to.deep.equal([]);
        const grouped = ((document['x-tagGroups'] ?? []) as { tags: string[] }[]).flatMap((group) => group.tags);
        expect(grouped.filter((name) => !names.includes(name))).to.deep.equal([]);
        const { schemas } = document['components'] as Record<string, Json>;
        const used = schemasBelow(
          { ...document, components: { ...(document['components'] as Json), schemas: {} } },
          schemas!,
        );
        const records = new Set(used);
        walk(document, (object) => schemasBelow(object['contentSchema'], schemas!, records));
        expect(Object.keys(schemas!).filter((name) => !records.has(name))).to.deep.equal([]);
      });

      it('is combined with tags', async () => {
        const document = await read(`/api/${version}/openapi.json?audience=public&tags=tasks`);
        const tasks = own.filter((one) => one.written.tags.includes('tasks') && !isForOperators(one));
        expect(idsOf(document)).to.have.members(tasks.map(({ id }) => id));
      });
    });
  }
});
