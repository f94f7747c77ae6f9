/** Work on many items at once, hand the results out in the order of the items, never holding more than a few. */

/**
 * @param limit most items under way at a time; the source is not read further ahead than that
 * @param work  must not reject: a failure is a result of its own here
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for await (const item of items) {
    underWay.push(work(item));
    if (underWay.length < limit) continue;
    const oldest = underWay.shift();
    if (oldest) yield await oldest;
  }
  for (const rest of underWay) yield await rest;
}
