import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createExampleWorld, type ExampleWorld } from '../../mock/example-world.ts';
import { successes } from '../../mock/corpus.ts';
import { successOf } from '../../mock/exchange.ts';
import { keyOf, requestFor } from '../../mock/success-request.ts';
import { createKey } from '../accounts.ts';
import type { TestApp } from '../app.ts';
import { documentedOperations, type DocumentedOperation } from '../contract/document.ts';
import { exampleIds } from '../example-ids.ts';
import { sampleRequest } from '../sample-request.ts';
import type { Gateway } from './gateway.ts';

/** A code sample that can be run: about what exists on the server, and with the environment that it reads. */
export interface SampleFile {
  /** A name for files and functions: `v2_createTask`. */
  readonly name: string;
  readonly operation: DocumentedOperation;
  readonly source: string;
  readonly env: Readonly<Record<string, string>>;
  /** The success of the operation. */
  readonly status: number;
}

interface CodeSample {
  readonly label: string;
  readonly source: string;
}

export const nameOfSample = ({ version, id }: DocumentedOperation): string => `${version}_${id}`;

export function sourceOf(operation: DocumentedOperation, label: string): string {
  const samples = (operation.written as { readonly 'x-codeSamples'?: readonly CodeSample[] })['x-codeSamples'];
  const sample = samples?.find((one) => one.label === label);
  if (sample === undefined) throw new Error(`${nameOfSample(operation)} has no sample for ${label}`);
  return sample.source;
}

type Replacement = readonly [shown: string, real: string];

/** The texts of a body that differ between two requests, by their place. */
function differences(shown: unknown, real: unknown): Replacement[] {
  if (typeof shown === 'string' && typeof real === 'string') return shown === real ? [] : [[shown, real]];
  if (typeof shown !== 'object' || shown === null) return [];
  return Object.entries(shown).flatMap(([name, value]) =>
    differences(value, (real as Readonly<Record<string, unknown>> | null)?.[name]),
  );
}

/** Replaces what the examples name, which are ids, addresses and secrets, by what exists in the world. */
async function replacementsFor(
  app: TestApp,
  operation: DocumentedOperation,
  world: ExampleWorld,
): Promise<Replacement[]> {
  const { about = {} } = successes[keyOf(operation)]!;
  const shown = sampleRequest(operation, exampleIds).body;
  const real = (await requestFor(app, operation, { world, about })).body;
  const ids = Object.entries(world.ids).flatMap(([name, id]): Replacement[] => {
    const example = exampleIds[name];
    if (example === undefined) return [];
    // Numbers also occur elsewhere.
    return name === 'project_number' ? [[`/api/${example}/`, `/api/${id}/`]] : [[example, id]];
  });
  const isJson = typeof Object.values(operation.bodies)[0] !== 'string';
  const texts = isJson ? differences(JSON.parse(shown ?? 'null'), JSON.parse(real ?? 'null')) : [];
  return [...texts, ...ids];
}

/** Their requests contain the code of an authenticator, which may be refused after half a minute. */
const withCode = ['v2_confirmTotp', 'v2_completeMfaLogIn'];

/**
 * Prepares the sample of every operation, each in an organization of its own, where it can succeed.
 * @returns the samples in the order in which they must run: those with a code are prepared last and run first, so that
 *   their codes are still valid
 */
export async function prepareSamples(app: TestApp, gateway: Gateway, label: string): Promise<SampleFile[]> {
  const withoutCode: SampleFile[] = [];
  const urgent: SampleFile[] = [];
  const needsCode = (operation: DocumentedOperation): boolean => withCode.includes(nameOfSample(operation));
  const inOrder = [...documentedOperations.filter((one) => !needsCode(one)), ...documentedOperations.filter(needsCode)];
  for (const operation of inOrder) {
    const name = nameOfSample(operation);
    const world = await createExampleWorld(app, successes[keyOf(operation)]!.world);
    const { user_id, organization_id } = world.ids as Readonly<Record<'user_id' | 'organization_id', string>>;
    // The key of the examples has few scopes.
    const key = await createKey(app, { user_id, organization_id });
    const replacements = await replacementsFor(app, operation, world);
    const source = replacements.reduce(
      (text, [shown, real]) => text.replaceAll(shown, real),
      sourceOf(operation, label),
    );
    (needsCode(operation) ? urgent : withoutCode).push({
      ...{ name, operation, source, status: successOf(operation).status },
      env: {
        ARCHITECT_URL: gateway.urlFor(`${label}-${name}`),
        ARCHITECT_KEY: key.token,
        ARCHITECT_SESSION: world.session.token,
      },
    });
  }
  return [...urgent, ...withoutCode];
}

/** Writes the sample of every operation as the document has it, and returns the names of the files. */
export async function writeSamples(label: string, folder: string, ending: string): Promise<string[]> {
  return await Promise.all(
    documentedOperations.map(async (operation) => {
      const file = `${nameOfSample(operation)}.${ending}`;
      await writeFile(join(folder, file), sourceOf(operation, label));
      return file;
    }),
  );
}
