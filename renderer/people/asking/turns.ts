/** Answers, and what takes them back, one after the other in the order of the keys. */

/** @returns does some work once all that was given to it before is done, whether that went well or not */
export function turns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
