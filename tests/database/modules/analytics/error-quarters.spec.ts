import { expect } from 'chai';
import type { ErrorLevel, ErrorReport } from '../../../../generated/v2/types.ts';
import { readErrorSeries, readMostErrors } from '../../../../src/modules/analytics/error-figures.repository.ts';
import { deleteErrors } from '../../../../src/modules/errors/changes/error-changes.repository.ts';
import { takeErrorReports } from '../../../../src/modules/errors/index.ts';
import { sweepErrors } from '../../../../src/modules/errors/sweep/error-sweep.service.ts';
import { createProject } from '../../../../src/modules/projects/index.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../src/platform/durations.ts';
import { newId } from '../../../../src/platform/ids.ts';
import type { Unit } from '../../../../src/platform/unit.ts';
import { countStatements } from '../../../support/counted-db.ts';
import { createRandom } from '../../../support/figures/random.ts';
import { ownerOn } from '../../../support/owner-on.ts';
import { useDatabase } from '../../../support/use-database.ts';

// Figures of an organization are read from quarters of an hour that are added up, from counts that are not yet, and without
// the projects that are hidden. Whatever has been added up, they are the sums of the counts themselves.

const begin = Date.parse('2026-11-10T12:00:00Z');
const levels: readonly ErrorLevel[] = ['error', 'warning', 'info'];
const ranges: readonly (readonly string[])[] = [
  ['2026-11-01T00:00:00.000Z', '2026-11-05T00:00:00.000Z', '2026-11-12T00:00:00.000Z'],
  // Ends within a quarter, and so near to each other that no whole quarter is between them.
  ['2026-11-09T03:07:12.345Z', '2026-11-09T21:15:00.000Z', '2026-11-10T11:52:00.001Z'],
  ['2026-11-10T10:01:00.000Z', '2026-11-10T10:11:00.000Z'],
  ['2026-11-10T09:59:00.000Z', '2026-11-10T10:16:00.000Z'],
  ['2026-10-01T00:00:00.000Z', '2026-10-02T00:00:00.000Z'],
];

const expectedSeries = `
  SELECT width_bucket(c.bucket, :bounds::timestamptz[]) AS bucket, c.environment, g.level, sum(c.count)::bigint AS occurrences
    FROM error_counts c JOIN error_groups g ON g.id = c.error_id
   WHERE c.organization_id = :organization AND c.project_id = ANY (:projects::uuid[])
     AND c.bucket >= (:bounds::timestamptz[])[1] AND c.bucket < (:bounds::timestamptz[])[cardinality(:bounds::timestamptz[])]
   GROUP BY 1, 2, 3`;
const expectedMost = `
  SELECT error_id, sum(count)::bigint AS occurrences FROM error_counts
   WHERE organization_id = :organization AND project_id = ANY (:projects::uuid[])
     AND bucket >= (:bounds::timestamptz[])[1] AND bucket < (:bounds::timestamptz[])[cardinality(:bounds::timestamptz[])]
   GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20`;
/** Quarters that are not the sum of their counts. */
const wrongQuarters = `
  SELECT bucket, environment, level, q.count, s.count AS wanted
    FROM (SELECT * FROM error_quarters WHERE count <> 0) q
    FULL JOIN (SELECT c.organization_id, date_bin('15 minutes', c.bucket, '2000-01-01T00:00:00Z') AS bucket, c.environment,
                      g.level, sum(c.count) AS count
                 FROM error_counts c JOIN error_groups g ON g.id = c.error_id
                WHERE c.bucket < (SELECT added_until FROM error_quarters_cursor)
                GROUP BY 1, 2, 3, 4) s USING (organization_id, bucket, environment, level)
   WHERE q.count IS DISTINCT FROM s.count`;

