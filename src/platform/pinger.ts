import { serviceUnavailable } from './database-errors.ts';
import { openSingleConnection, type SingleConnection } from './single-connection.ts';

interface PingerSettings {
  readonly url: string;
  readonly applicationName: string;
  /** For a connection, and for a response on it. */
  readonly limitMs: number;
}

interface Pinger {
  /** Asks the server for a sign of life; those who ask at the same time share one. @throws AppError `service_unavailable` */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const CLOSE_MS_MAX = 1000;

/** Asks for signs of life on a connection of its own, which no load on the pool delays. */
export function createPinger({ url, applicationName, limitMs }: PingerSettings): Pinger {
  let connection: SingleConnection | undefined;
  let asking: Promise<void> | undefined;

  async function askOn(kept: SingleConnection): Promise<void> {
    try {
      await kept.query('SELECT 1');
      connection = kept;
    } catch (error) {
      kept.destroy();
      throw error;
    }
  }

  async function ask(): Promise<void> {
    const kept = connection;
    connection = undefined;
    const open = () => openSingleConnection({ url, applicationName, connectMsMax: limitMs, responseMsMax: limitMs });
    try {
      // A connection that broke while it was idle says nothing about the server now.
      if (kept === undefined) await askOn(await open());
      else await askOn(kept).catch(async () => askOn(await open()));
    } catch (error) {
      throw serviceUnavailable(error);
    }
  }

  return {
    ping: () => {
      asking ??= ask().finally(() => (asking = undefined));
      return asking;
    },
    close: async () => {
      await asking?.catch(() => undefined);
      await connection?.close(CLOSE_MS_MAX);
    },
  };
}
