import type { Endpoint } from '../../src/processes/link.ts';

interface LinkedEndpoints {
  readonly supervisor: Endpoint;
  readonly child: Endpoint;
  /** Ends the channel, as the end of one of the processes does. */
  close(): void;
}

/** Two ends of a channel within this process. Messages are copied, as between processes. */
export function linkEndpoints(): LinkedEndpoints {
  const state = { isClosed: false };
  const closing: (() => void)[] = [];
  const listeners = { supervisor: [] as ((message: unknown) => void)[], child: [] as ((message: unknown) => void)[] };
  const endpoint = (mine: keyof typeof listeners, other: keyof typeof listeners): Endpoint => ({
    send: (message) => {
      const copy: unknown = structuredClone(message);
      setImmediate(() => {
        if (!state.isClosed) for (const listener of listeners[other]) listener(copy);
      });
    },
    onMessage: (listener) => listeners[mine].push(listener),
    onClose: (listener) => closing.push(listener),
  });
  return {
    supervisor: endpoint('supervisor', 'child'),
    child: endpoint('child', 'supervisor'),
    close: () => {
      state.isClosed = true;
      for (const listener of closing) listener();
    },
  };
}
