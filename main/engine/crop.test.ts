import { expect, test } from 'vitest';
import { quadrants, quadrantsIn } from '../../test/engine/quadrants.ts';
import { decodeCrop, encodeCrop } from './crop.ts';

test('a crop survives being stored, within what JPEG 95 takes', async () => {
  const crop = quadrants(112, 112);
  const back = await decodeCrop(await encodeCrop(crop));
  expect(back).toMatchObject({ width: 112, height: 112 });
  expect(back.data).toHaveLength(crop.data.length);
  const worst = Math.max(...crop.data.map((value, index) => Math.abs(value - (back.data[index] ?? 0))));
  expect(worst).toBeLessThanOrEqual(12);
});

test('what is no crop is refused as corrupt', async () => {
  const jpeg = await encodeCrop(quadrants(112, 112));
  for (const bytes of [new Uint8Array(), jpeg.subarray(0, 300), await quadrantsIn(64, 64).jpeg().toBuffer()]) {
    await expect(decodeCrop(bytes)).rejects.toMatchObject({ code: 'corrupt' });
  }
});
