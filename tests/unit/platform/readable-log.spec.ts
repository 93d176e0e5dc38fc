import { expect } from 'chai';
import { createLogger } from '../../../src/platform/logger.ts';
import { toReadableLine } from '../../../src/platform/readable-log.ts';

describe('toReadableLine', () => {
  const readable = (write: (logger: ReturnType<typeof createLogger>) => void): string => {
    const lines: string[] = [];
    const destination = { write: (line: string) => void lines.push(toReadableLine(line)) };
    write(createLogger({ level: 'info', secretNames: { token: null }, destination }));
    return lines.join('');
  };

  it('shows time, level, message and fields', () => {
    const text = readable((logger) => logger.warn({ part: 'relay', count: 3, at: 'two words' }, 'still failing'));
    expect(text).to.match(/^\d\d:\d\d:\d\d\.\d{3} WARN {2}still failing part=relay count=3 at="two words"\n$/);
  });

  it('shows method, path and status of a request', () => {
    const request = { method: 'GET', path: '/api/v2/tasks', status: 200, duration_ms: 12.3, user_id: undefined };
    const text = readable((logger) => logger.info(request, 'request'));
    expect(text).to.match(/ INFO {2}GET \/api\/v2\/tasks 200 duration_ms=12\.3\n$/);
    const { status: _none, ...aborted } = request;
    expect(readable((logger) => logger.info(aborted, 'request'))).to.include('GET /api/v2/tasks aborted ');
  });

  it('shows the stack of an error below the line', () => {
    const lines = readable((logger) => logger.error({ err: new Error('no such table') }, 'failed')).split('\n');
    expect(lines[0]).to.match(/ ERROR failed$/);
    expect(lines[1]).to.equal('    Error: no such table');
    expect(lines[2]).to.match(/^ {4}at /);
  });

  it('keeps masked values, and escapes line breaks that clients send', () => {
    const text = readable((logger) =>
      logger.info({ token: 'ses_1', path: '/a\nINFO forged', agent: '\u001b[2J\u009b1m\u202e' }, 'x\ny'),
    );
    expect(text).not.to.include('ses_1');
    expect(text.split('\n')).to.have.length(2);
    expect(text.trimEnd()).not.to.match(/[\p{Cc}\p{Cf}]/u);
  });

  it('returns any other text unchanged', () => {
    for (const text of ['plain', '[1]', 'null', '']) expect(toReadableLine(text)).to.equal(text);
  });
});
