/* global window, document, fetch, location, SwaggerUIBundle */
// Starts Swagger UI on /api/docs. "Try it out" works with a key or token (the button Authorize), and with the session
// cookie that logIn sets: unsafe requests then need the session's CSRF token, which is fetched here.

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

async function csrfToken() {
  const reply = await fetch('/api/v2/auth/csrf-token', { headers: { Accept: 'application/json' } });
  if (!reply.ok) return undefined;
  const { csrf_token: token } = await reply.json();
  return token;
}

async function withCsrfToken(request) {
  const isOurs = new URL(request.url, location.href).origin === location.origin;
  const isUnsafe = !safeMethods.has((request.method ?? 'GET').toUpperCase());
  const names = new Set(Object.keys(request.headers ?? {}).map((name) => name.toLowerCase()));
  if (!isOurs || !isUnsafe || names.has('authorization') || names.has('x-csrf-token')) return request;
  const token = await csrfToken();
  if (token !== undefined) request.headers['X-CSRF-Token'] = token;
  return request;
}

/** Leaves out of the dialog what it cannot do: the cookie is set by logIn, its CSRF token is fetched above. */
function withBearerOnly() {
  const definitionsToAuthorize =
    (original) =>
    (...parameters) =>
      original(...parameters).filter((definition) => definition.first().get('type') === 'http');
  return { statePlugins: { auth: { wrapSelectors: { definitionsToAuthorize } } } };
}

window.addEventListener('DOMContentLoaded', () => {
  const target = document.getElementById('swagger-ui');
  window.ui = SwaggerUIBundle({
    domNode: target,
    url: target.dataset.document,
    deepLinking: true,
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    displayOperationId: true,
    displayRequestDuration: true,
    filter: true,
    tryItOutEnabled: true,
    persistAuthorization: false,
    validatorUrl: null,
    requestInterceptor: withCsrfToken,
    plugins: [withBearerOnly],
  });
});
