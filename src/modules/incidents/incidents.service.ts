import { problems } from '../../../generated/problems.ts';
import type { Incident } from '../../../generated/v2/types.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import type { Unit } from '../../platform/unit.ts';
import { findIncident, listIncidentRows } from './incidents.repository.ts';
import type { IncidentFilters } from './incidents.types.ts';

// Operators see the incidents of the installation, so nothing here filters by organization.

export async function listIncidents(unit: Unit, filters: IncidentFilters, page: PageRequest): Promise<Slice<Incident>> {
  return listIncidentRows(unit.db, filters, page);
}

export async function getIncident(unit: Unit, incidentId: string): Promise<Incident> {
  const incident = await findIncident(unit.db, incidentId);
  if (incident === undefined) throw problems.not_found();
  return incident;
}
