import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readSqlTexts, type SqlText } from './sql-texts.ts';

// A statement of a module names the organization whose rows it takes, or the project, task or user that they belong to:
// an id alone may come from a caller of another organization.

const root = join(import.meta.dirname, '../..');

/** Tables of users, whose column says only where they were last. */
const ofUsers = ['sessions'];

/** How many statements of a file are right without, and why. */
const exceptions: Readonly<Record<string, readonly [count: number, reason: string]>> = {
  'src/modules/api-keys/api-keys.repository.ts': [1, 'the key that has just authenticated the request'],
  'src/modules/audit-log/audit-log.repository.ts': [1, 'an entry of any log; the service compares its organization'],
  'src/modules/error-alerts/alerts/error-alerts.repository.ts': [1, 'the sweep, which belongs to the installation'],
  'src/modules/error-alerts/thresholds/thresholds.repository.ts': [3, 'the evaluation, which does so, too'],
  'src/modules/imports/imports.repository.ts': [2, 'the import of a job, which belongs to the installation'],
  'src/modules/organizations/invitations/invitations.repository.ts': [1, 'the invitation of a secret token'],
  'src/modules/events/retention/retention.repository.ts': [3, 'jobs of all organizations, and a deleted user'],
  'src/modules/source-maps/source-maps.repository.ts': [1, 'the sweep, which belongs to the installation'],
  'src/modules/users/erasure.repository.ts': [2, 'what every organization keeps about a person'],
};

const migrations = globSync('src/migrations/*.sql', { cwd: root }).sort();
const tables = migrations
  .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n\)/g)])
  .flatMap(([, name = '', columns = '']) => (/^\s+organization_id uuid/m.test(columns) ? [name] : []))
  .filter((name) => !ofUsers.includes(name));
const takesPattern = new RegExp(`\\b(?:FROM|JOIN|UPDATE) (?:${tables.join('|')})\\b`);
const ownerPattern = /\borganization_id (?:=|IS NULL)|\b(?:project_id|task_id|user_id) = (?:\$\d|\w+\.)/;

function namesNoOwner({ text }: SqlText): boolean {
  return takesPattern.test(text) && !ownerPattern.test(text.replace(/^.*?\b(?:FROM|UPDATE)\b/, ''));
}

describe('statements about the rows of an organization', () => {
  const texts = readSqlTexts(root).filter(({ at }) => at.startsWith('src/modules/'));
  const fileOf = ({ at }: SqlText): string => at.replace(/:\d+$/, '');

  it('are found', () => {
    expect(tables).to.include.members([
      'projects',
      'tasks',
      'comments',
      'labels',
      'milestones',
      'api_keys',
      'invitations',
    ]);
    expect(texts.filter(({ text }) => takesPattern.test(text))).to.have.length.above(60);
  });

  it('name whose rows they take, but for those that are listed', () => {
    const counts = Map.groupBy(texts.filter(namesNoOwner), fileOf);
    const found = [...counts].map(([file, statements]) => [file, statements.length] as const);
    const listed = Object.entries(exceptions).map(([file, [count]]) => [file, count] as const);
    expect(Object.fromEntries(found)).to.deep.equal(Object.fromEntries(listed));
  });

  const planted: Readonly<Record<string, boolean>> = {
    'SELECT id, organization_id FROM labels WHERE id = $1': true,
    'SELECT id FROM labels WHERE $1::uuid IS NOT NULL AND id = ANY ($2::uuid[]) ORDER BY id FOR KEY SHARE': true,
    'SELECT id FROM labels WHERE organization_id = $1 AND id = $2': false,
    'DELETE FROM comments WHERE task_id = $1': false,
    'SELECT id FROM users WHERE id = $1': false,
  };
  for (const [text, isCaught] of Object.entries(planted)) {
    it(`${isCaught ? 'catches' : 'lets pass'} ${text}`, () => {
      expect(namesNoOwner({ text, at: 'planted:1' })).to.equal(isCaught);
    });
  }
});
