import type { Assets } from '../assets.ts';
import { renderPage } from '../layout.ts';
import { markup, type Markup } from '../markup.ts';
import type { Representation } from '../representation.ts';
import { addressesOf, workflowsPath, type ArazzoDocument, type WorkflowFile } from './workflows.ts';

/** `/api/workflows` for people: what each workflow does, step by step, and how to run it. */
export function renderWorkflows(files: readonly WorkflowFile[], publicUrl: string, assets: Assets): Representation {
  const body = markup`<h1>Workflows</h1>
<p class="lead">Whole tasks, step by step. Each is a document in the format <a href="https://spec.openapis.org/arazzo/v1.0.1.html">Arazzo</a>,
which tools and agents read and run against the contract.</p>
${files.map((file) => section(file, publicUrl))}`;
  return renderPage({ title: 'Workflows', current: workflowsPath, body }, assets);
}

function section({ name, document }: WorkflowFile, publicUrl: string): Markup {
  const { info, workflows } = document;
  const { yaml, json } = addressesOf('', name);
  return markup`<section id="${name}">
<h2>${info.title}</h2>
<p>${info.description}</p>
<p><a href="${yaml}">YAML</a> · <a href="${json}">JSON</a></p>
${workflows.map((workflow) => describe(workflow, workflows.length > 1))}<pre><code>${commandOf(name, document, publicUrl)}</code></pre>
</section>
`;
}

type Workflow = ArazzoDocument['workflows'][number];

function describe({ summary, steps }: Workflow, isTitled: boolean): Markup {
  return markup`${isTitled ? markup`<h3>${summary}</h3>\n` : markup``}<ol>
${steps.map(
  ({ description, operationId }) =>
    markup`<li>${description} <a href="/api/redoc#operation/${operationId}"><code>${operationId}</code></a></li>\n`,
)}</ol>
`;
}

/** A command that runs the first workflow of the document with Redocly CLI. */
function commandOf(name: string, { sourceDescriptions, workflows }: ArazzoDocument, publicUrl: string): string {
  const [first] = workflows;
  const inputs = Object.keys(first?.inputs.properties ?? {}).map((input) => `  --input ${input}=… \\\n`);
  const workflow = workflows.length > 1 ? `  --workflow ${first?.workflowId ?? ''} \\\n` : '';
  const server = `  --server ${sourceDescriptions[0]?.name ?? ''}=${publicUrl === '' ? '$ARCHITECT_URL' : publicUrl}`;
  return `npx @redocly/cli respect ${name}.arazzo.yaml \\\n${workflow}${inputs.join('')}${server}`;
}
