import { connect } from 'node:net';

/** Sends bytes to the server and waits for a status line. */
export async function rawStatus(url: string, text: string): Promise<number | undefined> {
  return (await rawStatuses(url, text, 1))[0];
}

/** Sends bytes to the server and waits for `count` status lines. */
export async function rawStatuses(url: string, text: string, count: number): Promise<number[]> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(text);
  let received = '';
  const statuses = (): number[] => [...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
  for await (const chunk of socket) {
    received += String(chunk);
    if (statuses().length >= count) break;
  }
  socket.destroy();
  return statuses();
}
