/** A progress bar on a terminal; nothing where stderr is piped, so that logs stay readable. */
import cliProgress from 'cli-progress';

export interface ProgressBar {
  /** @param note what is being worked on, or the rate; shortened to the terminal by the bar itself */
  show(done: number, total: number, note: string): void;
  end(): void;
}

/** @param enabled false for --json and other quiet runs */
export function openProgressBar(enabled: boolean): ProgressBar {
  if (!enabled || !process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: '{bar} {percentage}%  {value}/{total}  {note}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
    barsize: 28,
  });
  let started = false;
  return {
    show(done, total, note) {
      if (!started) bar.start(total, done, { note });
      started = true;
      bar.setTotal(total);
      bar.update(done, { note });
    },
    end() {
      if (started) bar.stop();
    },
  };
}
