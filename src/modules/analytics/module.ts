import type { Module } from '../module.ts';
import { analyticsController } from './analytics.controller.ts';
import { keptAnalytics } from './analytics.keeping.ts';

export function createAnalyticsModule() {
  return { v2: analyticsController, kept: keptAnalytics } satisfies Module;
}
