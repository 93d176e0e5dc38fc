// YAML. The package is loaded with the first document, because a server may never serve one.
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { CreateNodeOptions, DocumentOptions, SchemaOptions } from 'yaml';
import { onFirstUse } from './on-first-use.ts';

const loadYaml = onFirstUse(() => createRequire(import.meta.url)('yaml') as typeof Yaml);

/** @throws YAMLParseError */
export function parseYaml(text: string): unknown {
  return loadYaml().parse(text) as unknown;
}

export function writeYaml(value: unknown, options: DocumentOptions & SchemaOptions & CreateNodeOptions = {}): string {
  return loadYaml().stringify(value, options);
}
