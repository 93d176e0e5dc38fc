import type { HttpSettings, OpenApiDocument, Version } from '../../options.ts';
import type { Assets } from '../assets.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { navigation } from '../navigation.ts';

/** `/api` for people: an introduction with links. */
export function renderLanding(
  documents: Readonly<Record<Version, OpenApiDocument>>,
  settings: Pick<HttpSettings, 'publicUrl'>,
  assets: Assets,
): Representation {
  const { info, paths = {} } = documents.v2;
  const origin = settings.publicUrl === '' ? '$ARCHITECT_URL' : settings.publicUrl;
  const body = markup`<h1>${info.title}</h1>
<p class="lead">${info.summary ?? ''}. Version ${info.version} of the contract, ${Object.keys(paths).length} paths.</p>
<ul class="cards">
${navigation.map(card)}</ul>
<h2>Documents</h2>
<table>
<thead><tr><th>Version</th><th>State</th><th>OpenAPI 3.1</th><th>OpenAPI 3.0</th></tr></thead>
<tbody>
<tr><td>v2</td><td>current</td><td><a href="/api/v2/openapi.json">JSON</a> · <a href="/api/v2/openapi.yaml">YAML</a></td><td><a href="/api/v2/openapi.json?openapi=3.0">JSON</a> · <a href="/api/v2/openapi.yaml?openapi=3.0">YAML</a></td></tr>
<tr><td>v1</td><td>deprecated; <a href="/api/upgrade-guide">how to move</a></td><td><a href="/api/v1/openapi.json">JSON</a> · <a href="/api/v1/openapi.yaml">YAML</a></td><td><a href="/api/v1/openapi.json?openapi=3.0">JSON</a> · <a href="/api/v1/openapi.yaml?openapi=3.0">YAML</a></td></tr>
</tbody>
</table>
<p>For one tag only: <a href="/api/openapi.json?tags=tasks">/api/openapi.json?tags=tasks</a>.</p>
<h2>First call</h2>
<pre><code>curl -H 'Authorization: Bearer ak_…' ${origin}/api/v2/projects</code></pre>
<ul>
<li>No key yet: <a href="/api/guides/auth">register and log in</a>, then <a href="/api/guides/api-keys">create an API
key</a>.</li>
<li>From TypeScript: <a href="/api/guides/sdks#the-client-of-this-project"><code>architect-client</code></a>, which
<code>make client</code> in the repository packs; it is not on npm.</li>
<li>From another language: <a href="/api/guides/sdks">generate a client</a> from a document above.</li>
<li>From a web page of another origin (CORS): <a href="/api/redoc#section/Authentication/Other-origins">other
origins</a>.</li>
</ul>
<p>Responses are JSON. Errors are problem documents (RFC 9457) whose <code>type</code> links to a page here. Programs find
everything by <a href="/.well-known/api-catalog">/.well-known/api-catalog</a>.</p>`;
  return renderPage({ title: 'Start', current: '/api', body, styles: ['landing.css'] }, assets);
}

function card({ path, name, summary }: (typeof navigation)[number]): Markup {
  return markup`<li><a href="${path}"><strong>${name}</strong><span>${summary}</span></a></li>\n`;
}
