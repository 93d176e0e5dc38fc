import { join } from 'node:path';
import { expect } from 'chai';
import { createAccount, type Account } from '../support/accounts.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { createProject, createTask } from '../support/factories.ts';
import { documentedNames } from '../support/monitoring/documented-names.ts';
import { openOtlpReceiver, type OtlpReceiver, type ReceivedSpan } from '../support/otlp/receiver.ts';
import { newAddress, password } from '../support/passwords.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

const trace_id = '0af7651916cd43dd8448eb211c80319c';
const parent_id = 'b7ad6b7169203331';
const traced = { traceparent: `00-${trace_id}-${parent_id}-01`, tracestate: 'rojo=00f067aa0ba902b7' };

describe('traces of a server and a worker', function () {
  this.timeout(60_000);
  let receiver: OtlpReceiver;
  let server: ServerProcess;
  let account: Account;
  before(async () => {
    receiver = await openOtlpReceiver();
    server = await prepareServer({
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=only%20the%20receiver',
      OTEL_RESOURCE_ATTRIBUTES: 'cloud.region=eu%2Cnorth',
      OTEL_SERVICE_NAME: 'architect-test',
      OTEL_BSP_SCHEDULE_DELAY: '50',
      LOG_LEVEL: 'info',
    });
    await server.start('--no-worker');
    await server.startWorker();
    account = await createAccount(server);
  });
  after(async () => {
    await server.remove();
    await receiver.close();
  });

  const waitFor = (isWanted: (span: ReceivedSpan) => boolean): Promise<ReceivedSpan> =>
    eventually(async () => {
      const found = receiver.spans.find(isWanted);
      expect(found).not.to.equal(undefined);
      return found!;
    }, 20_000);
  const childrenOf = ({ span_id }: ReceivedSpan): ReceivedSpan[] =>
    receiver.spans.filter(({ parent_id: parent }) => parent === span_id);
  const send = (method: string, path: string, init: { body?: object; headers?: object } = {}): Promise<Response> =>
    checkedFetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${account.token}`, 'content-type': 'application/json', ...init.headers },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });

  it('have a span per request, named by its route, with the operation, below the span of the caller', async () => {
    const project = await createProject(account);
    const task = await createTask(account, project);
    const request_id = 'traced-read';
    const headers = { ...traced, 'x-request-id': request_id };
    expect((await send('GET', `/api/v2/tasks/${task.id}`, { headers })).status).to.equal(200);
    const span = await waitFor(({ attributes }) => attributes['architect.request_id'] === request_id);
    expect(span).to.deep.include({
      name: 'GET /api/v2/tasks/{task_id}',
      kind: 'server',
      trace_id,
      parent_id,
      tracestate: traced.tracestate,
      isFailed: false,
      links: [],
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/api/v2/tasks/{task_id}',
        'http.response.status_code': 200,
        'url.path': `/api/v2/tasks/${task.id}`,
        'url.scheme': 'http',
        'architect.operation': 'getTask',
        'architect.organization_id': account.organization_id,
        'architect.request_id': request_id,
      },
    });
    expect(span.duration).to.be.greaterThan(0);
    expect(span.resource).to.include({
      'service.name': 'architect-test',
      'cloud.region': 'eu,north',
      'deployment.environment.name': 'test',
    });
    expect(receiver.headers[0]).to.include({ 'api-key': 'only the receiver' });
  });

  it('have a span per statement, with its name and without its values', async () => {
    const project = await createProject(account);
    const title = 'a title that no span contains';
    const headers = { 'x-request-id': 'traced-write' };
    const body = { title };
    expect((await send('POST', `/api/v2/projects/${project.id}/tasks`, { headers, body })).status).to.equal(201);
    const span = await waitFor(({ attributes }) => attributes['architect.request_id'] === 'traced-write');
    const statements = childrenOf(span);
    expect(statements.map(({ name }) => name)).to.include.members(['BEGIN', 'record_audit_and_event', 'COMMIT']);
    for (const { name, kind, attributes, trace_id: of } of statements) {
      expect([kind, of]).to.deep.equal(['client', span.trace_id]);
      expect(attributes).to.deep.equal({ 'db.system.name': 'postgresql', 'db.query.summary': name });
    }
    expect(receiver.bodies.some((bytes) => bytes.includes(title))).to.equal(false);
  });

  it('contain nothing of queries, headers and unknown paths, and no text of a statement', async () => {
    const canary = `canary-${'x'.repeat(40)}`;
    const headers = { 'x-request-id': 'traced-canary', 'x-other': canary, cookie: `other=${canary}` };
    for (const target of [
      `/api/v2/tags/${canary}`,
      `/guides/${canary}`,
      `/api/v2/tasks?search=${canary}`,
      `/?q=${canary}`,
    ])
      await checkedFetch(`${server.url}${target}`, {
        redirect: 'manual',
        headers: { ...headers, authorization: `Bearer ${account.token}` },
      });
    await eventually(async () => {
      const ended = receiver.spans.filter(({ attributes }) => attributes['architect.request_id'] === 'traced-canary');
      expect(ended).to.have.length(4);
    }, 20_000);
    expect(receiver.bodies.filter((bytes) => bytes.includes(canary))).to.be.empty;
    const statements = receiver.spans.filter(({ attributes }) => 'db.system.name' in attributes);
    expect(statements).not.to.be.empty;
    for (const { name } of statements) expect(name).to.match(/^[\w. ]{1,80}$/);
  });

  it('link a job to the request that caused it, and contain the mail that the job sends', async () => {
    const email = newAddress();
    const body = { email, name: 'Ada', password };
    const headers = { 'x-request-id': 'traced-cause' };
    expect((await send('POST', '/api/v2/auth/register', { headers, body })).status).to.equal(202);
    const cause = await waitFor(({ attributes }) => attributes['architect.request_id'] === 'traced-cause');
    const job = await waitFor(
      ({ name, links }) => name === 'process mail.send' && links.some(({ span_id }) => span_id === cause.span_id),
    );
    expect(job).to.deep.include({ kind: 'consumer', parent_id: '', isFailed: false });
    expect(job.links).to.deep.equal([{ trace_id: cause.trace_id, span_id: cause.span_id }]);
    expect(job.trace_id).not.to.equal(cause.trace_id);
    expect(job.attributes).to.include({
      'messaging.system': 'graphile_worker',
      'messaging.destination.name': 'mail.send',
      'architect.job.attempt': 1,
    });
    expect(job.resource['service.instance.id']).not.to.equal(cause.resource['service.instance.id']);
    const [mail] = childrenOf(job).filter(({ name }) => name === 'send mail');
    expect(mail).to.deep.include({ kind: 'client', attributes: { 'architect.mail.transport': 'file' } });
    for (const secret of [email, password])
      expect(receiver.bodies.some((bytes) => bytes.includes(secret))).to.equal(false);
  });

  it('have no span of monitoring, and none of polling outside of a request or a job', async () => {
    await send('GET', '/health/liveness');
    await send('GET', '/api/v2/me', { headers: { 'x-request-id': 'traced-last' } });
    await waitFor(({ attributes }) => attributes['architect.request_id'] === 'traced-last');
    const spanOf = new Map(receiver.spans.map((span) => [span.span_id, span]));
    const roots = receiver.spans.filter((span) => !spanOf.has(span.parent_id) && span.parent_id !== parent_id);
    expect([...new Set(roots.map(({ kind }) => kind))]).to.have.members(['server', 'consumer']);
    expect(receiver.spans.filter(({ attributes }) => String(attributes['url.path']).startsWith('/health'))).to.be.empty;
  });

  it('fail with the code of the problem, and only if the server is at fault', async () => {
    const headers = { 'x-request-id': 'traced-refusal' };
    expect((await send('GET', '/api/v2/tasks/no-id', { headers })).status).to.equal(400);
    const span = await waitFor(({ attributes }) => attributes['architect.request_id'] === 'traced-refusal');
    expect(span.isFailed).to.equal(false);
    expect(span.attributes).to.include({ 'architect.problem': 'validation_failed', 'http.response.status_code': 400 });
  });

  it('have the attributes of docs/MONITORING.md, and no others of our own', async () => {
    const headers = { 'x-request-id': 'traced-document' };
    expect((await send('GET', '/api/v2/tasks/no-id', { headers })).status).to.equal(400);
    const body = { email: newAddress(), name: 'Ada', password };
    expect((await send('POST', '/api/v2/auth/register', { headers, body })).status).to.equal(202);
    const isOfDocument = ({ attributes }: ReceivedSpan): boolean =>
      attributes['architect.request_id'] === 'traced-document' && attributes['architect.operation'] === 'registerUser';
    const cause = await waitFor(isOfDocument);
    const job = await waitFor(({ links }) => links.some(({ span_id }) => span_id === cause.span_id));
    await waitFor(({ name, parent_id: parent }) => name === 'send mail' && parent === job.span_id);
    const names = receiver.spans.flatMap(({ attributes }) => Object.keys(attributes));
    const own = new Set(names.filter((name) => name.startsWith('architect.')));
    expect([...own]).to.have.members(documentedNames('Traces', 3));
  });

  it('are named in the log lines of requests', async () => {
    await send('GET', '/api/v2/me', { headers: { ...traced, 'x-request-id': 'traced-log' } });
    await eventually(async () => {
      const line = server
        .printed()
        .split('\n')
        .find((text) => text.includes('"traced-log"'));
      expect(JSON.parse(line!)).to.include({ trace_id, operation: 'getMe', organization_id: account.organization_id });
    });
  });

  it('are exported to the last when the process ends, and a receiver that is away stops nothing', async () => {
    receiver.respondWith(400);
    expect((await send('GET', '/api/v2/me')).status).to.equal(200);
    await eventually(async () => expect(server.printed()).to.include('the export of traces failed; it is tried again'));
    receiver.respondWith(200);
    await send('GET', '/api/v2/me', { headers: { 'x-request-id': 'traced-end' } });
    expect(await server.stop()).to.equal(0);
    expect(receiver.spans.map(({ attributes }) => attributes['architect.request_id'])).to.include('traced-end');
  });
});

describe('a server without traces', function () {
  this.timeout(60_000);
  const prepare = useServers();
  const preload = join(import.meta.dirname, '../support/report-loads.ts');

  for (const [what, settings, loaded] of [
    ['does not load the SDK of OpenTelemetry', {}, []],
    [
      'would load it with an endpoint',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' },
      ['core', 'exporter-trace-otlp-proto', 'resources', 'sdk-trace'],
    ],
  ] as const) {
    it(what, async () => {
      const server = await prepare({ NODE_OPTIONS: `--import=${preload}`, ...settings });
      await server.start();
      const names = [...server.printed().matchAll(/^loaded @opentelemetry\/(.+)$/gm)].map(([, name]) => name);
      // prom-client loads the package `api` too, to read the current span for exemplars.
      const ofSdk = ['core', 'exporter-trace-otlp-proto', 'resources', 'sdk-trace'];
      expect([...new Set(names)].filter((name) => ofSdk.includes(name!)).sort()).to.deep.equal(loaded);
    });
  }
});
