import { createHash } from 'node:crypto';
import type { AnalyticsHandlers } from '../../../generated/v2/handlers.ts';
import { getErrorAnalytics } from './error-figures.service.ts';
import { getEventAnalytics } from './event-figures.service.ts';
import { getAnalyticsOverview, toOverviewRows } from './overview.service.ts';
import { getPerformanceAnalytics, toRequestRows } from './request-figures.service.ts';
import { getTaskAnalytics, toTaskRows } from './task-figures.service.ts';
import { getUserAnalytics } from './user-figures.service.ts';

export const analyticsController: AnalyticsHandlers = {
  async getAnalyticsOverview({ query, media_type }, unit) {
    return shown(media_type, await getAnalyticsOverview(unit, query), toOverviewRows);
  },
  async getTaskAnalytics({ query, media_type }, unit) {
    return shown(media_type, await getTaskAnalytics(unit, query), toTaskRows);
  },
  async getEventAnalytics({ query, media_type }, unit) {
    return shown(media_type, await getEventAnalytics(unit, query), ({ series }) => series);
  },
  async getErrorAnalytics({ query, media_type }, unit) {
    return shown(media_type, await getErrorAnalytics(unit, query), ({ series }) => series);
  },
  async getUserAnalytics({ query, media_type }, unit) {
    return shown(media_type, await getUserAnalytics(unit, query), ({ series }) => series);
  },
  async getPerformanceAnalytics({ query, media_type }, unit) {
    return shown(media_type, await getPerformanceAnalytics(unit, query), toRequestRows);
  },
};

/** Returns 200 with the figures in the media type that the caller prefers, and an ETag of what is shown. */
function shown<Figures, Row>(
  mediaType: 'application/json' | 'text/csv',
  figures: Figures,
  toRows: (all: Figures) => Row[],
) {
  if (mediaType === 'text/csv') {
    const rows = toRows(figures);
    return { status: 200 as const, body: rows, headers: { 'content-type': mediaType, etag: etagOf(mediaType, rows) } };
  }
  return {
    status: 200 as const,
    body: figures,
    headers: { 'content-type': mediaType, etag: etagOf(mediaType, figures) },
  };
}

/** Figures have no version: the tag is made of everything that the representation says. */
function etagOf(mediaType: string, figures: unknown): string {
  const hash = createHash('sha256').update(mediaType).update(JSON.stringify(figures)).digest();
  return `"${hash.readBigUInt64BE()}"`;
}
