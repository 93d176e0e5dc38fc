import { expect } from 'chai';
import { SilenceWatch } from '../../../src/platform/silence-watch.ts';

describe('a watch for silent connections', () => {
  const clock = performance.now.bind(performance);
  let time = 0;
  let cut: object[] = [];
  let watch: SilenceWatch<object>;
  const connection = { name: 'one' };

  beforeEach(() => {
    time = 1000;
    cut = [];
    performance.now = () => time;
    watch = new SilenceWatch<object>({ silenceMsMax: 100, cut: (one) => cut.push(one) });
    watch.add(connection);
  });
  afterEach(() => {
    performance.now = clock;
  });

  function lookAt(ms: number): readonly object[] {
    time = 1000 + ms;
    watch.look();
    return cut;
  }

  it('leaves one alone that has nothing to respond to', () => {
    expect(lookAt(1_000_000)).to.deep.equal([]);
  });

  it('cuts one that has not responded to a statement for its time', () => {
    watch.begin(connection);
    expect(lookAt(99)).to.deep.equal([]);
    expect(lookAt(100)).to.deep.equal([connection]);
  });

  it('counts from the last response where several statements wait', () => {
    const end = watch.begin(connection);
    watch.begin(connection);
    time = 1090;
    end();
    expect(lookAt(189)).to.deep.equal([]);
    expect(lookAt(190)).to.deep.equal([connection]);
  });

  it('measures a statement without the time of those before it', () => {
    const first = watch.begin(connection);
    time += 10;
    const second = watch.begin(connection);
    time += 80;
    expect(first()).to.equal(90);
    time += 5;
    expect(second()).to.equal(5);
    time += 1000;
    const third = watch.begin(connection);
    time += 7;
    expect(third()).to.equal(7);
  });

  it('counts from the statement where the connection was idle before', () => {
    watch.begin(connection)();
    time = 5000;
    watch.begin(connection);
    expect(lookAt(4099)).to.deep.equal([]);
    expect(lookAt(4100)).to.deep.equal([connection]);
  });

  it('forgets one that has ended, and cuts all that are left at the end', () => {
    const other = { name: 'other' };
    watch.add(other);
    watch.begin(connection);
    watch.remove(connection);
    expect(lookAt(1000)).to.deep.equal([]);
    watch.cutAll();
    expect(cut).to.deep.equal([other]);
  });
});
