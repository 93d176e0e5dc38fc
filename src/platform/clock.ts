/** The application's time. Everything that reads the time takes one, so that tests own it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = {
  now: () => new Date(),
};
