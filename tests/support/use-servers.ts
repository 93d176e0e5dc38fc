import { prepareServer, type ServerProcess } from './server-process.ts';

/** Gives a `describe` a function that prepares server processes. Each one is removed after the test that prepared it. */
export function useServers(): (settings?: Readonly<Record<string, string>>) => Promise<ServerProcess> {
  const servers: ServerProcess[] = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.remove())));
  return async (settings = {}) => {
    const server = await prepareServer(settings);
    servers.push(server);
    return server;
  };
}
