/** The body of an answer that succeeds: `status` first, in capitals (D43). */
import type { Result } from './endpoint.ts';

export const success = (result: Result): Result => ({ status: 'OK', ...result });
