import type { JobContext, JobTask } from '../../queue/job-context.ts';
import { runInSteps } from '../../queue/resumable.ts';
import { erasureOrder } from './deletion/deletion.policy.ts';
import * as repository from './deletion/deletion.repository.ts';
import { sweepInvitationRows } from './invitations/invitations.repository.ts';
import { DAY_MS } from '../../platform/durations.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'organizations.erase': { readonly organization_id: string };
    'organizations.sweep': Scheduled;
  }
}

/** Rows that one transaction deletes, not counting cascades. */
const BATCH = 500;
/** Far longer than any request or job that was running in the organization when it was deleted. */
const TOMBSTONE_KEPT_MS = DAY_MS;

/** Deletes the rows of a deleted organization, batch by batch. */
export const eraseOrganization = (({ organization_id }, context) =>
  erase(context, organization_id)) satisfies JobTask<'organizations.erase'>;

/**
 * Deletes rows that requests in progress wrote after a deletion, then the tombstone. It also completes deletions whose
 * job has died, and marks expired invitations.
 */
export const sweepOrganizations = (async (_payload, context) => {
  const now = context.clock.now();
  for (const id of await repository.findTombstones(context.db)) {
    await erase(context, id);
    await repository.removeTombstone(context.db, id, new Date(now.getTime() - TOMBSTONE_KEPT_MS));
  }
  await sweepInvitationRows(context.db, now);
}) satisfies JobTask<'organizations.sweep'>;

async function erase(context: JobContext, organizationId: string): Promise<void> {
  const start = erasureOrder(await repository.findTenantTables(context.db));
  await runInSteps<readonly string[], undefined>(context, {
    key: `erase ${organizationId}`,
    actor: undefined,
    start,
    async step({ db }, tables) {
      // One batch per transaction; empty tables need none.
      for (const [index, table] of tables.entries()) {
        const count = await repository.deleteTenantRows(db, table, organizationId, BATCH);
        if (count > 0) return tables.slice(index);
      }
      return undefined;
    },
  });
}
