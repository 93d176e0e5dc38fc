import { expect } from 'chai';
import type { ErrorReport, Project } from '../../../../generated/v2/types.ts';
import { countSessions, forgetPerson, takeErrorReports } from '../../../../src/modules/errors/index.ts';
import { sweepErrors } from '../../../../src/modules/errors/sweep/error-sweep.service.ts';
import { createProject } from '../../../../src/modules/projects/index.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../src/platform/durations.ts';
import type { Unit } from '../../../../src/platform/unit.ts';
import { countStatements } from '../../../support/counted-db.ts';
import { ownerOn } from '../../../support/owner-on.ts';
import { useDatabase } from '../../../support/use-database.ts';

describe('errors in the database', () => {
  const database = useDatabase();
  let unit: Unit;
  let project: Project;

  before(async () => {
    unit = await ownerOn(database.db);
    project = await createProject(unit, { key: 'CORE', name: 'Core platform', visibility: 'organization' });
  });

  /** Takes reports in a transaction of their own, as a request does. */
  const take = async (reports: ErrorReport[], now = unit.now) =>
    database.db.transaction(async (db) => {
      const place = { organization_id: unit.actor.organization_id, project_id: project.id };
      return takeErrorReports({ ...unit, db, now }, { ...place, reports });
    });
  const rowsOf = async <Row>(table: string, error_id: string): Promise<Row[]> =>
    (await database.db.knex(table).where({ error_id })) as Row[];

  const groupOf = async (id: string): Promise<unknown> => database.db.knex('error_groups').where({ id }).first();

  it('counts 50 parallel calls exactly, of the same errors in any order', async () => {
    const types = ['AlphaError', 'BetaError', 'GammaError', 'DeltaError'];
    const calls = Array.from({ length: 50 }, (_, call) =>
      types
        .map((_type, index) => types[(index + call) % types.length]!)
        .map((type) => ({
          type,
          release: `r@${call % 3}`,
          environment: 'production',
          tags: { call: String(call % 7) },
        })),
    );
    const taken = await Promise.all(calls.map(async (reports) => take(reports)));
    const ids = [...new Set(taken.flat().map(({ error_id }) => error_id))];
    expect(ids).to.have.length(types.length);
    expect(taken.flat().filter(({ is_new }) => is_new)).to.have.length(types.length);
    for (const id of ids) {
      expect(await groupOf(id)).to.deep.include({ occurrence_count: 50, status: 'open', version: 1 });
      const counts = await rowsOf<{ count: number }>('error_counts', id);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).to.equal(50);
      const facets = await rowsOf<{ name: string; count: number }>('error_facets', id);
      const releases = facets.filter(({ name }) => name === 'release');
      expect(releases.reduce((sum, { count }) => sum + count, 0)).to.equal(50);
      const numbers = (await rowsOf<{ number: number }>('error_occurrences', id)).map(({ number }) => number);
      expect(numbers.sort((a, b) => a - b)).to.deep.equal(Array.from({ length: 50 }, (_, index) => index + 1));
    }
  });

  it('sends the same number of statements for one report and for a hundred', async () => {
    const db = countStatements(database.db);
    const place = { organization_id: unit.actor.organization_id, project_id: project.id };
    const reports = (count: number): ErrorReport[] =>
      Array.from({ length: count }, (_, index) => ({
        type: `Many${index % 3}Error`,
        message: 'x',
        user: { id: `u${index}` },
      }));
    const countOf = async (count: number) =>
      db.countOf(() => takeErrorReports({ ...unit, db }, { ...place, reports: reports(count) }));
    await countOf(3);
    expect(await countOf(100)).to.equal(await countOf(1));
  });

  it('keeps no more than a hundred values of a tag', async () => {
    const reports = Array.from({ length: 100 }, (_, index) => ({
      type: 'TaggedError',
      tags: { request: `r${index}` },
    }));
    const [{ error_id } = { error_id: '' }] = await take(reports);
    await take(reports.map(({ type }, index) => ({ type, tags: { request: `s${index}` } })));
    expect(await rowsOf('error_facets', error_id)).to.have.length(100);
  });

  it('sweeps old occurrences, and adds up minutes of counts by quarters of an hour', async () => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 9, 1, 12, minutes)).toISOString();
    const reported = new Date(Date.UTC(2026, 9, 1, 13));
    const reports = [0, 1, 14, 15, 29].map((minutes) => ({ type: 'SweptError', occurred_at: at(minutes) }));
    const [{ error_id } = { error_id: '' }] = await take(reports, reported);
    const counts = async () => {
      const rows = await rowsOf<{ bucket: string; count: number }>('error_counts', error_id);
      return rows.map(({ bucket, count }) => [bucket, count]).sort();
    };
    expect(await counts()).to.have.length(5);
    const after = (ms: number) => new Date(reported.getTime() + ms);
    const signal = new AbortController().signal;
    await sweepErrors(database.db, after(2 * DAY_MS - MINUTE_MS), signal);
    expect(await counts()).to.have.length(5);
    await sweepErrors(database.db, after(2 * DAY_MS + 2 * HOUR_MS), signal);
    expect(await counts()).to.deep.equal([
      [at(0), 3],
      [at(15), 2],
    ]);
    expect(await rowsOf('error_occurrences', error_id)).to.have.length(5);
    await sweepErrors(database.db, after(31 * DAY_MS), signal);
    expect(await rowsOf('error_occurrences', error_id)).to.have.length(0);
    expect(await counts()).to.have.length(2);
    await sweepErrors(database.db, after(401 * DAY_MS), signal);
    expect(await counts()).to.have.length(0);
  });

  it('sweeps sessions after 90 days, and forgets those with a bad outcome after a week', async () => {
    const { organization_id } = unit.actor;
    const began = new Date(Date.UTC(2026, 9, 1, 12));
    const place = { organization_id, project_id: project.id };
    const session = { release: 'swept@1', environment: 'test', bucket: began.toISOString() };
    const counts = [{ ...session, started: 3, errored: 0, abnormal: 0, crashed: 0 }];
    const bad = [{ ...session, session_id: '0193f1c2-0000-7000-8000-000000000001', outcome: 'crashed' as const }];
    await database.db.transaction(async (db) => countSessions({ ...unit, db, now: began }, { ...place, counts, bad }));
    const left = async (days: number) => {
      await sweepErrors(database.db, new Date(began.getTime() + days * DAY_MS), new AbortController().signal);
      const counted: unknown[] = await database.db.knex('release_sessions').where(place).select('started', 'crashed');
      return [counted, await database.db.knex('bad_sessions').where(place).select('outcome')];
    };
    const kept = { started: 3, crashed: 1 };
    expect(await left(6.9)).to.deep.equal([[kept], [{ outcome: 'crashed' }]]);
    expect(await left(7.1)).to.deep.equal([[kept], []]);
    expect(await left(89.9)).to.deep.equal([[kept], []]);
    expect(await left(90.1)).to.deep.equal([[], []]);
  });

  it('counts errors beyond 50,000 of a project in one, and the others as before', async function () {
    this.timeout(60_000);
    const full = await createProject(unit, { key: 'FULL', name: 'Full', visibility: 'organization' });
    const place = { organization_id: unit.actor.organization_id, project_id: full.id };
    const report = async (...types: string[]) =>
      database.db.transaction(async (db) =>
        takeErrorReports({ ...unit, db }, { ...place, reports: types.map((type) => ({ type, release: 'full@1' })) }),
      );
    await database.db.knex.raw(
      `INSERT INTO error_groups (id, organization_id, project_id, fingerprint, title, level, created_at, updated_at,
         first_seen_at, last_seen_at)
       SELECT gen_random_uuid(), ?, ?, md5(n::text), 'full', 'error', now(), now(), now(), now()
         FROM generate_series(1, 49999) n`,
      [place.organization_id, place.project_id],
    );
    const [last] = await report('LastError');
    expect(last).to.include({ is_new: true });
    const calls = Array.from({ length: 10 }, (_, call) => [`Random${call}Error`, 'LastError', `Other${call}Error`]);
    const taken = (await Promise.all(calls.map(async (types) => report(...types)))).flat();
    const further = [...new Set(taken.map(({ error_id }) => error_id))].filter((id) => id !== last!.error_id);
    expect(further).to.have.length(1);
    expect(taken.filter(({ is_new }) => is_new)).to.have.length(1);
    expect(await groupOf(last!.error_id)).to.deep.include({ occurrence_count: 11, type: 'LastError' });
    expect(await groupOf(further[0]!)).to.deep.include({ occurrence_count: 20, fingerprint: 'overflow', type: null });
    const kept = await rowsOf<{ number: number; type: string }>('error_occurrences', further[0]!);
    expect(kept.map(({ number }) => number).sort((a, b) => a - b)).to.deep.equal(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(kept.map(({ type }) => type)).to.include.members(['Random0Error', 'Other9Error']);
    expect(await database.db.knex('error_groups').where(place).count({ total: '*' }).first()).to.deep.equal({
      total: 50_001,
    });
  });

  it('forgets a person by id and by address, and keeps the counts', async () => {
    const type = 'PersonalError';
    const [{ error_id } = { error_id: '' }] = await take([
      { type, user: { id: 'gone' } },
      { type, user: { email: 'Gone@Example.com', name: 'Gone' } },
      { type, user: { id: 'stays', email: 'stays@example.com' } },
    ]);
    await database.db.transaction(async (db) =>
      forgetPerson({ ...unit, db }, { id: 'gone', email: 'gone@example.com' }),
    );
    const people = await rowsOf<{ person: { id: string } | null }>('error_occurrences', error_id);
    expect(people.map(({ person }) => person?.id).filter(Boolean)).to.deep.equal(['stays']);
    expect(await rowsOf('error_persons', error_id)).to.have.length(1);
    expect(await groupOf(error_id)).to.deep.include({ user_count: 3, occurrence_count: 3 });
  });
});
