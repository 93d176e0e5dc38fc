const WIDTH = 40;
/** Percent between two lines if the output is not a terminal. */
const LINE_STEP = 20;

interface ProgressBar {
  /** @param total undefined or null while it is unknown */
  show(done: number, total: number | null | undefined): void;
  end(): void;
}

/** Creates a progress bar: redrawn in place on a terminal, a few separate lines elsewhere. */
export function progressBar(out: NodeJS.WriteStream): ProgressBar {
  let shownPercent = -1;
  return {
    show(done, total) {
      const percent = total === null || total === undefined ? 0 : total === 0 ? 100 : Math.floor((done / total) * 100);
      if (percent === shownPercent) return;
      const filled = Math.round((percent / 100) * WIDTH);
      const bar = `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${percent} % (${done}/${total ?? '?'})`;
      if (out.isTTY) out.write(`\r${bar}`);
      else if (percent === 100 || shownPercent < 0 || percent - shownPercent >= LINE_STEP) out.write(`${bar}\n`);
      else return;
      shownPercent = percent;
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
}
