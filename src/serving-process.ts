// The program of one of several serving processes. `serve` starts it and gives it its settings.
import { enableCompileCache } from 'node:module';

enableCompileCache();

const { serveForSupervisor } = await import('./commands/serve-for-supervisor.ts');
serveForSupervisor();
