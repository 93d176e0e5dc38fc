import { expect } from 'chai';
import {
  readErrorSeries,
  readMostErrors,
  readSessions,
} from '../../../../src/modules/analytics/error-figures.repository.ts';
import { HOUR_MS } from '../../../../src/platform/durations.ts';
import { bucketOf } from '../../../support/figures/local-buckets.ts';
import { createRandom } from '../../../support/figures/random.ts';
import { useDatabase } from '../../../support/use-database.ts';

// 210 projects with two errors each. A few projects are read one after another, and many with the whole organization.

const idOf = (number: number): string => `11111111-0000-7000-8000-${String(number).padStart(12, '0')}`;
const organization_id = idOf(1);
const projects = Array.from({ length: 210 }, (_, index) => idOf(index + 100));
const bounds = ['2026-11-02T00:00:00Z', '2026-11-03T00:00:00Z', '2026-11-04T00:00:00Z'];

const seed: readonly string[] = [
  `INSERT INTO organizations (id, name, slug, created_at, updated_at) VALUES ('${organization_id}', 'A', 'a', now(), now())`,
  `INSERT INTO projects (id, organization_id, key, name, visibility, created_at, updated_at)
   SELECT id, '${organization_id}', 'K' || place, 'P', 'organization', now(), now()
     FROM unnest('{${projects.join(',')}}'::uuid[]) WITH ORDINALITY AS p (id, place)`,
  `INSERT INTO error_groups (id, organization_id, project_id, fingerprint, title, level, created_at, updated_at,
     occurrence_count, first_seen_at, last_seen_at)
   SELECT md5(p.id::text || n)::uuid, p.organization_id, p.id, 'f' || n, 'Error of ' || p.key,
          CASE n WHEN 1 THEN 'error' ELSE 'warning' END, now(), now(), 3 + 2 * n, now(), '2026-11-04T00:00:00Z'
     FROM projects p, generate_series(1, 2) n`,
  // Of each error one before the range, three in the first interval and one after the range; of the second error two in
  // the second interval.
  `INSERT INTO error_counts (organization_id, project_id, error_id, environment, bucket, count)
   SELECT g.organization_id, g.project_id, g.id, b.environment, b.bucket, b.count
     FROM error_groups g
     JOIN (VALUES ('test', '2026-11-01T23:59:00Z'::timestamptz, 1, 'any'), ('test', '2026-11-02T00:00:00Z', 2, 'any'),
                  ('', '2026-11-02T23:59:00Z', 1, 'any'), ('test', '2026-11-03T12:00:00Z', 2, 'warning'),
                  ('test', '2026-11-04T00:00:00Z', 1, 'any')) AS b (environment, bucket, count, level)
       ON b.level IN ('any', g.level)`,
];

interface Sessions {
  readonly project_id: string;
  readonly release: string;
  readonly environment: string;
  readonly bucket: string;
  readonly started: number;
  readonly errored: number;
  readonly abnormal: number;
  readonly crashed: number;
}

/** Rows of each project in each hour around the range. In some, more sessions have ended badly than have begun. */
function sessionsOf(seed: number): Sessions[] {
  const random = createRandom(seed);
  const upTo = (max: number): number => Math.floor(random() * (max + 1));
  return projects.flatMap((project_id) =>
    Array.from({ length: 30 }, (_, index) => {
      const hour = Date.parse('2026-11-01T12:00:00Z') + (index * 2 + upTo(1)) * HOUR_MS;
      return {
        ...{ project_id, release: `shop@${upTo(2)}`, environment: upTo(1) === 0 ? '' : 'test' },
        ...{ bucket: new Date(hour).toISOString(), started: upTo(9), errored: upTo(3) - 1, abnormal: upTo(2) },
        crashed: upTo(4),
      };
    }),
  );
}

describe('figures of errors', function () {
  this.timeout(60_000);
  const database = useDatabase();

  before(async () => {
    for (const statement of seed) await database.db.knex.raw(statement);
  });

  for (const [name, project_ids, count] of [
    ['of one project', projects.slice(3, 4), 1],
    ['of as many as are read one after another', projects.slice(0, 200), 200],
    ['of more, but not of all', projects.slice(0, 205), 205],
    ['of the organization', undefined, 210],
  ] as const) {
    it(`${name} add up its occurrences in the range`, async () => {
      const scope = { organization_id, project_ids, isProjectOptional: true };
      const found = await readErrorSeries(database.db, scope, { bounds });
      expect(found).to.have.deep.members([
        { bucket: 1, environment: 'test', level: 'error', occurrences: 2 * count },
        { bucket: 1, environment: 'test', level: 'warning', occurrences: 2 * count },
        { bucket: 1, environment: '', level: 'error', occurrences: count },
        { bucket: 1, environment: '', level: 'warning', occurrences: count },
        { bucket: 2, environment: 'test', level: 'warning', occurrences: 2 * count },
      ]);
      const most = (await readMostErrors(database.db, scope, { bounds }, 20)).map(({ occurrences }) => occurrences);
      const wanted = [...Array.from({ length: count }, () => 5), ...Array.from({ length: count }, () => 3)];
      expect(most).to.deep.equal(wanted.slice(0, 20));
    });
  }

  it('count sessions as a count of every row does', async () => {
    const rows = sessionsOf(20_261_102);
    await database.db.knex.batchInsert(
      'release_sessions',
      rows.map((row) => ({ organization_id, ...row })),
    );
    expect(rows.some((row) => row.started < row.crashed)).to.equal(true);
    for (const project_ids of [projects.slice(3, 4), projects.slice(0, 50), projects.slice(0, 55), undefined]) {
      const counted = rows.filter(({ project_id }) => project_ids?.includes(project_id) ?? true);
      const wanted = [1, 2].map((bucket) => {
        const begun = counted.filter((row) => bucketOf(bounds, row.bucket) === bucket);
        const bad = ({ errored, abnormal, crashed }: Sessions): number => Math.max(errored, 0) + abnormal + crashed;
        const sessions = begun.reduce((sum, row) => sum + Math.max(row.started, bad(row)), 0);
        return { bucket, sessions, crashed: begun.reduce((sum, { crashed }) => sum + crashed, 0) };
      });
      const scope = { organization_id, project_ids, isProjectOptional: true };
      expect(await readSessions(database.db, scope, { bounds })).to.have.deep.members(wanted);
    }
  });
});
