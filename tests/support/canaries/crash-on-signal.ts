// Preloaded into a server process: at SIGUSR2 it throws an error with members that quote a request.
import { CANARY } from './canary-requests.ts';

const error = Object.assign(new Error('it broke'), { detail: CANARY, params: { email: CANARY } });
process.on('SIGUSR2', () => {
  throw error;
});
