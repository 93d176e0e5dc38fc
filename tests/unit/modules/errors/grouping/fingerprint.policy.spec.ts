import { expect } from 'chai';
import type { Failure, StackFrame } from '../../../../../src/modules/errors/grouping/failure.types.ts';
import { culpritOf, fingerprintOf, titleOf } from '../../../../../src/modules/errors/grouping/fingerprint.policy.ts';

function frame(overrides: Partial<StackFrame> = {}): StackFrame {
  return {
    file: '/srv/shop/src/orders.ts',
    function: 'loadOrder',
    module: null,
    line: 12,
    column: 9,
    in_app: true,
    ...overrides,
  };
}

function failure(overrides: Partial<Failure> = {}): Failure {
  return {
    type: 'Error',
    message: 'order 42 not found',
    platform: 'node',
    frames: [frame()],
    causes: [],
    ...overrides,
  };
}

describe('fingerprintOf', () => {
  it('returns 32 hex characters', () => {
    expect(fingerprintOf(failure())).to.match(/^[0-9a-f]{32}$/);
  });

  it('does not depend on line, column, root folder and values in the message', () => {
    const other = failure({
      message: 'order 7 not found',
      frames: [frame({ file: '/home/anna/src/orders.ts', line: 3, column: 1 })],
    });
    expect(fingerprintOf(other)).to.equal(fingerprintOf(failure()));
  });

  it('depends on type, words of the message, function and file', () => {
    const others = [
      failure({ type: 'RangeError' }),
      failure({ message: 'order 42 not paid' }),
      failure({ frames: [frame({ function: 'payOrder' })] }),
      failure({ frames: [frame({ file: '/srv/shop/src/payments.ts' })] }),
      failure({ causes: [{ type: 'Error', message: 'no route to host', frames: [] }] }),
    ];
    expect(new Set([failure(), ...others].map((one) => fingerprintOf(one))).size).to.equal(others.length + 1);
  });

  it('counts a recursive function once', () => {
    const deep = failure({ frames: Array.from({ length: 40 }, () => frame()) });
    expect(fingerprintOf(deep)).to.equal(fingerprintOf(failure()));
  });

  it('uses the fingerprint of the reporter instead, whatever failed', () => {
    expect(fingerprintOf(failure(), ['checkout'])).to.equal(fingerprintOf(failure({ type: 'Other' }), ['checkout']));
    expect(fingerprintOf(failure(), ['checkout'])).not.to.equal(fingerprintOf(failure(), ['basket']));
  });

  it('expands {{ default }} in the fingerprint of the reporter', () => {
    expect(fingerprintOf(failure(), ['{{ default }}'])).to.equal(fingerprintOf(failure()));
    const own = ['{{default}}', 'eu'];
    expect(fingerprintOf(failure(), own)).not.to.equal(fingerprintOf(failure()));
    expect(fingerprintOf(failure(), own)).not.to.equal(fingerprintOf(failure({ type: 'Other' }), own));
  });
});

describe('titleOf', () => {
  it('is type and masked message', () => {
    expect(titleOf(failure())).to.equal('Error: order <number> not found');
  });

  it('is the place if there is neither type nor message', () => {
    expect(titleOf(failure({ type: null, message: null }))).to.equal('loadOrder (orders.ts)');
    expect(titleOf(failure({ type: null, message: null, frames: [] }))).to.equal('Unknown error');
  });

  it('has 200 characters at most', () => {
    expect(titleOf(failure({ message: 'word '.repeat(200) }))).to.have.length(200);
  });
});

describe('culpritOf', () => {
  it('is the innermost frame of the program', () => {
    const library = frame({ file: '/srv/shop/node_modules/pg/client.js', function: 'query', in_app: false });
    expect(culpritOf(failure({ frames: [library, frame()] }))).to.equal('loadOrder (orders.ts)');
  });

  it('is class and method if the runtime names a class', () => {
    const java = frame({ file: 'Orders.java', module: 'com.example.Orders', function: 'load' });
    expect(culpritOf(failure({ frames: [java] }))).to.equal('com.example.Orders.load');
  });
});
