import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { openDatabase } from '../../../src/platform/database.ts';
import type { Database, DatabaseSettings, Db } from '../../../src/platform/database.ts';
import { createScratchDatabase } from '../../support/database.ts';
import type { ScratchDatabase } from '../../support/database.ts';
import type { RoundTrip } from '../../support/statements.ts';

// A table of things, on which the ways to the database are tried.

export const backend = { name: 'test_backend', text: 'SELECT pg_backend_pid() AS pid' };
const countRows = { name: 'test_count', text: 'SELECT count(*) AS count FROM things' };

interface Things {
  readonly url: () => string;
  /** Opens a pool of its own, which is closed after the test. */
  readonly open: (settings?: Partial<DatabaseSettings>) => Promise<Database>;
}

/** A database with an empty table of things for every test of a file. */
export function useThings(): Things {
  let scratch: ScratchDatabase;
  const opened: Database[] = [];
  const open = async (settings: Partial<DatabaseSettings> = {}): Promise<Database> => {
    const database = await openDatabase({ url: scratch.url, ...settings });
    opened.push(database);
    return database;
  };

  before(async () => {
    scratch = await createScratchDatabase();
    const { db } = await open();
    await db.knex.schema.createTable('things', (table) => {
      table.integer('id').primary();
      table.string('name', 20).notNullable();
      table.integer('parent_id').references('things.id').deferrable('deferred');
      table.check('id > 0', {}, 'things_id_positive');
    });
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
  });
  after(() => scratch.drop());
  beforeEach(async () => {
    const { db } = await open();
    await db.knex('things').del();
  });

  return { url: () => scratch.url, open };
}

export async function count(db: Db): Promise<number> {
  return (await db.query<{ count: number }>(countRows, []))[0]?.count ?? -1;
}

export async function insert(db: Db, id: number): Promise<void> {
  await db.knex('things').insert({ id, name: `thing ${id}` });
}

export function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

export function expectUnavailable(error: unknown): void {
  expect(error).to.be.instanceOf(AppError).that.includes({ code: 'service_unavailable', status: 503 });
  expect((error as AppError).headers).to.have.property('retry-after');
}

export const insertThing = { name: 'test_insert', text: 'INSERT INTO things (id, name) VALUES ($1, $2)' };
export const readThings = { name: 'test_things', text: 'SELECT id, name FROM things ORDER BY id' };

/** As insert, by a named statement. */
export async function add(db: Db, id: number): Promise<void> {
  await db.query(insertThing, [id, `thing ${id}`]);
}

/** As add, deferred. */
export async function addLater(db: Db, id: number): Promise<void> {
  await db.defer(insertThing, [id, `thing ${id}`]);
}

export async function idsIn(db: Db): Promise<number[]> {
  return (await db.query<{ id: number }>(readThings, [])).map(({ id }) => id);
}

/** Returns the commands of each round trip, without what they are about. */
export function commandsOf(trips: readonly RoundTrip[]): string[][] {
  return trips.map((trip) => trip.map(({ text }) => text.replace(/ (?:INTO|FROM) .*| id, name.*/, '')));
}
