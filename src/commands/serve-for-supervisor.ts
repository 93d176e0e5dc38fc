import { createApp, type App } from '../app.ts';
import { createCountTogether } from '../processes/count-ahead.ts';
import { supervisorEndpoint } from '../processes/fork.ts';
import type { GroupOfMember } from '../processes/group.ts';
import { createLink, type Endpoint, type Link } from '../processes/link.ts';
import type { ServingProcess, Supervision } from '../processes/protocol.ts';
import type { MemberSettings } from '../serving-processes.ts';
import { endOnCrash, nextSignal } from './run-until-signal.ts';

/** Longer than a scrape that hangs, and shorter than the time that a client waits. */
const CALL_MS_MAX = 2000;

/** Serves requests as one of several processes, until the supervisor says that it shall stop, or until a signal. */
export function serveForSupervisor(): void {
  const endpoint = supervisorEndpoint();
  // Without the supervisor nobody would accept connections, or end this process.
  endpoint.onClose(() => process.exit(1));
  const member = createMember(endpoint);
  void nextSignal().then(() => member.stop());
  void member.ended.then(() => process.exit(0));
}

interface Member {
  stop(): void;
  /** Resolves when everything is closed. */
  readonly ended: Promise<unknown>;
}

/** Creates the side of the serving process. It does nothing before the supervisor calls `start`. */
export function createMember(endpoint: Endpoint): Member {
  const ended = Promise.withResolvers<undefined>();
  const state: { app?: App; isAccepting: boolean; isStopping: boolean } = { isAccepting: false, isStopping: false };

  async function start({ config, startedAtMs }: MemberSettings): Promise<{ readonly port: number }> {
    const group = createGroup(supervisor, () => state.isAccepting, startedAtMs);
    const app = await createApp(config, { isWorking: false, group });
    state.app = app;
    endOnCrash(app);
    return app.start();
  }

  function stop(): void {
    if (state.isStopping) return;
    state.isStopping = true;
    void drain(state.app, supervisor).finally(() => ended.resolve(undefined));
  }

  const offered: ServingProcess<MemberSettings> = {
    start,
    accept: (isAccepting) => {
      state.isAccepting = isAccepting;
    },
    readMetrics: async () => (await state.app?.metricValues()) ?? [],
    readPool: () => state.app?.poolStats() ?? { active: 0, idle: 0, waiting: 0, max: 0 },
    stop,
  };
  const supervisor = createLink<Supervision, ServingProcess<MemberSettings>>(endpoint, offered);
  return { stop, ended: ended.promise };
}

async function drain(app: App | undefined, supervisor: Link<Supervision>): Promise<void> {
  await app?.stop();
  const last = (await app?.metricValues()) ?? [];
  await supervisor.call('leave', last, CALL_MS_MAX);
}

function createGroup(supervisor: Link<Supervision>, isAccepting: () => boolean, startedAtMs: number): GroupOfMember {
  return {
    role: 'member',
    isAccepting,
    readMetrics: () => supervisor.call('readMetrics', undefined, CALL_MS_MAX),
    readPool: (own) => supervisor.call('readPool', undefined, CALL_MS_MAX).catch(() => own),
    countTogether: createCountTogether((request) => supervisor.call('count', request, CALL_MS_MAX)),
    onCommit: () => supervisor.tell('committed', undefined),
    uptimeSeconds: () => (Date.now() - startedAtMs) / 1000,
  };
}
