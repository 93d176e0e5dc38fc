import { INSTALLATION } from '../../audit/row.ts';
import { sealBatch } from '../../audit/seal.ts';
import { verifyAuditChain } from '../../audit/verify.ts';
import { systemClock } from '../../platform/clock.ts';
import { openDatabase, type Db } from '../../platform/database.ts';
import { ForeseenError } from '../../problems/foreseen-error.ts';

/**
 * Seals the rows that were not sealed yet at the moment of the backup, then checks every row of every audit chain.
 * @returns a sentence with the numbers
 * @throws ForeseenError that names the first fault
 */
export async function verifyChains(url: string): Promise<string> {
  const database = await openDatabase({ url, poolMax: 2, statementTimeoutMs: 600_000 });
  try {
    while ((await sealBatch(database.db)) !== 'none');
    const chains = await database.db.knex<{ organization_id: string }>('audit_chains').orderBy('organization_id');
    let rows = 0;
    for (const { organization_id } of chains) rows += await verifyChain(database.db, organization_id);
    return `${chains.length} audit chains with ${rows} rows are intact`;
  } finally {
    await database.close();
  }
}

async function verifyChain(db: Db, chainId: string): Promise<number> {
  const organizationId = chainId === INSTALLATION ? null : chainId;
  const { checked, fault } = await verifyAuditChain(db, organizationId, { now: systemClock.now() });
  if (fault === null) return checked;
  const place = `row ${fault.sequence ?? '(unsealed)'} ${fault.entry_id ?? ''}`.trim();
  throw new ForeseenError(
    `the audit chain ${chainId} has a fault: ${place} is ${fault.kind}. The backup has the same fault, because its dump is unchanged: compare it with an earlier backup`,
  );
}
