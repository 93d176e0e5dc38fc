import pg from 'pg';
import { seededId, seededToken } from '../../../support/scale/seed.ts';

/** What requests of one organization may name: its owner sees all projects. */
export interface Part {
  readonly token: string;
  /** The hot set: tasks that are read, and tasks that are changed. */
  readonly read: readonly HotTask[];
  readonly changed: readonly HotTask[];
  readonly projects: readonly string[];
}

interface HotTask {
  readonly id: string;
  readonly version: number;
}

/** Every task of the database at scale, with its owner's token. */
export interface AnyTask {
  readonly id: string;
  readonly token: string;
}

/** Sixteen organizations with 100 tasks to read and 100 to change each. */
const ORGANIZATIONS = 16;
const HOT_TASKS = 200;

export interface World {
  readonly parts: readonly Part[];
  readonly tasks: readonly AnyTask[];
}

/** Reads what there is to request from a copy of the database at scale. */
export async function readWorld(databaseUrl: string): Promise<World> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const parts: Part[] = [];
    for (let number = 2; number < 2 + ORGANIZATIONS; number += 1) parts.push(await readPart(client, number));
    const { rows } = await client.query<{ id: string; organization_id: string }>(
      'SELECT id, organization_id FROM tasks ORDER BY id',
    );
    const tokens = new Map<string, string>();
    for (let number = 1; number <= 100; number += 1) tokens.set(seededId('organization', number), ownerToken(number));
    const tasks = rows.flatMap(({ id, organization_id }) => {
      const token = tokens.get(organization_id);
      return token === undefined ? [] : [{ id, token }];
    });
    return { parts, tasks };
  } finally {
    await client.end();
  }
}

function ownerToken(organization: number): string {
  return seededToken(organization === 1 ? 1 : 5101 + (organization - 2) * 10);
}

async function readPart(client: pg.Client, number: number): Promise<Part> {
  const organization = seededId('organization', number);
  const tasks = await client.query<HotTask>(
    `SELECT t.id, t.version FROM tasks t JOIN projects p ON p.id = t.project_id
      WHERE t.organization_id = $1 AND p.archived_at IS NULL ORDER BY t.id LIMIT $2`,
    [organization, HOT_TASKS],
  );
  const projects = await client.query<{ id: string }>(
    'SELECT id FROM projects WHERE organization_id = $1 AND archived_at IS NULL ORDER BY id',
    [organization],
  );
  return {
    token: ownerToken(number),
    read: tasks.rows.slice(0, HOT_TASKS / 2),
    changed: tasks.rows.slice(HOT_TASKS / 2),
    projects: projects.rows.map(({ id }) => id),
  };
}
