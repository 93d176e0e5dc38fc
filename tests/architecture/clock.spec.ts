import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

// What is decided and recorded has the time of the application's clock, which tests move: a unit of work reads it once.

const root = join(import.meta.dirname, '../..');
const folders = ['audit', 'cache', 'contract', 'modules', 'outbox', 'problems', 'queue'];
const otherTime = /\bnew Date\(\)|\bDate\.now\(\)|(?<![.\w])now\(\)(?!:)|\bcurrent_(?:date|time|timestamp)\b/gi;

/** How often a file reads another time, and why. */
const exceptions: Readonly<Record<string, readonly [count: number, reason: string]>> = {
  'src/contract/access/rate-limits.ts': [3, 'Redis counts by its own time'],
  'src/queue/absence-watch.ts': [1, 'compared with a time of PostgreSQL'],
  'src/queue/job-stats.ts': [3, 'compared with times of PostgreSQL'],
};

/** Returns how often a text reads the time of the machine or of PostgreSQL. Comments do not count. */
function countOtherTimes(text: string): number {
  return [...text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '').matchAll(otherTime)].length;
}

describe('the time of a change', () => {
  it('is that of the clock, but for what is listed', () => {
    const files = globSync(`src/{${folders.join(',')}}/**/*.ts`, { cwd: root });
    expect(files).to.have.length.above(200);
    const counts = files.map((file) => [file, countOtherTimes(readFileSync(join(root, file), 'utf8'))] as const);
    const found = counts.filter(([, count]) => count > 0);
    const listed = Object.entries(exceptions).map(([file, [count]]) => [file, count] as const);
    expect(Object.fromEntries(found)).to.deep.equal(Object.fromEntries(listed));
  });

  const planted: Readonly<Record<string, number>> = {
    'const today = new Date().toISOString();': 1,
    'const at = new Date(Date.now() - 1000);': 1,
    'text: `UPDATE tasks SET updated_at = now() WHERE id = $1`': 1,
    'text: `SELECT id FROM sessions WHERE expires_at < CURRENT_TIMESTAMP`': 1,
    'const now = unit.now.toISOString(); const due = new Date(task.due_on);': 0,
    'const now = clock.now(); const began = performance.now();': 0,
    '  // Statements use it instead of now().': 0,
  };
  for (const [text, count] of Object.entries(planted)) {
    it(`${count === 0 ? 'lets pass' : 'catches'} ${text}`, () => {
      expect(countOtherTimes(text)).to.equal(count);
    });
  }
});
