import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { setOperator } from './administration.service.ts';
import { createUserCreation, type FirstDay } from './creation.service.ts';
import { createUserDeletion, createUserErasure, type ErasureCollaborators } from './erasure.service.ts';
import { createUsersController } from './users.controller.ts';
import { createUserSweep } from './users.jobs.ts';
import { createUsersV1Controller } from './users.v1.controller.ts';
import { keptUsers } from './users.keeping.ts';

export function createUsersModule({ config, links, pager }: AppContext, upward: FirstDay & ErasureCollaborators) {
  const createUser = createUserCreation({ ...links, ...upward });
  const deleteUser = createUserDeletion(createUserErasure(upward));
  return {
    v2: createUsersController({ pager, createUser, deleteUser }),
    v1: createUsersV1Controller({ createUser, deleteUser }),
    kept: keptUsers,
    jobs: { 'users.sweep': createUserSweep({ keptMs: config.unverifiedUsersKeptMs }) },
    schedules: [{ job: 'users.sweep', cron: '45 * * * *' }],
    commands: { setOperator },
  } satisfies Module;
}
