/** Quotas: how much of everything a key may have made (reference, 2.7). Asked inside the transaction that would exceed them. */
import type { Quotas } from '../library/api-keys.ts';
import { ApiError } from './api-error.ts';
import type { Call } from './endpoint.ts';
import { reasons } from './statuses.ts';

/**
 * @param total how many there would be
 * @throws ApiError QUOTA_EXCEEDED
 */
export function keepWithin({ key }: Call, quota: keyof Quotas, total: number): void {
  const limit = key.quotas[quota];
  if (total > limit) throw new ApiError('QUOTA_EXCEEDED', reasons.quota(quota, limit));
}
