import { operationsOf } from '../../documents/reader/operations.ts';
import { onFirstUse } from '../../platform/on-first-use.ts';
import type { HttpOptions, Version } from '../options.ts';
import { gatePath } from './gate.ts';
import { guidesPath, type GuideSources } from './guides/guides.ts';
import { navigation } from './navigation.ts';
import { createRepresentation, documentCaching, send } from './representation.ts';
import type { SurfaceRouter } from './router.ts';

const llmsPath = '/llms.txt';

/** `/llms.txt`: what this server is and where programs that read prose find the rest (llmstxt.org), as Markdown. */
export function addLlms(
  router: SurfaceRouter,
  sources: () => GuideSources,
  options: Pick<HttpOptions, 'documents' | 'settings'>,
): void {
  const text = onFirstUse(() => createRepresentation('text/plain; charset=utf-8', llmsText(sources().guides, options)));
  router.get(llmsPath, (context) => send(context, text(), documentCaching));
}

function llmsText(
  guides: GuideSources['guides'],
  { documents, settings: { publicUrl } }: Pick<HttpOptions, 'documents' | 'settings'>,
): string {
  const link = (path: string, name: string, note: string): string => `- [${name}](${publicUrl}${path}): ${note}\n`;
  return [
    introduction(documents),
    '\n## Documents\n\n',
    ...documentLinks(documents).map(([path, name, note]) => link(path, name, note)),
    link(
      gatePath,
      'Contract gate',
      'a program for Node that fails a build if a change of the contract breaks the client',
    ),
    '\n## Guides\n\n',
    link(`${guidesPath}/README.md`, 'Before you begin', 'the variables and functions that every guide uses'),
    ...guides.map(({ name, title, summary }) => link(`${guidesPath}/${name}.md`, title, summary)),
    '\n## Errors\n\n',
    link('/api/problems', 'Problems', 'every error code with its status, meaning and remedy, as JSON'),
    '\n## Optional\n\n',
    ...navigation
      .filter(({ path }) => path !== '/api/problems' && path !== guidesPath)
      .map(({ path, name, summary }) => link(path, name, summary)),
    link('/.well-known/api-catalog', 'API catalog', 'all documents as a linkset (RFC 9727)'),
  ].join('');
}

function introduction({ v2: { info } }: HttpOptions['documents']): string {
  return `# ${info.title}

> ${info.summary ?? info.title}. An HTTP API that is described completely by its OpenAPI documents: the server validates every
> request and every response against them.

- Paths begin with \`/api/v2\`; \`/api/v1\` is deprecated. Bodies are JSON.
- Requests are authenticated with \`Authorization: Bearer\` and an API key (\`ak_…\`, created by \`createApiKey\`) or a session token
  (\`ses_…\`, returned by \`logIn\`). The document lists under \`security\` which scopes an operation needs.
- Errors are problem documents (RFC 9457) with a stable \`code\`. A 400 lists every violation.
- Lists return \`page.next_cursor\`, which is sent as \`cursor\` to get the next page.
- A POST that needs a credential can be repeated safely with the same \`Idempotency-Key\`. A change with \`If-Match\` returns 412 if the resource has
  changed since it was read.
`;
}

function documentLinks(documents: HttpOptions['documents']): readonly (readonly [string, string, string])[] {
  const countOf = (version: Version): number => operationsOf(documents[version]).length;
  return [
    [
      '/api/v2/openapi.json',
      'OpenAPI 3.1 of v2',
      `the current version, ${countOf('v2')} operations; the source of truth`,
    ],
    ['/api/v2/openapi.yaml', 'The same as YAML', 'easier to read'],
    [
      '/api/v2/openapi.json?audience=public',
      'Without operators',
      'without the operations that only operators may call',
    ],
    [
      '/api/v2/openapi.json?tags=tasks',
      'One tag',
      'only the operations of some tags, here of `tasks`, for small contexts',
    ],
    ['/api/v2/openapi.json?openapi=3.0', 'OpenAPI 3.0.3', 'for tools that cannot read 3.1'],
    ['/api/v1/openapi.json', 'OpenAPI 3.1 of v1', `deprecated, ${countOf('v1')} operations`],
  ];
}