describe('figures of the errors of an organization', function () {
  this.timeout(120_000);
  const database = useDatabase();
  const random = createRandom(11);
  const draw = (below: number): number => Math.floor(random() * below);
  let unit: Unit;
  let organization_id = '';
  /** The first two have reports of their own; the last one is hidden from some. */
  let projects: readonly string[] = [];
  let [open, hidden, doomed] = ['', '', ''];

  before(async () => {
    unit = await ownerOn(database.db);
    ({ organization_id } = unit.actor);
    const create = async (key: string) =>
      (await createProject(unit, { key, name: key, visibility: 'organization' })).id;
    [open, hidden, doomed] = [await create('OPEN'), await create('HIDDEN'), await create('DOOMED')];
    const quiet = Array.from({ length: 210 }, (_, place) => ({
      ...{ id: newId(), organization_id, key: `Q${place}`, name: 'Quiet', visibility: 'organization' },
      ...{ created_at: unit.now, updated_at: unit.now },
    }));
    await database.db.knex('projects').insert(quiet);
    projects = [open, doomed, ...quiet.map(({ id }) => id)];
  });

  const take = async (project_id: string, reports: ErrorReport[], now: number): Promise<void> => {
    await database.db.transaction((db) =>
      takeErrorReports({ ...unit, db, now: new Date(now) }, { organization_id, project_id, reports }),
    );
  };
  /** Reports of ten errors of each project, between two moments before now. */
  const report = async (now: number, [oldest, newest]: readonly [number, number]): Promise<void> => {
    for (const project of [open, hidden, doomed]) {
      const reports = Array.from({ length: 60 }, (): ErrorReport => {
        const kind = draw(10);
        return {
          type: `Error${'ABCDEFGHIJ'[kind]}`,
          level: levels[kind % 3] ?? 'error',
          ...(draw(3) > 0 && { environment: `env-${draw(2)}` }),
          occurred_at: new Date(now - newest - draw(oldest - newest)).toISOString(),
        };
      });
      await take(project, reports, now);
    }
  };
  const sweep = (now: number): Promise<void> => sweepErrors(database.db, new Date(now), new AbortController().signal);
  const rowsOf = async (text: string, values = {}): Promise<unknown[]> => {
    const { rows } = await database.db.knex.raw<{ rows: unknown[] }>(text, values);
    return rows;
  };

  const expectFigures = async (): Promise<void> => {
    expect(await rowsOf(wrongQuarters)).to.deep.equal([]);
    for (const bounds of ranges) {
      for (const project_ids of [undefined, projects, [open]]) {
        const scope = { organization_id, project_ids, isProjectOptional: true };
        const shown = project_ids ?? [...projects, hidden];
        const values = { organization: organization_id, projects: [...shown], bounds: [...bounds] };
        const name = `${bounds.join(' ')} ${project_ids?.length ?? 'all'}`;
        const series = await readErrorSeries(database.db, scope, { bounds });
        expect(series, name).to.have.deep.members(await rowsOf(expectedSeries, values));
        const most = await readMostErrors(database.db, scope, { bounds }, 20);
        const found = most.map(({ error_id, occurrences }) => ({ error_id, occurrences }));
        expect(found, name).to.deep.equal(await rowsOf(expectedMost, values));
      }
    }
  };
  const addedUntil = async (): Promise<string> => {
    const { added_until } = (await database.db.knex('error_quarters_cursor').first()) as { added_until: Date | string };
    return new Date(added_until).toISOString();
  };

  it('are exact before anything is added up, and once it is', async () => {
    await report(begin, [9 * DAY_MS, 0]);
    await report(begin, [3 * HOUR_MS, 0]);
    await expectFigures();
    await sweep(begin + 31 * MINUTE_MS);
    expect(await addedUntil()).to.equal('2026-11-10T11:00:00.000Z');
    await expectFigures();
  });

  it('are exact with reports that come late, also while counts are being added up', async () => {
    const later = begin + 70 * MINUTE_MS;
    await report(later, [2 * HOUR_MS, 46 * MINUTE_MS]);
    await report(later, [12 * DAY_MS, 0]);
    await expectFigures();
    await Promise.all([
      sweep(later + 55 * MINUTE_MS),
      ...Array.from({ length: 8 }, () => report(later + 55 * MINUTE_MS, [3 * HOUR_MS, 50 * MINUTE_MS])),
    ]);
    expect(await addedUntil()).to.equal('2026-11-10T13:00:00.000Z');
    await expectFigures();
    await sweep(begin + 4 * DAY_MS);
    await expectFigures();
  });

  it('wait for a late report that is being stored, and contain it', async () => {
    const now = begin + 5 * DAY_MS;
    let sweeping = Promise.resolve();
    await database.db.transaction(async (db) => {
      await db.knex.raw('SELECT FROM error_quarters_cursor FOR SHARE');
      sweeping = sweep(now);
      const reports: ErrorReport[] = [{ type: 'ErrorA', occurred_at: new Date(now - 2 * HOUR_MS).toISOString() }];
      await takeErrorReports({ ...unit, db, now: new Date(now) }, { organization_id, project_id: open, reports });
    });
    await sweeping;
    expect(await addedUntil()).to.equal('2026-11-15T11:00:00.000Z');
    await expectFigures();
  });

  it('lose errors that are deleted, and those of a deleted project', async () => {
    const rows = (await database.db.knex('error_groups').where({ project_id: open }).limit(3)) as { id: string }[];
    await database.db.transaction((db) =>
      deleteErrors(
        db,
        organization_id,
        rows.map(({ id }) => id),
      ),
    );
    await expectFigures();
    await database.db.knex('projects').where({ id: doomed }).delete();
    await expectFigures();
    expect(await rowsOf(expectedSeries, { organization: organization_id, projects: [doomed], bounds: [...ranges[0]!] }))
      .to.be.empty;
  });

  it('lose what is older than 400 days', async () => {
    await sweep(begin + 396 * DAY_MS);
    await expectFigures();
    await sweep(begin + 402 * DAY_MS);
    await expectFigures();
    expect(await rowsOf('SELECT FROM error_quarters WHERE bucket < :until', { until: '2026-11-11T00:00:00Z' })).to.be
      .empty;
  });

  it('find the errors that occurred most, wherever they are among those of any time', async () => {
    const bounds = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
    const scope = { organization_id, project_ids: undefined, isProjectOptional: true };
    const add = async (place: number, occurrences: number, occurrence_count: number): Promise<void> => {
      const id = newId();
      const times = { created_at: unit.now, updated_at: unit.now, first_seen_at: bounds[0], last_seen_at: bounds[1] };
      const group = { id, organization_id, project_id: open, fingerprint: `many-${place}`, title: 'T', level: 'error' };
      await database.db.knex('error_groups').insert({ ...group, ...times, occurrence_count });
      const count = { environment: '', bucket: bounds[0], count: occurrences };
      await database.db.knex('error_counts').insert({ error_id: id, organization_id, project_id: open, ...count });
    };
    const expectMost = async (statements: number): Promise<void> => {
      const db = countStatements(database.db);
      let found: unknown[] = [];
      const run = await db.countOf(async () => {
        const most = await readMostErrors(db, scope, { bounds }, 20);
        found = most.map(({ error_id, occurrences }) => ({ error_id, occurrences }));
      });
      const values = { organization: organization_id, projects: [...projects, hidden], bounds };
      expect(found).to.deep.equal(await rowsOf(expectedMost, values));
      expect(run).to.equal(statements);
    };
    for (let place = 0; place < 60; place += 1) await add(place, 1 + (place % 7), 10 + place);
    await expectMost(1);
    for (let place = 60; place < 600; place += 1) await add(place, 1 + (place % 7), 500 + place);
    await expectMost(3);
    for (let place = 600; place < 2200; place += 1) await add(place, 1 + (place % 7), 5000 + place);
    await expectMost(4);
    for (let place = 2200; place < 2220; place += 1) await add(place, 10_000, 10_000);
    await expectMost(1);
  });
});
