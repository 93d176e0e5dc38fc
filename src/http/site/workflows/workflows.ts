import { readdirSync, readFileSync } from 'node:fs';
import { parseYaml } from '../../../platform/yaml.ts';

// openapi/workflows: descriptions of whole tasks, step by step, in Arazzo 1.0.1. Clients, agents and test tools can run
// them.

export const workflowsPath = '/api/workflows';
const folder = new URL('../../../../openapi/workflows/', import.meta.url);
const ending = '.arazzo.yaml';

interface Step {
  readonly stepId: string;
  readonly description: string;
  readonly operationId: string;
}

interface Workflow {
  readonly workflowId: string;
  readonly summary: string;
  readonly description?: string;
  readonly inputs: { readonly properties: Readonly<Record<string, { readonly description: string }>> };
  readonly steps: readonly Step[];
}

/** The members of an Arazzo document that the pages show. */
export interface ArazzoDocument {
  readonly info: { readonly title: string; readonly summary: string; readonly description: string };
  readonly sourceDescriptions: readonly { readonly name: string; readonly url: string; readonly type: string }[];
  readonly workflows: readonly Workflow[];
}

export interface WorkflowFile {
  /** The name of the file without its ending: `key-rotation`. */
  readonly name: string;
  /** The document as it is served: its source is the served contract. */
  readonly document: ArazzoDocument;
}

/** Reads all workflows, with the absolute URL of the served contract as their source. */
export function readWorkflows(publicUrl: string): readonly WorkflowFile[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  return files.sort().map((file) => {
    const written = parseYaml(readFileSync(new URL(file, folder), 'utf8')) as ArazzoDocument;
    const url = `${publicUrl}/api/v2/openapi.json`;
    const sourceDescriptions = written.sourceDescriptions.map((source) => ({ ...source, url }));
    return { name: file.slice(0, -ending.length), document: { ...written, sourceDescriptions } };
  });
}

/** Returns where a workflow is served, by format. */
export function addressesOf(publicUrl: string, name: string): { readonly yaml: string; readonly json: string } {
  const address = `${publicUrl}${workflowsPath}/${name}.arazzo`;
  return { yaml: `${address}.yaml`, json: `${address}.json` };
}
