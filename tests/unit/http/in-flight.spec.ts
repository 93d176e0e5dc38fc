import { expect } from 'chai';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { InFlight, TrackedResponse } from '../../../src/http/in-flight.ts';

describe('responses in flight', () => {
  const begin = (inFlight: InFlight): TrackedResponse => {
    const response = new TrackedResponse(new IncomingMessage(new Socket()));
    inFlight.add(response);
    return response;
  };

  it('are listed in the order in which they began, whichever of them have ended', () => {
    for (const ended of [[], [0], [1], [4], [0, 4], [3, 1, 2], [4, 0, 1, 2]]) {
      const inFlight = new InFlight();
      const responses = Array.from({ length: 5 }, () => begin(inFlight));
      for (const index of ended) inFlight.remove(responses[index]!);
      responses.push(begin(inFlight));
      const left = responses.filter((_response, index) => !ended.includes(index));
      expect([...inFlight], ended.join()).to.deep.equal(left);
      expect(inFlight.size).to.equal(left.length);
    }
  });

  it('are none after all have ended', () => {
    const inFlight = new InFlight();
    const responses = Array.from({ length: 3 }, () => begin(inFlight));
    for (const response of responses) inFlight.remove(response);
    expect([...inFlight]).to.deep.equal([]);
    expect(inFlight.size).to.equal(0);
  });
});
