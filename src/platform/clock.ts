/** The application's time. All code that needs the time takes a Clock, so that tests can set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = {
  now: () => new Date(),
};
