// A module of a front end: a bundler resolves the package, and only the types of browsers exist.
import { createArchitect, type Task } from '../../../../src/client/index.ts';

export async function loadTitles(baseUrl: string, apiKey: string, signal: AbortSignal): Promise<string[]> {
  const client = createArchitect({ baseUrl, apiKey });
  const { data } = await client.call('listTasks', { query: { status: ['todo'] }, signal });
  const tasks: readonly Task[] = data.data;
  // @ts-expect-error: a member that tasks do not have
  return tasks.map(({ title, colour }) => `${title} ${colour}`);
}
