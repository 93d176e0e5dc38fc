import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createSourceMapsController } from './source-maps.controller.ts';
import { sweepSourceMaps } from './source-maps.jobs.ts';
import { logMapFailures } from './stored-maps.service.ts';

export function createSourceMapsModule({ pager, logger }: AppContext) {
  logMapFailures((err, fields) => logger.warn({ err, ...fields }, 'a source map could not be used'));
  return {
    v2: createSourceMapsController({ pager }),
    jobs: { 'source_maps.sweep': sweepSourceMaps },
    schedules: [{ job: 'source_maps.sweep', cron: '35 3 * * *' }],
  } satisfies Module;
}
