import type { Module } from '../module.ts';
import { sweepUsage } from './usage.jobs.ts';
import { DAY_MS } from '../../platform/durations.ts';

export function createUsageModule() {
  return {
    jobs: { 'usage.sweep': sweepUsage },
    schedules: [{ job: 'usage.sweep', cron: '35 0 * * *', catchUpMs: 2 * DAY_MS }],
  } satisfies Module;
}
