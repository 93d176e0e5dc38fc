import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { joinChapters } from '../chapters.ts';
import { asJson, isJson } from '../reader/json.ts';
import { isRef, type Ref } from '../reader/reference.ts';
import type { Document, ResponseObject } from './document.ts';
import { withExampleNames } from './example-names.ts';
import { withHeaderExamples } from './header-examples.ts';
import { withOperationNotes } from './operation-notes.ts';
import { withWebhooks } from './webhooks.ts';

type StandardHeaders = Readonly<Record<string, { readonly name: string; readonly header: unknown }>>;

/**
 * Bundles `v1.yaml` and `v2.yaml` of the folder with Redocly CLI. Schemas get the names of their files. Two files of
 * the same name are an error. The headers that every response has are added here, so that authors need not repeat them,
 * the chapters that `info.x-chapters` lists are added to the description, and what extensions say to the descriptions of
 * operations.
 * @throws Error with the output of Redocly, or with the name of a chapter that cannot be used
 */
export async function bundleDocuments(source: string): Promise<{ v1: Document; v2: Document }> {
  const output = await mkdtemp(join(tmpdir(), 'architect-bundle-'));
  try {
    await runRedocly(['bundle', join(source, 'v1.yaml'), join(source, 'v2.yaml'), '-o', output, '--ext', 'json']);
    const headers: unknown = parse(await readFile(join(source, 'shared/headers.yaml'), 'utf8'));
    const read = async (name: string) => {
      const standard = { ...standardHeaders(headers, 'standard'), ...standardHeaders(headers, `standard_${name}`) };
      const bundle = withExampleNames(JSON.parse(await readFile(join(output, `${name}.json`), 'utf8')) as Document);
      const complete = withHeaderExamples(finish(withWebhooks(bundle), standard, name));
      return withChapters(withOperationNotes(complete), source);
    };
    return { v1: await read('v1'), v2: await read('v2') };
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

async function runRedocly(args: readonly string[]): Promise<void> {
  // The Redocly plugin declares the extensions that authors may use.
  const config = join(import.meta.dirname, '../../../redocly.yaml');
  const strict = ['--component-renaming-conflicts-severity=error'];
  const cli = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
  try {
    await promisify(execFile)(process.execPath, [cli, ...args, '--config', config, ...strict], {
      env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
    });
  } catch (error) {
    const output = isJson(error) ? `${String(error['stdout'])}${String(error['stderr'])}` : String(error);
    throw new Error(`redocly bundle failed:\n${output}`, { cause: error });
  }
}

/** Puts the chapters of `info.x-chapters` below the description, in the order of the list. */
async function withChapters(document: Document, source: string): Promise<Document> {
  const { 'x-chapters': files, ...info } = document.info;
  if (files === undefined) return document;
  const chapters = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(source, file), 'utf8');
      if (!/^# \S/.test(text)) throw new Error(`${file}: a chapter must begin with a heading, such as "# Errors"`);
      return text;
    }),
  );
  return { ...document, info: { ...info, description: joinChapters(info.description ?? '', chapters) } };
}

/** `standard: { X-Request-Id: { $ref: '#/RequestId' } }` -> header name, component name and the header object. */
function standardHeaders(file: unknown, list: string): StandardHeaders {
  if (!isJson(file)) return {};
  const entries = Object.entries(isJson(file[list]) ? file[list] : {});
  return Object.fromEntries(
    entries.map(([header, reference]) => {
      const name = isRef(reference) ? reference.$ref.slice('#/'.length) : '';
      if (file[name] === undefined)
        throw new Error(`shared/headers.yaml: the $ref of ${list}.${header} has no target in the file`);
      return [header, { name, header: file[name] }];
    }),
  );
}

function finish(document: Document, standard: StandardHeaders, version: string): Document {
  const added = Object.fromEntries(
    Object.entries(standard).map(([header, { name }]) => [header, { $ref: `#/components/headers/${name}` }]),
  );
  const withStandard = (response: ResponseObject | Ref) =>
    isRef(response) ? response : { ...response, headers: { ...added, ...response.headers } };
  const mapValues = <In, Out>(values: Readonly<Record<string, In>>, change: (value: In) => Out) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));

  const paths = mapValues(document.paths, (item) =>
    mapValues(item as Readonly<Record<string, unknown>>, (member) =>
      isJson(member) && isJson(member['responses'])
        ? { ...member, responses: mapValues(member['responses'] as Record<string, ResponseObject | Ref>, withStandard) }
        : member,
    ),
  );
  const components: Record<string, Readonly<Record<string, unknown>>> = { ...document.components };
  components['responses'] = mapValues(components['responses'] ?? {}, (response) =>
    withStandard(response as ResponseObject | Ref),
  );
  components['headers'] = {
    ...components['headers'],
    ...Object.fromEntries(
      Object.entries(standard).map(([header, one]) => [
        one.name,
        header === 'API-Version'
          ? { ...asJson(one.header), schema: { type: 'string', const: version }, example: version }
          : one.header,
      ]),
    ),
  };
  return { ...document, paths, components: sortedSections(components) };
}

/** Sorts components by name, so that a new component does not move others. */
function sortedSections(components: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  return Object.fromEntries(
    Object.entries(components)
      .filter(([, section]) => Object.keys(section).length > 0)
      .map(([name, section]) => [
        name,
        Object.fromEntries(Object.entries(section).sort(([left], [right]) => (left < right ? -1 : 1))),
      ]),
  );
}
