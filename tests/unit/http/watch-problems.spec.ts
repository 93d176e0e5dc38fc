import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { serve } from './fixture.ts';
import type { Served } from './fixture.ts';

describe('http: problems that an operation does not declare', () => {
  let served: Served;
  /** What the operation is said to be, and what it throws. */
  let thrown: { readonly id: string; readonly error: unknown };

  before(async () => {
    served = await serve({
      v2: (context) => {
        context.state.operation = { id: thrown.id, version: 'v2', path: '/api/v2/things', rateClass: 'read' };
        throw thrown.error;
      },
    });
  });
  after(() => served.close());

  const post = async (id: string, error: unknown): Promise<number> => {
    thrown = { id, error };
    return (await served.send('POST', '/api/v2/projects')).status;
  };

  it('are counted and logged for their status, and sent', async () => {
    const before = served.breaches.length;
    expect(await post('createProject', new AppError('project_archived', 409))).to.equal(409);
    expect(served.breaches.slice(before)).to.deep.equal([
      {
        version: 'v2',
        operation_id: 'createProject',
        status: 409,
        part: 'status',
        pointer: '409',
        keyword: 'undeclared',
      },
    ]);
    const line = served.lines.find(
      ({ operation, problem }) => operation === 'v2.createProject' && problem !== undefined,
    );
    expect(line).to.include({ level: 50, status: 409, problem: 'project_archived' });
  });

  it('are counted and logged for their code where the status is declared', async () => {
    const before = served.breaches.length;
    expect(await post('createProject', new AppError('operation_retired', 404))).to.equal(404);
    expect(served.breaches.slice(before).map(({ part, pointer }) => [part, pointer])).to.deep.equal([
      ['body', '/code'],
    ]);
  });

  it('are counted for a bug that nobody foresaw', async () => {
    const before = served.breaches.length;
    expect(await post('createProject', new TypeError('a bug'))).to.equal(500);
    expect(served.breaches.slice(before).map(({ status }) => status)).to.deep.equal([500]);
  });

  it('are not what the operation declares, nor what belongs to no operation', async () => {
    const before = served.breaches.length;
    expect(await post('createProject', new AppError('not_found', 404))).to.equal(404);
    expect((await served.get('/nowhere')).status).to.equal(404);
    expect(served.breaches.slice(before)).to.deep.equal([]);
  });
});
