import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ForeseenError } from '../../../../../src/problems/foreseen-error.ts';
import { JWT_SECRET } from './translation.ts';

// Platformatic DB: a product that serves tables over HTTP, from its own package. It maps tables to routes, lets a role
// see the rows of its organization, and takes both from a signed token, so that it asks the database nothing about the
// caller.

const root = join(import.meta.dirname, '../../../../..');
const program = join(root, '.cache/bench-peers/node_modules/@platformatic/db/index.js');

interface Application {
  readonly url: string;
  start(options: { readonly listen: boolean }): Promise<void>;
}

interface PlatformaticDb {
  readonly create: (root: string, config: object) => Promise<Application>;
}

/** Starts it and returns its port. */
export async function startPlatformatic(connectionString: string, poolSize: number): Promise<number> {
  if (!existsSync(program)) throw new ForeseenError('Platformatic DB is not installed: run `make bench-tools`');
  const { create } = (await import(pathToFileURL(program).href)) as PlatformaticDb;
  const isOfOrganization = { checks: { organizationId: { eq: 'organization_id' } } };
  const app = await create(join(root, '.cache/bench-peers'), {
    server: { hostname: '127.0.0.1', port: 0, logger: { level: 'error' } },
    db: { connectionString, poolSize, graphql: false, openapi: { include: { task: true, project: true } } },
    authorization: {
      roleKey: 'role',
      jwt: { secret: JWT_SECRET },
      rules: ['task', 'project'].map((entity) => ({ role: 'owner', entity, find: isOfOrganization })),
    },
  });
  await app.start({ listen: true });
  return Number(new URL(app.url).port);
}
