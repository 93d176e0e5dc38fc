/* global window, document, fetch, location, SwaggerUIBundle */
// Starts Swagger UI on /api/docs. "Try it out" works with an API key or token (button Authorize), and with the session
// cookie that logIn sets. The script adds the session's CSRF token to operations that need it.

let guarded;

/** The operations of the document whose security includes csrfToken. */
function guardedOperations({ paths }) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, { security = [] }]) => security.some((alternative) => 'csrfToken' in alternative))
      .map(([method]) => ({
        method: method.toUpperCase(),
        pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
      })),
  );
}

function isGuarded(request) {
  const { origin, pathname } = new URL(request.url, location.href);
  guarded ??= guardedOperations(window.ui.specSelectors.specJson().toJS());
  const isMatch = ({ method, pattern }) => method === request.method.toUpperCase() && pattern.test(pathname);
  return origin === location.origin && guarded.some(isMatch);
}

async function csrfToken() {
  const response = await fetch('/api/v2/auth/csrf-token', { headers: { Accept: 'application/json' } });
  if (!response.ok) return undefined;
  const { csrf_token: token } = await response.json();
  return token;
}

async function withCsrfToken(request) {
  // Swagger UI fetches the document through this function too.
  if (request.loadSpec) return request;
  const names = Object.keys(request.headers).map((name) => name.toLowerCase());
  if (names.includes('authorization') || names.includes('x-csrf-token') || !isGuarded(request)) return request;
  const token = await csrfToken();
  if (token !== undefined) request.headers['X-CSRF-Token'] = token;
  return request;
}

/**
 * Moves the parameters of a path into its operations. Swagger UI does not resolve them in the operation that a link
 * opens: its form has fields without names.
 */
function withParametersInOperations(response) {
  if (!new URL(response.url).pathname.endsWith('/openapi.json') || !response.ok) return response;
  const whole = JSON.parse(response.text);
  for (const { parameters = [], ...item } of Object.values(whole.paths)) {
    for (const operation of Object.values(item))
      operation.parameters = [...parameters, ...(operation.parameters ?? [])];
  }
  for (const item of Object.values(whole.paths)) delete item.parameters;
  response.text = JSON.stringify(whole);
  return response;
}

/** Swagger UI's style sheet has a dark form for a class, not for the setting of the browser. */
function followColorScheme() {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => document.documentElement.classList.toggle('dark-mode', isDark.matches);
  isDark.addEventListener('change', apply);
  apply();
}

window.addEventListener('DOMContentLoaded', () => {
  const target = document.getElementById('swagger-ui');
  followColorScheme();
  // Removes a malformed one, which Swagger UI cannot decode.
  window.readFragment();
  window.docs.nameControls(target);
  window.ui = SwaggerUIBundle({
    domNode: target,
    url: target.dataset.document,
    deepLinking: true,
    // Rendering two hundred operations takes seconds, so only their tags are open at first.
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    displayOperationId: true,
    displayRequestDuration: true,
    filter: true,
    tryItOutEnabled: true,
    // The theme whose colours can all be read.
    syntaxHighlight: { theme: 'obsidian' },
    persistAuthorization: false,
    validatorUrl: null,
    requestInterceptor: withCsrfToken,
    responseInterceptor: withParametersInOperations,
    layout: 'PageLayout',
    plugins: window.docs.plugins,
    onComplete: () => window.docs.restoreAuthorization(window.ui),
  });
});
