import { onFirstUse } from '../../../platform/on-first-use.ts';
import { writeYaml } from '../../../platform/yaml.ts';
import { AppError } from '../../../problems/app-error.ts';
import type { HttpOptions } from '../../options.ts';
import type { Assets } from '../assets.ts';
import { chosenType, pagePolicies, sendPage } from '../page.ts';
import { createRepresentation, documentCaching, jsonType, send } from '../representation.ts';
import type { Representation } from '../representation.ts';
import type { SurfaceRouter } from '../router.ts';
import { renderWorkflows } from './page.ts';
import { addressesOf, readWorkflows, workflowsPath, type WorkflowFile } from './workflows.ts';

export const workflowPrefix = `${workflowsPath}/`;
/** The Arazzo Specification registers no media type of its own, and recommends those of the formats. */
const yamlType = 'application/yaml; charset=utf-8';

/** `/api/workflows`: the list of workflows; `/api/workflows/{name}.arazzo.yaml` and `.json`: one of them. */
export function addWorkflows(router: SurfaceRouter, { settings }: Pick<HttpOptions, 'settings'>, assets: Assets): void {
  const { publicUrl } = settings;
  const files = onFirstUse(() => readWorkflows(publicUrl));
  const list = onFirstUse(() => listOf(files(), publicUrl));
  const page = onFirstUse(() => renderWorkflows(files(), publicUrl, assets));
  const forms = onFirstUse(() => formsOf(files()));

  router.get(workflowsPath, async (context) => {
    if (chosenType(context, ['html', 'json']) === 'json') return send(context, list(), documentCaching);
    return sendPage(context, page(), pagePolicies.plain);
  });
  router.get(`${workflowPrefix}:file`, async (context) => {
    const form = forms().get(context.path.slice(workflowPrefix.length));
    if (form === undefined) throw new AppError('not_found', 404);
    await send(context, form(), documentCaching);
  });
}

function listOf(files: readonly WorkflowFile[], publicUrl: string): Representation {
  const data = files.map(({ name, document: { info, workflows } }) => ({
    name,
    title: info.title,
    summary: info.summary,
    workflows: workflows.map(({ workflowId, summary }) => ({ id: workflowId, summary })),
    ...addressesOf(publicUrl, name),
  }));
  return createRepresentation(jsonType, JSON.stringify({ data }));
}

/** Returns what each file is served as, by the last part of its path. */
function formsOf(files: readonly WorkflowFile[]): ReadonlyMap<string, () => Representation> {
  return new Map(
    files.flatMap(({ name, document }) => [
      [`${name}.arazzo.yaml`, onFirstUse(() => createRepresentation(yamlType, writeYaml(document)))] as const,
      [
        `${name}.arazzo.json`,
        onFirstUse(() => createRepresentation(jsonType, JSON.stringify(document, undefined, 2))),
      ] as const,
    ]),
  );
}
