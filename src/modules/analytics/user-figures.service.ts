import type { UserAnalytics, UserFiguresBucket } from '../../../generated/v2/types.ts';
import type { Unit } from '../../platform/unit.ts';
import { activityTypes } from '../activity/index.ts';
import type { RangeQuery } from './analytics.types.ts';
import { readPeriod, scopeOf } from './period.service.ts';
import { countMembers, readComings, readContributions } from './user-figures.repository.ts';

interface UserQuery extends RangeQuery {
  readonly project_id?: string | undefined;
}

const USERS_MAX = 50;

export async function getUserAnalytics(unit: Unit, query: UserQuery): Promise<UserAnalytics> {
  const { project_id } = query;
  const { db, actor } = unit;
  const period = await readPeriod(unit, query);
  const scope = await scopeOf(unit, project_id);
  const [contributions, comings, members] = await Promise.all([
    readContributions(db, scope, period, activityTypes),
    readComings(db, actor.organization_id, period),
    countMembers(db, actor.organization_id),
  ]);
  const partsBy = (part: (typeof contributions)[number]['part']) =>
    contributions
      .filter((row) => row.part === part)
      .sort((a, b) => b.contributions - a.contributions || nameOf(a).localeCompare(nameOf(b)));
  const inBucket = new Map(partsBy('bucket').map((row) => [row.bucket, row]));
  const cameIn = new Map(comings.map((row) => [row.bucket, row]));
  const series = period.buckets.map((bucket, place) => ({
    ...bucket,
    active: inBucket.get(place + 1)?.active ?? 0,
    contributions: inBucket.get(place + 1)?.contributions ?? 0,
    joined: cameIn.get(place + 1)?.joined ?? 0,
    sign_ins: cameIn.get(place + 1)?.sign_ins ?? 0,
  }));
  const [all] = partsBy('all');
  return {
    period: period.shown,
    project_id: project_id ?? null,
    members,
    active: all?.active ?? 0,
    contributions: all?.contributions ?? 0,
    joined: sum(series, 'joined'),
    sign_ins: sum(series, 'sign_ins'),
    series,
    by_type: partsBy('type').map(({ type, contributions: count }) => ({ type, contributions: count })),
    by_user: partsBy('user')
      .slice(0, USERS_MAX)
      .map(({ user_id, contributions: count }) => ({ user_id, contributions: count })),
  };
}

/** Of a type, or of a user; the other one is null. */
function nameOf({
  type,
  user_id,
}: Pick<Awaited<ReturnType<typeof readContributions>>[number], 'type' | 'user_id'>): string {
  return [type, user_id].join('');
}

function sum(series: readonly UserFiguresBucket[], name: 'joined' | 'sign_ins'): number {
  return series.reduce((total, bucket) => total + bucket[name], 0);
}
