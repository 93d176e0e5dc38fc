import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createImportsController } from './imports.controller.ts';
import { runImport, sweepImports } from './imports.jobs.ts';

export function createImportsModule({ pager }: AppContext) {
  return {
    v2: createImportsController({ pager }),
    jobs: { 'imports.run': runImport, 'imports.sweep': sweepImports },
    schedules: [{ job: 'imports.sweep', cron: '*/5 * * * *' }],
  } satisfies Module;
}
