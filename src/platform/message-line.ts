/** A connection on which processes send each other short texts. It reopens itself when it is lost. */
export interface MessageLine {
  /** Whether the process receives what others send. */
  isOpen(): boolean;
  /**
   * Resolves when every text that was sent before the call has been passed on. A server that does not respond within a
   * second counts as lost, and so does its connection.
   * @throws the connection's error, or an Error if it is not open
   */
  confirm(): Promise<void>;
  /** Sends texts to every process that listens, to this one too. @throws like `confirm` */
  send(texts: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface LineWatcher {
  readonly onText: (text: string) => void;
  /** Called when the line is open, for the first time or again. What was sent before has not been received. */
  readonly onOpen: () => void;
  readonly onLost: () => void;
}

/** How long a server may leave a request without a response, or a connection without its beginning. */
export const LINE_RESPONSE_MS_MAX = 1000;
export const LINE_CONNECT_MS_MAX = 2000;

const RECONNECT_MS_MIN = 50;
const RECONNECT_MS_MAX = 1000;

/** Returns the pause before the next attempt to connect, after this many that have failed. */
export function reconnectDelayMs(failures: number): number {
  return Math.min(RECONNECT_MS_MIN * 2 ** Math.min(failures, 10), RECONNECT_MS_MAX);
}
