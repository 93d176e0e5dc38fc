import { problems } from '../../../../generated/problems.ts';
import type { Session, SessionFacts, SessionStats } from '../../../../generated/v2/types.ts';
import type { PageRequest, Slice } from '../../../platform/cursor.ts';
import type { Unit } from '../../../platform/unit.ts';
import * as repository from './administration.repository.ts';
import { livenessAt, recordEnd } from '../sessions.service.ts';
import type { SessionFilters } from '../sessions.types.ts';

// Operators list and revoke the sessions of the whole installation, so nothing here filters by organization.

export async function listSessions(unit: Unit, filters: SessionFilters, page: PageRequest): Promise<Slice<Session>> {
  const slice = await repository.listAllSessionRows(unit.db, filters, livenessAt(unit.now), page);
  return { ...slice, rows: slice.rows.map((facts) => seenBy(unit, facts)) };
}

export async function listSessionsByOffset(
  unit: Unit,
  filters: SessionFilters,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: SessionFacts[]; readonly total: number }> {
  return repository.listAllSessionRowsByOffset(unit.db, filters, livenessAt(unit.now), range);
}

export async function getSession(unit: Unit, sessionId: string): Promise<Session> {
  const facts = await repository.findAnySession(unit.db, sessionId, livenessAt(unit.now));
  if (facts === undefined) throw problems.not_found();
  return seenBy(unit, facts);
}

/** Ends the session of any user. */
export async function revokeSession(unit: Unit, sessionId: string): Promise<void> {
  const session = await repository.takeAnySession(unit.db, sessionId, livenessAt(unit.now));
  if (session === undefined) throw problems.not_found();
  await recordEnd(unit, session);
}

export async function getSessionStats(unit: Unit, organizationId: string | undefined): Promise<SessionStats> {
  return repository.countSessions(unit.db, organizationId, livenessAt(unit.now));
}

function seenBy({ actor }: Unit, facts: SessionFacts): Session {
  return { ...facts, is_current: facts.id === actor.credential_id };
}
