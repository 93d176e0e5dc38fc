// koa-ratelimit publishes no types. This file declares the parts that rate-limits.ts uses.
declare module 'koa-ratelimit' {
  interface Probe {
    set(fields: Readonly<Record<string, number>>): void;
    set(field: string, value: number): void;
    state: Record<string, unknown>;
    status: number;
    body: unknown;
  }

  interface Options<Context extends Probe> {
    readonly driver: 'memory' | 'redis';
    readonly db: unknown;
    readonly namespace: string;
    /** Milliseconds. */
    readonly duration: number;
    readonly max: number;
    readonly id: (context: Context) => string;
    readonly headers: { readonly remaining: string; readonly reset: string; readonly total: string };
    readonly errorMessage: string;
  }

  function ratelimit<Context extends Probe>(
    options: Options<Context>,
  ): (context: Context, next: () => Promise<void>) => Promise<void>;

  export = ratelimit;
}
