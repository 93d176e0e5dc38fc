import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { stringify } from 'yaml';
import { buildKustomization } from '../kustomize.ts';
import type { Resource } from '../resource.ts';
import { root, runTool, versionOf, type Check } from '../tool.ts';

const builtFolder = join(root, '.cache/deploy');

/** Schemas of custom resources, by kind. Kubernetes' own are those of kubernetes-validate. */
const customSchemas: Readonly<Record<string, string>> = { ServiceMonitor: 'service-monitor.schema.json' };

function checkCustomResource({ kind, metadata, ...resource }: Resource, schemaFile: string): void {
  const schema = JSON.parse(readFileSync(join(root, 'tests/deploy/schemas', schemaFile), 'utf8')) as object;
  const ajv = new Ajv({ allErrors: true, strict: true });
  if (!ajv.validate(schema, { kind, metadata, ...resource }))
    throw new Error(`${kind} ${metadata.name}: ${ajv.errorsText()}`);
}

/** The base and each overlay. */
export function kustomizations(): readonly string[] {
  return ['deploy/kubernetes', ...globSync('deploy/overlays/*/kustomization.yaml').map((file) => dirname(file))];
}

export const kubernetesChecks: readonly Check[] = kustomizations().map((folder) => ({
  title: 'kubernetes',
  run: async () => {
    const resources = buildKustomization(join(root, folder));
    const own = resources.filter(({ kind }) => !(kind in customSchemas));
    for (const resource of resources.filter((one) => !own.includes(one)))
      checkCustomResource(resource, customSchemas[resource.kind]!);
    mkdirSync(builtFolder, { recursive: true });
    const file = join(builtFolder, `${basename(folder)}.yaml`);
    writeFileSync(file, own.map((resource) => stringify(resource)).join('---\n'));
    const output = await runTool('kubernetes-validate', ['--strict', file]);
    const passed = output.split('\n').filter((line) => line.includes(' passed for resource ')).length;
    // It warns of a kind that it does not know, and ends with 0.
    if (passed !== own.length) throw new Error(`${passed} of ${own.length} resources have passed\n${output}`);
    return `${folder}: ${resources.length} resources fit their schemas (${await versionOf('kubernetes-validate')})`;
  },
}));
