import { expect } from 'chai';
import type { ErrorReport, Project } from '../../../../generated/v2/types.ts';
import { countSessions, takeErrorReports } from '../../../../src/modules/errors/index.ts';
import { sweepErrors } from '../../../../src/modules/errors/sweep/error-sweep.service.ts';
import { createProject } from '../../../../src/modules/projects/index.ts';
import { DAY_MS } from '../../../../src/platform/durations.ts';
import type { Unit } from '../../../../src/platform/unit.ts';
import { ownerOn } from '../../../support/owner-on.ts';
import { useDatabase } from '../../../support/use-database.ts';

describe('releases in the database', () => {
  const database = useDatabase();
  let unit: Unit;
  let number = 0;
  let place: { readonly organization_id: string; readonly project_id: string };

  before(async () => {
    unit = await ownerOn(database.db);
  });
  beforeEach(async () => {
    number += 1;
    const project: Project = await createProject(unit, { key: `R${number}`, name: 'R', visibility: 'organization' });
    place = { organization_id: unit.actor.organization_id, project_id: project.id };
  });

  const take = async (reports: ErrorReport[], now = unit.now) =>
    database.db.transaction(async (db) => takeErrorReports({ ...unit, db, now }, { ...place, reports }));
  const countStarted = async (release: string, environment: string, now = unit.now) => {
    const counted = { started: 2, errored: 0, abnormal: 0, crashed: 1 };
    const counts = [{ release, environment, bucket: now.toISOString(), ...counted }];
    await database.db.transaction(async (db) => countSessions({ ...unit, db, now }, { ...place, counts, bad: [] }));
  };
  const failure = (release: string, environment?: string): ErrorReport => ({
    type: 'FullError',
    release,
    ...(environment !== undefined && { environment }),
  });
  /** Adds releases `r1`, `r2` …, or environments `e1`, `e2` … of one. */
  const fill = async (count: number, release?: string): Promise<void> => {
    await database.db.knex.raw(
      release === undefined
        ? `INSERT INTO error_releases (id, organization_id, project_id, release, first_seen_at)
           SELECT gen_random_uuid(), ?, ?, 'r' || n, ? FROM generate_series(1, ?) n`
        : `INSERT INTO release_environments (organization_id, project_id, release, environment)
           SELECT ?, ?, ?, 'e' || n FROM generate_series(1, ?) n`,
      [place.organization_id, place.project_id, release ?? unit.now, count],
    );
  };
  const names = async (): Promise<string[]> => {
    const query = database.db.knex('error_releases').select('release').where(place).orderBy('release');
    return ((await query) as { readonly release: string }[]).map(({ release }) => release);
  };
  const occurrences = async () => {
    const columns = ['release', 'environment', 'occurrence_count'];
    const query = database.db
      .knex('release_environments')
      .select(columns)
      .where(place)
      .where('occurrence_count', '>', 0);
    return ((await query) as Readonly<Record<string, unknown>>[]).map((row) => columns.map((column) => row[column]));
  };
  const sessions = async () => {
    const columns = ['release', 'environment', 'started', 'crashed'];
    const query = database.db.knex('release_sessions').select(columns).where(place).orderBy('release');
    return ((await query) as Readonly<Record<string, unknown>>[]).map((row) => columns.map((column) => row[column]));
  };

  describe('beyond 10,000 of a project', () => {
    it('are not noted, and what is reported of them is counted', async () => {
      await fill(9999);
      const taken = await take(['new3', 'new1', 'r7', 'new2'].map((release) => failure(release, 'test')));
      expect(taken.map(({ is_repeated }) => is_repeated)).to.deep.equal([false, false, false, false]);
      expect((await names()).filter((name) => name.startsWith('new'))).to.deep.equal(['new1']);
      await take([failure('new2', 'test'), failure('new1', 'test')]);
      expect(await names()).to.have.length(10_000);
      expect(await occurrences()).to.have.deep.members([
        ['new1', 'test', 2],
        ['r7', 'test', 1],
      ]);
      const { occurrence_count } = (await database.db.knex('error_groups').where(place).first()) as {
        readonly occurrence_count: number;
      };
      expect(occurrence_count).to.equal(6);
      for (const release of ['new1', 'new2', 'new3']) await countStarted(release, 'test');
      expect(await sessions()).to.deep.equal([
        ['', '', 4, 2],
        ['new1', 'test', 2, 1],
      ]);
    });

    it('are later than those that are noted', async () => {
      await fill(9999);
      const [{ error_id } = { error_id: '' }] = await take([failure('fixed')]);
      const status = async (release: string) => {
        const resolved = { status: 'resolved', resolved_at: unit.now, resolved_in_release: 'fixed' };
        await database.db.knex('error_groups').where({ id: error_id }).update(resolved);
        await take([failure(release)]);
        return ((await database.db.knex('error_groups').where({ id: error_id }).first()) as { status: string }).status;
      };
      expect(await status('r1')).to.equal('resolved');
      expect(await status('fixed')).to.equal('regressed');
      expect(await status('beyond')).to.equal('regressed');
    });
  });

  it('have up to 100 environments, and are counted without further ones', async () => {
    await take([failure('shop@1')]);
    await fill(98, 'shop@1');
    await take([failure('shop@1', 'e99')]);
    await take([failure('shop@1', 'e100'), failure('shop@1', 'e3'), failure('shop@1', 'e101')]);
    await countStarted('shop@1', 'e100');
    await countStarted('shop@1', 'e3');
    expect(await occurrences()).to.have.deep.members([
      ['shop@1', '', 3],
      ['shop@1', 'e99', 1],
      ['shop@1', 'e3', 1],
    ]);
    expect(await sessions()).to.have.deep.members([
      ['shop@1', '', 2, 1],
      ['shop@1', 'e3', 2, 1],
    ]);
    const rows: unknown[] = await database.db.knex('release_environments').where(place);
    expect(rows).to.have.length(100);
  });

  it('are noted once under parallel reports', async () => {
    const calls = Array.from({ length: 30 }, (_, call) => [failure(`p${call % 3}`, 'a'), failure(`p${call % 5}`, 'b')]);
    await Promise.all(calls.map(async (reports) => take(reports)));
    expect(await names()).to.deep.equal(['p0', 'p1', 'p2', 'p3', 'p4']);
    expect(await occurrences()).to.have.deep.members([
      ...['p0', 'p1', 'p2'].map((release) => [release, 'a', 10]),
      ...['p0', 'p1', 'p2', 'p3', 'p4'].map((release) => [release, 'b', 6]),
    ]);
  });

  it('are swept 400 days after their first report and last error, once they have no sessions', async () => {
    const day = (days: number): Date => new Date(unit.now.getTime() + days * DAY_MS);
    await take([failure('silent', 'a'), failure('old', 'a')]);
    await countStarted('running', 'a');
    await take([failure('old', 'b')], day(100));
    await countStarted('running', 'a', day(390));
    await take([failure('young', 'a')], day(401));
    const left = async (days: number) => {
      await sweepErrors(database.db, day(days), new AbortController().signal);
      return names();
    };
    expect(await left(399.9)).to.deep.equal(['old', 'running', 'silent', 'young']);
    expect(await left(400.1)).to.deep.equal(['old', 'running', 'young']);
    expect((await occurrences()).map(([release]) => release)).to.have.members(['old', 'old', 'young']);
    expect(await left(481)).to.deep.equal(['old', 'young']);
    expect(await left(500.1)).to.deep.equal(['young']);
    await take([failure('silent', 'a')], day(501));
    expect(await occurrences()).to.have.deep.members([
      ['young', 'a', 1],
      ['silent', 'a', 1],
    ]);
  });
});
