import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import type { CorsOrigins } from '../../../src/http/options.ts';
import { serve, type GivenResponse } from './fixture.ts';

const exposed = [
  ...[
    'API-Version',
    'Deprecation',
    'ETag',
    'Idempotency-Replayed',
    'Link',
    'Location',
    'RateLimit',
    'RateLimit-Policy',
  ],
  ...['Retry-After', 'Sunset', 'X-Request-Id', 'X-Sentry-Rate-Limits'],
];

describe('cross-origin resource sharing', () => {
  const app = 'https://app.example.com';
  const listed = [app, 'http://localhost:5173'];

  /** One exchange with a server of that setting. */
  async function ask(
    corsOrigins: CorsOrigins,
    headers: Readonly<Record<string, string>>,
    { method = 'GET', path = '/api/v2/things' } = {},
  ): Promise<GivenResponse> {
    const served = await serve({ settings: { corsOrigins } });
    const response = await served.send(method, path, headers);
    await served.close();
    return response;
  }
  const corsHeaders = ({ headers }: GivenResponse) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')));

  const allowed: readonly (readonly [setting: CorsOrigins, origin: string])[] = [
    [listed, app],
    [listed, 'http://localhost:5173'],
    [['capacitor://localhost'], 'capacitor://localhost'],
    ['localhost', 'http://localhost'],
    ['localhost', 'http://localhost:5173'],
    ['localhost', 'https://localhost:8443'],
    ['localhost', 'http://127.0.0.1:3000'],
    ['localhost', 'http://[::1]:3000'],
    ['localhost', 'http://shop.localhost:3000'],
  ];
  for (const [setting, origin] of allowed) {
    it(`${origin} may read, with credentials, where ${String(setting)} may`, async () => {
      const response = await ask(setting, { origin });
      expect(response.headers['access-control-allow-origin']).to.equal(origin);
      expect(response.headers['access-control-allow-credentials']).to.equal('true');
      const names = response.headers['access-control-expose-headers']?.split(', ').sort();
      expect(names).to.deep.equal(exposed);
      expect(response.headers.vary).to.include('Origin');
    });
  }

  const refused: readonly (readonly [setting: CorsOrigins, origin: string])[] = [
    ...[
      ...['https://app.example.com.evil.example', 'https://evil.example', 'http://app.example.com', 'null'],
      ...['https://app.example.com:8443', 'https://APP.example.com', `${app}, ${app}`, `${app}/`, ''],
    ].map((origin) => [listed, origin] as const),
    ...[
      ...['http://localhost.evil.example', 'http://evil-localhost', 'http://localhost:5173.evil.example', 'null'],
      ...['http://127.0.0.1.evil.example', 'http://127.0.0.2', 'http://user@localhost', 'file://localhost'],
    ].map((origin) => ['localhost', origin] as const),
    [[], app],
    [[], 'http://localhost:5173'],
  ];
  for (const [setting, origin] of refused) {
    it(`"${origin}" may not where ${setting.length === 0 ? 'none' : String(setting)} may`, async () => {
      expect(corsHeaders(await ask(setting, { origin }))).to.deep.equal({});
      const preflight = { origin, 'access-control-request-method': 'GET' };
      expect(
        corsHeaders(await ask(setting, preflight, { method: 'OPTIONS', path: '/api/openapi.json' })),
      ).to.deep.equal({});
    });
  }

  it('* lets every origin read, also one without a name, and never with credentials', async () => {
    for (const origin of [app, 'null', 'http://localhost:5173']) {
      const response = await ask('*', { origin });
      expect(response.headers['access-control-allow-origin']).to.equal('*');
      expect(response.headers['access-control-allow-credentials']).to.equal(undefined);
      expect(String(response.headers.vary)).to.not.include('Origin');
    }
  });

  it('caches learn that responses depend on the origin, also those to no origin or another one', async () => {
    for (const headers of [{}, { origin: app }, { origin: 'https://evil.example' }]) {
      expect((await ask(listed, headers)).headers.vary).to.include('Origin');
    }
    expect(String((await ask([], { origin: app })).headers.vary)).to.not.include('Origin');
  });

  it('a preflight of a document or page says what it may be asked with, and for how long that holds', async () => {
    for (const path of [
      '/api/openapi.json',
      '/api/v1/openapi.yaml',
      '/api',
      '/api/problems',
      '/.well-known/api-catalog',
    ]) {
      const preflight = { origin: app, 'access-control-request-method': 'GET' };
      const response = await ask(listed, preflight, { method: 'OPTIONS', path });
      expect(response.status, path).to.equal(204);
      expect(corsHeaders(response)).to.deep.equal({
        'access-control-allow-origin': app,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'GET, HEAD, OPTIONS',
        'access-control-allow-headers': 'Accept, If-None-Match, X-Request-Id',
        'access-control-max-age': '600',
      });
    }
  });

  it('OPTIONS that is no preflight gets no more than the origin', async () => {
    const response = await ask(listed, { origin: app }, { method: 'OPTIONS', path: '/api/openapi.json' });
    expect(Object.keys(corsHeaders(response))).to.deep.equal([
      'access-control-allow-origin',
      'access-control-allow-credentials',
    ]);
  });

  it('metrics are for no page', async () => {
    for (const setting of [listed, '*'] as const) {
      expect(corsHeaders(await ask(setting, { origin: app }, { path: '/metrics' }))).to.deep.equal({});
    }
  });

  it('errors can be read like successes', async () => {
    const served = await serve({
      settings: { corsOrigins: listed },
      v2: (context) => {
        if (context.path.endsWith('/bug')) throw new Error('a bug');
        throw new AppError('rate_limited', 429, { class: 'read', retry_after: 9 }, { headers: { 'retry-after': '9' } });
      },
    });
    for (const [path, status] of [
      ['/api/v2/things', 429],
      ['/api/v2/bug', 500],
      ['/nowhere', 404],
      ['/api/v2/openapi.json?openapi=9', 400],
    ] as const) {
      const response = await served.get(path, { origin: app });
      expect(response.status, path).to.equal(status);
      expect(response.headers['access-control-allow-origin'], path).to.equal(app);
      expect(response.headers['access-control-expose-headers'], path).to.include('Retry-After');
    }
    await served.close();
  });
});
