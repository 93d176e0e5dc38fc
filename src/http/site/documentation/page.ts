import type { Version } from '../../options.ts';
import type { Assets } from '../assets.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';

/** `/api/docs`: Swagger UI. docs.js starts it with the document in the data attribute. */
export function renderDocs(version: Version, assets: Assets): Representation {
  const body = markup`${heading('Try it out', '/api/docs', version)}
<p class="hint">With an API key or a token: <b>Authorize</b>. With a session: run <code>logIn</code>; the page then
sends its cookie and its CSRF token.</p>
<div id="swagger-ui" data-document="/api/${version}/openapi.json?chapters=false">${loading}</div>
${withoutScripts}`;
  const styles = ['swagger-ui.css', 'docs.css'] as const;
  const scripts = ['fragment.js', 'swagger-ui-bundle.js', 'docs-plugins.js', 'docs.js'] as const;
  const title = `Try it out, ${version}`;
  return renderPage({ title, current: '/api/docs', body, width: 'wide', styles, scripts }, assets);
}

/** `/api/redoc`: ReDoc, started by redoc.js. */
export function renderRedoc(version: Version, assets: Assets): Representation {
  const body = markup`${heading('Reference', '/api/redoc', version)}
<div id="redoc" data-document="/api/${version}/openapi.json">${loading}</div>
${withoutScripts}`;
  const styles = ['redoc.css'] as const;
  const scripts = ['fragment.js', 'redoc.standalone.js', 'redoc.js'] as const;
  const title = `Reference, ${version}`;
  return renderPage({ title, current: '/api/redoc', body, width: 'wide', styles, scripts }, assets);
}

/** Shown until the script has rendered the document, which takes seconds. */
const loading = markup`<p class="hint" role="status">Loading the contract…</p>`;

const withoutScripts = markup`<noscript><p class="text">This page needs JavaScript. The contract is available at
<a href="/api/openapi.json">/api/openapi.json</a>.</p></noscript>`;

/** The page's heading, and the links that switch between the versions of the contract. */
function heading(name: string, path: string, version: Version): Markup {
  const link = (target: Version, text: string): Markup =>
    target === version
      ? markup`<a href="${path}?version=${target}" aria-current="true">${text}</a>`
      : markup`<a href="${path}?version=${target}">${text}</a>`;
  return markup`<div class="versions"><h1>${name}</h1>
<nav aria-label="Version of the contract">${link('v2', 'v2, current')}${link('v1', 'v1, deprecated')}</nav></div>`;
}
