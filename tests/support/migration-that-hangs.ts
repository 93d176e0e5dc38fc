import { migrate } from '../../src/platform/migrate.ts';

// Migrates, and prints `ready` when the migration is running that hangs. The test kills it.
const [url = '', directory = '', name = ''] = process.argv.slice(2);
await migrate(url, {
  directory,
  onProgress: (progress) => {
    if (progress.step === 'running' && progress.name === name) console.log('ready');
  },
});
