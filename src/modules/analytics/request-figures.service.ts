import type {
  PerformanceAnalytics,
  RequestFiguresByCredential,
  RequestFiguresRow,
} from '../../../generated/v2/types.ts';
import type { Unit } from '../../platform/unit.ts';
import { isLeadEverywhere } from '../projects/index.ts';
import { SESSIONS_KEY_ID } from '../usage/index.ts';
import type { RangeQuery } from './analytics.types.ts';
import { readPeriod } from './period.service.ts';
import { requestFiguresOf, sumOf } from './request-durations.service.ts';
import { readRequestFigures } from './request-figures.repository.ts';
import type { MeasuredPart } from './request-figures.types.ts';

const PARTS_MAX = 100;

export async function getPerformanceAnalytics(unit: Unit, query: RangeQuery): Promise<PerformanceAnalytics> {
  const period = await readPeriod(unit, query);
  const rows = await readRequestFigures(unit.db, unit.actor.organization_id, period);
  const inBucket = new Map(rows.filter(({ part }) => part === 'bucket').map((row) => [row.bucket, row]));
  const byUse = (part: MeasuredPart['part']) =>
    rows
      .filter((row) => row.part === part)
      .sort((a, b) => b.requests - a.requests || nameOf(a).localeCompare(nameOf(b)));
  return {
    period: period.shown,
    figures: requestFiguresOf(rows.find(({ part }) => part === 'all')),
    series: period.buckets.map((bucket, place) => ({
      ...bucket,
      figures: requestFiguresOf(inBucket.get(place + 1)),
    })),
    by_operation: byUse('operation')
      .slice(0, PARTS_MAX)
      .map((row) => ({ version: row.version, operation_id: row.operation_id, figures: requestFiguresOf(row) })),
    by_credential: byCredential(unit, byUse('key')).slice(0, PARTS_MAX),
  };
}

/** Converts the intervals to rows of CSV. */
export function toRequestRows({ series }: PerformanceAnalytics): RequestFiguresRow[] {
  return series.map(({ figures, ...bucket }) => ({ ...bucket, ...figures }));
}

/** Who is no admin sees the API keys of others together, as in the list of API keys. */
function byCredential({ actor }: Unit, rows: readonly MeasuredPart[]): RequestFiguresByCredential[] {
  const isShown = ({ api_key_id, api_key_user_id }: MeasuredPart): boolean =>
    api_key_id === SESSIONS_KEY_ID || isLeadEverywhere(actor) || api_key_user_id === actor.user_id;
  const shown = rows.filter(isShown).map((row): RequestFiguresByCredential => {
    const figures = requestFiguresOf(row);
    const { api_key_id, api_key_name } = row;
    return api_key_id === SESSIONS_KEY_ID
      ? { kind: 'sessions', api_key_id: null, api_key_name: null, figures }
      : { kind: 'api_key', api_key_id, api_key_name, figures };
  });
  const others = rows.filter((row) => !isShown(row));
  if (others.length === 0) return shown;
  return [
    ...shown,
    { kind: 'other_api_keys', api_key_id: null, api_key_name: null, figures: requestFiguresOf(sumOf(others)) },
  ];
}

function nameOf({ version, operation_id, api_key_id }: MeasuredPart): string {
  return `${version}.${operation_id} ${api_key_id}`;
}
