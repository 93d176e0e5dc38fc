import { problems } from '../../../generated/problems.ts';
import type { AuditEntry, AuditRow, AuditVerification } from '../../../generated/v2/types.ts';
import { verifyAuditChain } from '../../audit/verify.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { readBounded, readBoundedSnapshot } from '../../platform/bounded-read.ts';
import { inParts } from '../../platform/snapshot.ts';
import type { Unit } from '../../platform/unit.ts';
import { findAuditEntry, listAuditRows, nextAuditRows } from './audit-log.repository.ts';
import type { AuditFilters, LogName } from './audit-log.types.ts';

export async function listAuditEntries(
  unit: Unit,
  filters: AuditFilters,
  page: PageRequest,
): Promise<Slice<AuditEntry>> {
  const owner = ownerOf(unit, filters.log);
  return readBounded(unit, (db) => listAuditRows(db, owner, filters, page));
}

/** Yields the entries of listAuditEntries, the oldest first. Reading starts with the first entry that is requested. */
export function exportAuditEntries(unit: Unit, filters: AuditFilters): AsyncIterable<AuditEntry> {
  const scope = { organization_id: ownerOf(unit, filters.log), filters };
  return readBoundedSnapshot(unit, (db) => inParts(db, scope, nextAuditRows));
}

/** Converts entries to rows of CSV. */
export async function* asRows(entries: AsyncIterable<AuditEntry>): AsyncGenerator<AuditRow> {
  for await (const { before, after, ...entry } of entries)
    yield { ...entry, before: textOf(before), after: textOf(after) };
}

function textOf(snapshot: AuditEntry['before']): string | null {
  return snapshot === null ? null : JSON.stringify(snapshot);
}

export async function getAuditEntry(unit: Unit, entryId: string): Promise<AuditEntry> {
  const entry = await findAuditEntry(unit.db, entryId);
  if (entry === undefined || !maySee(unit, entry)) throw problems.not_found();
  return entry;
}

export async function verifyAuditLog(unit: Unit, log: LogName | undefined): Promise<AuditVerification> {
  const { is_intact, checked, fault } = await verifyAuditChain(unit.db, ownerOf(unit, log), { now: unit.now });
  return {
    is_intact,
    checked,
    fault_kind: fault?.kind ?? null,
    fault_sequence: fault?.sequence ?? null,
    fault_entry_id: fault?.entry_id ?? null,
    verified_at: unit.now.toISOString(),
  };
}

function maySee({ actor }: Unit, { organization_id }: AuditEntry): boolean {
  return organization_id === null ? actor.is_operator : organization_id === actor.organization_id;
}

/** Returns whose log is meant: an organization's id, or null for the installation. */
function ownerOf({ actor }: Unit, log: LogName = 'organization'): string | null {
  if (log === 'organization') return actor.organization_id;
  if (!actor.is_operator) throw problems.forbidden({ role: 'operator' });
  return null;
}
