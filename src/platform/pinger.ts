import { serviceUnavailable } from './database-errors.ts';
import { openSingleConnection, type SingleConnection } from './single-connection.ts';

interface PingerSettings {
  readonly url: string;
  readonly applicationName: string;
  /** The limit for connecting, and for the response. */
  readonly limitMs: number;
}

interface Pinger {
  /** Checks that the server responds. Concurrent calls share one check. @throws AppError `service_unavailable` (503) */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const CLOSE_MS_MAX = 1000;

/** Creates a ping on its own connection, which load on the pool does not delay. */
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
      // If a kept connection fails, it may have broken while it was idle: only a new one shows whether the server is
      // up.
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
