import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import type { Actor } from '../../../src/platform/unit.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import { documentedNames } from '../../support/monitoring/documented-names.ts';
import { eventually } from '../../support/eventually.ts';
import { serve, type LogLine, type Served } from './fixture.ts';

const actor: Actor = {
  user_id: 'user-1',
  organization_id: 'organization-1',
  role: 'member',
  scopes: undefined,
  is_operator: false,
  credential_type: 'api_key',
  credential_id: 'key-1',
};

describe('the log line of a request', () => {
  let served: Served;
  before(async () => {
    served = await serve({
      v2: async (context) => {
        if (context.path.startsWith('/api/v2/status/')) {
          context.status = Number(context.path.split('/').at(-1));
          context.body = {};
          return;
        }
        if (context.path === '/api/v2/hangs') await new Promise(() => undefined);
        context.state.operation = { id: 'getTask', version: 'v2', path: '/api/v2/tasks/{task_id}', rateClass: 'read' };
        context.state.actor = actor;
        if (context.path === '/api/v2/rule') throw new AppError('forbidden', 403, { role: 'lead' });
        context.body = { text: 'x' };
      },
    });
  });
  after(() => served.close());

  const lineOf = (request_id: string): Promise<LogLine> =>
    eventually(async () => {
      const line = served.lines.find((one) => one['msg'] === 'request' && one['request_id'] === request_id);
      if (line === undefined) throw new Error('it has not been written yet');
      return line;
    });

  it('says who asked for what by which credential, what came of it and from which network', async () => {
    await served.get('/api/v2/things?q=1', { 'x-request-id': 'all', 'user-agent': 'curl/8.5' });
    const { duration_ms, pid: _pid, time: _time, ...line } = await lineOf('all');
    expect(duration_ms).to.be.a('number').within(0, 10_000);
    expect(line).to.deep.equal({
      ...{ level: 30, msg: 'request', request_id: 'all', method: 'GET', path: '/api/v2/things', status: 200 },
      ...{ response_bytes: 12, operation: 'getTask', network: '127.0.0.0/24' },
      ...{ user_id: 'user-1', organization_id: 'organization-1', credential_id: 'key-1', hostname: line['hostname'] },
    });
  });

  it('names the problem, and cuts a long path', async () => {
    await served.get('/api/v2/rule', { 'x-request-id': 'rule' });
    expect(await lineOf('rule')).to.include({ problem: 'forbidden', status: 403, user_id: 'user-1', level: 30 });
    await served.get(`/api/v2${'/things'.repeat(300)}`, { 'x-request-id': 'long' });
    expect((await lineOf('long'))['path']).to.equal(`/api/v2${'/things'.repeat(300)}`.slice(0, 512));
  });

  for (const [path, shown] of [
    ['/api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0f00/labels', undefined],
    ['/api/v2/tasks/CORE-17', undefined],
    ['/api/v2/users/ada@example.com', '/api/v2/users/*'],
    ['/api/v2/users/ada%40example.com/sessions', '/api/v2/users/*/sessions'],
    [`/api/v2/invitations/${'t0K-'.repeat(10)}`, '/api/v2/invitations/*'],
  ] as const) {
    it(`has the path ${shown ?? 'unchanged'} for ${path}`, async () => {
      const id = createHash('sha256').update(path).digest('hex');
      await served.get(path, { 'x-request-id': id });
      expect((await lineOf(id))['path']).to.equal(shown ?? path);
    });
  }

  for (const [path, level] of [
    ['/api/v2/status/200', 30],
    ['/api/v2/status/404', 30],
    ['/api/v2/status/499', 30],
    ['/api/v2/status/500', 40],
    ['/api/v2/status/503', 40],
    ['/health', 20],
    ['/health/ready', 20],
    ['/metrics', 20],
    ['/healthy', 30],
    ['/metrics/x', 30],
  ] as const) {
    it(`of ${path} has the level ${level}`, async () => {
      const id = path.replaceAll('/', '.');
      await served.get(path, { 'x-request-id': id });
      expect(await lineOf(id)).to.include({ level });
    });
  }

  it('has the fields of docs/MONITORING.md and no others', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await served.get('/api/v2/rule', { 'x-request-id': 'fields', traceparent });
    const shared = ['level', 'time', 'pid', 'hostname', 'msg'];
    const fields = Object.keys(await lineOf('fields')).filter((name) => !shared.includes(name));
    // The next test is about a caller that disconnects.
    expect([...fields, 'aborted']).to.have.members(documentedNames('Logs', 0));
  });

  it('has no status, and says so, where the caller went away before', async () => {
    const socket = connect(served.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /api/v2/hangs HTTP/1.1\r\nHost: a\r\nX-Request-Id: gone\r\n\r\n');
    await eventually(async () => {
      if (socket.bytesWritten === 0) throw new Error('it has not been sent yet');
    });
    socket.destroySoon();
    const line = await lineOf('gone');
    expect(line).to.include({ aborted: true, level: 30 }).and.not.have.property('status');
  });
});
