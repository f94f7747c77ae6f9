import { expect, test } from 'vitest';
import { createJob, type Job, type Lane } from './job.ts';
import { JobQueue } from './job-queue.ts';

function job(name: string, lane: Lane = 'bulk'): Job {
  const created = createJob({ kind: 'read', source: { path: name } }, lane, undefined, () => undefined);
  created.answer.catch(() => undefined);
  return created.job;
}

const names = (queue: JobQueue, idle = true): string[] => {
  const order: string[] = [];
  for (let next = queue.next(idle); next; next = queue.next(idle)) {
    if (next.question.kind === 'read' && 'path' in next.question.source) order.push(next.question.source.path);
  }
  return order;
};

test('jobs come in order, the interactive ones first', () => {
  const queue = new JobQueue();
  for (const each of [job('1'), job('2'), job('now', 'interactive'), job('3')]) queue.add(each);
  expect(names(queue)).toEqual(['now', '1', '2', '3']);
});

test('a job that is put back comes before all that came later', () => {
  const queue = new JobQueue();
  for (const each of [job('1'), job('2')]) queue.add(each);
  const first = queue.next(true);
  if (first) queue.putBack(first);
  expect(names(queue)).toEqual(['1', '2']);
});

test('a job that has ended a process waits for an idle one', () => {
  const queue = new JobQueue();
  queue.add(job('innocent'));
  const suspect = job('suspect');
  suspect.strikes = 1;
  queue.putBack(suspect);
  expect(names(queue, false)).toEqual(['innocent']);
  expect(names(queue, true)).toEqual(['suspect']);
});

test('a job whose caller has gone is not given to anyone', () => {
  const queue = new JobQueue();
  const gone = job('gone');
  queue.add(gone);
  queue.add(job('waiting'));
  gone.settle({ error: new Error('cancelled') });
  expect(names(queue)).toEqual(['waiting']);
});
