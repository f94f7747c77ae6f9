/** What main tells unasked, in English: nothing here, since main tells it in English. */
import type { Notice } from '../../../preload/contract/notices.ts';

/** The notice of a code, with the facts that go with it. */
type Of<Code extends Notice['code'], One extends Notice = Notice> = One extends unknown
  ? Code extends One['code']
    ? One
    : never
  : never;

/** @param why the failure in words; empty where there was none */
export type NoticeWords = {
  readonly [Code in Notice['code']]: (notice: Of<Code>, why: string) => string;
};

/** By code; what is not here is told in main’s own words. */
export const notices: Partial<NoticeWords> = {};
