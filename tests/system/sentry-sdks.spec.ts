import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { Project } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createProject, createReportingKey } from '../support/factories.ts';
import { rawRequest } from '../support/raw-request.ts';

// Programs with the SDKs of Sentry, unmodified, report to a server.

const root = join(import.meta.dirname, '../..');
const programs = join(root, 'tests/support/reporting');
const run = promisify(execFile);

interface Occurrence {
  readonly level: string;
  readonly type: string | null;
  readonly message: string;
  readonly release: string;
  readonly environment: string;
  readonly server_name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly person: Readonly<Record<string, string>>;
  readonly breadcrumbs: readonly { readonly message?: string; readonly category?: string }[];
  readonly frames: readonly { readonly file: string; readonly function: string; readonly in_app: boolean }[];
  readonly causes: readonly { readonly type: string; readonly message: string; readonly frames: readonly unknown[] }[];
}

describe('the SDKs of Sentry', function () {
  this.timeout(60_000);
  const app = useApp();
  let owner: Account;
  let project: Project;

  beforeEach(async () => {
    owner = await createAccount(app);
    project = await createProject(owner);
  });

  async function dsnOf(limit?: number): Promise<string> {
    const key = await createReportingKey(owner, project, limit === undefined ? {} : { reports_per_minute: limit });
    const dsn = new URL(app.url);
    dsn.username = key.public_key;
    dsn.pathname = `/${key.project_number}`;
    return dsn.href;
  }

  const occurrences = () =>
    app.query<Occurrence & { readonly error_id: string }>(
      'SELECT * FROM error_occurrences WHERE project_id = $1 ORDER BY occurred_at, number',
      [project.id],
    );
  /** What the server says of the health of the releases. */
  async function releases() {
    const params = { path: { project_id: project.id } };
    const { data } = bodyOf(await owner.v2.GET('/api/v2/projects/{project_id}/releases', { params }));
    return data.map(({ id: _id, organization_id: _organization, project_id: _project, ...release }) => {
      const { first_seen_at: _first, last_seen_at: _last, ...figures } = release;
      return figures;
    });
  }
  const node = async (...args: readonly string[]) =>
    run('node', [join(programs, 'reporter.ts'), ...args], { timeout: 40_000 }).catch((error: unknown) => error);

  async function limitedErrors(): Promise<number> {
    const { text } = await rawRequest({ method: 'GET', url: `${app.url}/metrics` });
    return Number(/^reported_items_total\{kind="error",outcome="limited"\} (\d+)$/m.exec(text)?.[1] ?? 0);
  }

  describe('@sentry/node', () => {
    it('reports an exception with its cause, and groups a second one with it', async () => {
      await node(await dsnOf(), '2');
      const [first, second] = await occurrences();
      expect(first).to.deep.include({
        level: 'error',
        type: 'CartError',
        message: 'cannot load cart 1',
        release: 'shop@2.4.0',
        environment: 'production',
        server_name: 'web-1',
      });
      expect(first!.tags).to.include({ region: 'eu' });
      expect(first!.person).to.include({ id: '17', email: 'jun@shop.example' });
      expect(first!.breadcrumbs.map(({ category }) => category)).to.include('cart');
      expect(first!.frames[0]).to.include({ function: 'loadCart', in_app: true });
      expect(first!.frames[0]!.file).to.match(/reporter\.ts$/);
      expect(first!.causes).to.have.length(1);
      expect(first!.causes[0]).to.include({ type: 'RangeError', message: 'no such row' });
      expect(second!.message).to.equal('cannot load cart 2');
      expect(second!.error_id).to.equal(first!.error_id);
    });

    it('reports a message, and its session', async () => {
      await node(await dsnOf(), 'message');
      const [message] = await occurrences();
      expect(message).to.deep.include({ level: 'warning', type: null, message: 'queue is full' });
      await eventually(async () => {
        expect(await releases()).to.deep.equal([
          // The SDK sends the stack trace of a message as an exception, and then counts the session as errored.
          {
            ...{ release: 'shop@2.4.0', session_count: 1, exited_count: 0, errored_count: 1, abnormal_count: 0 },
            ...{ crashed_count: 0, crash_free_session_rate: 1, new_error_count: 1, occurrence_count: 1 },
          },
        ]);
      });
    });

    it('reports what ends the program, and the session as crashed', async () => {
      await node(await dsnOf(), 'crash');
      const [crash] = await occurrences();
      expect(crash).to.deep.include({ type: 'CartError', message: 'cannot load cart 3' });
      await eventually(async () => {
        expect(await releases()).to.deep.equal([
          {
            ...{ release: 'shop@2.4.0', session_count: 1, exited_count: 0, errored_count: 0, abnormal_count: 0 },
            ...{ crashed_count: 1, crash_free_session_rate: 0, new_error_count: 1, occurrence_count: 1 },
          },
        ]);
      });
    });

    it('reports healthy and unhealthy sessions of several runs, whose figures equal what was sent', async () => {
      const dsn = await dsnOf();
      await Promise.all(['healthy', 'healthy', 'healthy', 'crash', '2'].map((what) => node(dsn, what)));
      await eventually(async () => {
        expect(await releases()).to.deep.equal([
          {
            ...{ release: 'shop@2.4.0', session_count: 5, exited_count: 3, errored_count: 1, abnormal_count: 0 },
            ...{ crashed_count: 1, crash_free_session_rate: 0.8, new_error_count: 1, occurrence_count: 3 },
          },
        ]);
      });
    });

    it('stops sending once the key has used up its limit', async () => {
      const before = await limitedErrors();
      await node(await dsnOf(1), '5');
      expect(await occurrences()).to.have.length(1);
      // The second error was refused. The SDK has kept the others to itself.
      expect((await limitedErrors()) - before).to.equal(1);
    });
  });

  describe('sentry-sdk for Python', () => {
    it('reports a chain of exceptions, a message and a session', async () => {
      const python = join(root, '.venv/bin/python');
      const { stdout } = await run(python, [join(programs, 'reporter.py'), await dsnOf()], { timeout: 40_000 });
      expect(stdout).to.include('done');
      const [chain, message] = await occurrences();
      expect(chain).to.deep.include({
        level: 'error',
        type: 'ValueError',
        message: 'mail 41 has no subject',
        release: 'worker@1.2.3',
        environment: 'staging',
        server_name: 'worker-1',
      });
      expect(chain!.tags).to.include({ queue: 'mail' });
      expect(chain!.person).to.include({ id: '9', name: 'ada' });
      expect(chain!.breadcrumbs.map((crumb) => crumb.message)).to.include('taken from the queue');
      expect(chain!.frames[0]).to.include({ function: 'send_mail', in_app: true });
      expect(chain!.causes.map(({ type }) => type)).to.deep.equal(['KeyError']);
      expect(message).to.deep.include({ level: 'info', type: null, message: 'queue is empty' });
      await eventually(async () => {
        expect(await releases()).to.deep.equal([
          {
            ...{ release: 'worker@1.2.3', session_count: 1, exited_count: 0, errored_count: 1, abnormal_count: 0 },
            ...{ crashed_count: 0, crash_free_session_rate: 1, new_error_count: 2, occurrence_count: 2 },
          },
        ]);
      });
    });
  });
});
