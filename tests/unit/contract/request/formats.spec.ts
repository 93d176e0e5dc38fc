import { expect } from 'chai';
import { formats } from '../../../../src/contract/request/formats.ts';
import { leastOfThree, processorTimeOf } from '../../../support/least-of.ts';

/** Format -> texts that have it, texts that do not. */
const cases: Readonly<Record<string, readonly [yes: readonly string[], no: readonly string[]]>> = {
  uuid: [
    ['01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f', '00000000-0000-0000-0000-000000000000'],
    [
      '01939B7C-2F4E-7A10-8C55-0A1B2C3D4E5F',
      '{01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f}',
      '01939b7c2f4e7a108c550a1b2c3d4e5f',
      'urn:uuid:01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f',
      '01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f\n',
    ],
  ],
  'date-time': [
    [
      '2026-11-02T09:30:00.000Z',
      '2026-11-02T09:30:00Z',
      '2026-11-02T09:30:00.123456789+05:30',
      '2024-02-29T00:00:00-23:59',
      '0000-01-01T00:00:00Z',
      '2000-02-29T23:59:59Z',
    ],
    [
      '2026-11-02',
      '2026-11-02 09:30:00Z',
      '2026-11-02T09:30:00',
      '2026-11-02T24:00:00Z',
      '2026-11-02T09:60:00Z',
      '2016-12-31T23:59:60Z',
      '2026-02-29T00:00:00Z',
      '1900-02-29T00:00:00Z',
      '2026-04-31T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-00-01T00:00:00Z',
      '2026-01-00T00:00:00Z',
      '2026-11-02T09:30:00.Z',
      '2026-11-02t09:30:00z',
      '2026-11-02T09:30:00+24:00',
      '2026-11-02T09:30:00Z\n',
      '+002026-11-02T09:30:00Z',
      '٢٠٢٦-11-02T09:30:00Z',
    ],
  ],
  'time-zone': [
    ['UTC', 'Europe/Berlin', 'europe/berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'Asia/Kathmandu'],
    ['', 'Berlin', 'Europe/Atlantis', '+01:00', 'Z', 'Europe/Berlin ', 'Europe//Berlin', 'local', '../etc/passwd'],
  ],
  date: [
    ['2026-11-02', '2024-02-29'],
    ['2026-02-29', '2026-1-02', '2026-11-31', '2026-11-02T00:00:00Z', ''],
  ],
  time: [
    ['09:30:00Z', '23:59:59.5+01:00'],
    ['09:30:00', '24:00:00Z', '09:30Z'],
  ],
  duration: [
    ['P1D', 'PT5M', 'P1Y2M3DT4H5M6S', 'P2W', 'PT0.5S'],
    ['P', 'PT', 'P1DT', '1D', 'P1S', 'P1W2D', 'PT1H2S3M', 'p1d', 'P-1D'],
  ],
  email: [
    ['ada@example.com', "o'hara+tag@sub.example.co.uk", 'a@b.c', '0/@A.ac', 'ada@xn--bcher-kva.example'],
    [
      'ada',
      'ada@',
      '@example.com',
      'ada@localhost',
      'a..b@example.com',
      '.a@example.com',
      'ada@example..com',
      'ada@-example.com',
      'ada @example.com',
      'ada@example.com\n',
      `${'a'.repeat(65)}@example.com`,
      'adä@example.com',
      'ada@bücher.example',
    ],
  ],
  // The table is that of tests/unit/platform/email-address.spec.ts.
  'idn-email': [
    ['ada@example.com', 'jörg@example.com', 'ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['jörg', 'jörg@localhost', 'jörg @example.com', '"jörg"@example.com', 'ada@bücher'],
  ],
  hostname: [
    ['example.com', 'localhost', 'a-b.c'],
    ['-a.com', 'a_b.com', 'a..b', 'a.com.', '', 'a'.repeat(64)],
  ],
  ipv4: [['127.0.0.1'], ['127.0.0.256', '1.2.3', '01.2.3.4']],
  ipv6: [
    ['::1', '2001:db8::1'],
    ['::g', '1::2::3', '127.0.0.1'],
  ],
  uri: [
    ['https://example.com/a?b=c#d', 'mailto:ada@example.com', 'urn:isbn:0451450523', 'http://[::1]:80/%20'],
    ['//example.com', '/a', 'example.com', 'http://', 'http://a b', 'http://example.com/%zz', 'http://exämple.com', ''],
  ],
  'uri-reference': [
    ['/api/problems/not_found', '../a', '?b', '#c', 'https://example.com/', ''],
    ['a b', '/%zz', '/\\a', '/ä'],
  ],
  byte: [
    ['', 'QQ==', 'QUI=', 'QUJD', 'ab+/'],
    ['QQ', 'QQ=', 'Q===', 'ab-_', 'QUJD\n'],
  ],
};

describe('formats', () => {
  for (const [name, [yes, no]] of Object.entries(cases)) {
    describe(name, () => {
      for (const text of yes) it(`takes ${JSON.stringify(text)}`, () => expect(formats[name]?.(text)).to.be.true);
      for (const text of no) it(`refuses ${JSON.stringify(text)}`, () => expect(formats[name]?.(text)).to.be.false);
    });
  }

  it('are all tried here, save those that only document', () => {
    const tried = [...Object.keys(cases), 'binary', 'password'];
    expect(Object.keys(formats)).to.have.members(tried);
  });

  it('pass no date-time that Date takes for another or for none', () => {
    for (const text of cases['date-time']?.[0] ?? []) {
      const local = text.slice(0, 19);
      const offset = text.endsWith('Z') ? 0 : Date.parse(`${local}Z`) - Date.parse(text);
      expect(new Date(Date.parse(text) + offset).toISOString().slice(0, 19)).to.equal(local);
    }
  });

  it('answer hostile texts at once', async () => {
    const long = [
      `${'a.'.repeat(50_000)}@`,
      `a@${'a-'.repeat(50_000)}`,
      `P${'1'.repeat(100_000)}`,
      'a'.repeat(100_000),
    ];
    const check = (): void => {
      for (const isValid of Object.values(formats)) for (const text of long) isValid(text);
    };
    expect(await leastOfThree(() => processorTimeOf(check), 500), 'milliseconds of the processor').to.be.below(500);
  });
});
