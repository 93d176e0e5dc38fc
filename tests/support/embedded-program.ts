import { createInterface } from 'node:readline';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';

// A process that uses the embedded PostgreSQL of a data folder, for tests that kill it. It prints the server's address,
// then every event. A line on its standard input, or the end of it, makes the process stop gracefully.

const [dataDir = ''] = process.argv.slice(2);
const tell = (message: object): void => console.log(JSON.stringify(message));

const postgres = await startEmbeddedPostgres({
  dataDir,
  onEvent: (event, error) => tell({ event, error: error instanceof Error ? error.message : undefined }),
});
tell({ event: 'started', url: postgres.url(), port: postgres.port, cluster: postgres.cluster });
const input = createInterface({ input: process.stdin });
const stop = async (): Promise<void> => {
  await postgres.stop();
  tell({ event: 'stopped' });
  input.close();
};
input.once('line', () => void stop());
input.once('close', () => void stop());
