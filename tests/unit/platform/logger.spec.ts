import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { createLogger } from '../../../src/platform/logger.ts';

describe('createLogger', () => {
  const linesOf = (level: string, write: (logger: ReturnType<typeof createLogger>) => void) => {
    const lines: Record<string, unknown>[] = [];
    const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
    write(
      createLogger({
        level,
        secretNames: {
          password: null,
          token: null,
          secret: null,
          cookie: null,
          authorization: null,
          'set-cookie': null,
        },
        destination,
      }),
    );
    return lines;
  };

  it('writes one JSON object per line, with level and time as strings', () => {
    const [line] = linesOf('info', (logger) => logger.info({ request_id: 'r-1' }, 'served'));
    expect(line).to.include({ level: 'info', msg: 'served', request_id: 'r-1' });
    expect(line?.['time']).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('masks secrets at the top and two levels down', () => {
    const lines = linesOf('info', (logger) => {
      logger.info({ password: 'hunter2', user: { token: 'hunter2' }, request: { headers: { cookie: 'hunter2' } } });
      logger.info({ request: { headers: { authorization: 'Bearer hunter2', 'set-cookie': ['hunter2'] } } });
    });
    expect(JSON.stringify(lines)).to.include('[masked]').and.not.include('hunter2');
  });

  it('shows nothing of what is nested too deeply to be checked', () => {
    const deep = { a: { b: { c: { d: { token: 'hunter2' }, list: [{ secret: 'hunter2' }], id: 7 } } } };
    const [line] = linesOf('info', (logger) => logger.info(deep));
    expect(line).to.deep.include({ a: { b: { c: { d: '[nested too deeply]', list: '[nested too deeply]', id: 7 } } } });
  });

  it('masks secrets in lists and in errors, and does not change the object of the caller', () => {
    const fields = { deliveries: [{ id: 1 }, { secret: 'hunter2' }] };
    const error = Object.assign(new Error('refused'), { request: { token: 'hunter2', path: '/a' }, code: 'E_A' });
    const lines = linesOf('info', (logger) => {
      logger.info(fields);
      logger.error({ err: error });
      logger.warn({ attempt: { failure: error } });
    });
    expect(JSON.stringify(lines)).to.not.include('hunter2');
    expect(lines[0]).to.deep.include({ deliveries: [{ id: 1 }, { secret: '[masked]' }] });
    expect(lines[1]?.['err']).to.include({ type: 'Error', message: 'refused', code: 'E_A' });
    expect(lines[1]?.['err']).to.not.have.property('request');
    expect(fields.deliveries[1]).to.deep.equal({ secret: 'hunter2' });
  });

  it('writes no lines below its level', () => {
    expect(linesOf('warn', (logger) => logger.info('too quiet'))).to.be.empty;
  });

  it('writes errors under every name, with their causes and without values', () => {
    const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(hunter2)' });
    const problem = new AppError('email_taken', 409, { email: 'hunter2' }, { cause });
    const all = new AggregateError([problem, new SyntaxError('Unexpected token "hunter2" is not valid JSON')]);
    const lines = linesOf('info', (logger) => {
      logger.error(problem);
      logger.error({ reason: problem, attempts: [{ failure: all }] }, 'failed');
    });
    expect(JSON.stringify(lines)).to.not.include('hunter2');
    for (const facts of [lines[0]?.['err'], lines[1]?.['reason']]) {
      expect(facts).to.include({ type: 'AppError', code: 'email_taken', status: 409 });
      expect(facts).to.have.nested.include({ 'cause.message': 'duplicate key', 'cause.code': '23505' });
    }
    expect(lines[1]).to.have.nested.property('attempts[0].failure.errors[1].message', 'invalid JSON');
  });

  it('writes errors with their causes', () => {
    const [line] = linesOf('info', (logger) =>
      logger.error({ error: new Error('outer', { cause: new Error('inner') }) }),
    );
    expect(line?.['error']).to.have.property('message', 'outer');
    expect(line?.['error']).to.have.nested.property('cause.message', 'inner');
  });
});
