/**
 * StridedSlice: Python's `x[begin:end:stride, …, i]` with bit masks for what was left out. The masks count the written
 * entries, of which an ellipsis stands for several axes.
 */
import { type Conversion, type Placed, plain } from './conversion.ts';
import type { TfNode } from './tfjs-graph.ts';

const hasBit = (mask: number, bit: number): boolean => ((mask >> bit) & 1) === 1;

interface Range {
  readonly begin: number;
  readonly end: number;
  readonly stride: number;
}

export function slice(node: TfNode, c: Conversion): Placed {
  if (node.integer('new_axis_mask') !== 0) throw new Error(`${node.name}: a new axis in a slice is not supported`);
  const shape = c.shape(node.input(0));
  const ranges = writtenRanges(node, c, shape);
  const cut = c.node('Slice', [
    c.plain(node.input(0)),
    c.integers(ranges.map((range) => range.begin)),
    c.integers(ranges.map((range) => range.end)),
    c.integers(ranges.map((_, axis) => axis)),
    c.integers(ranges.map((range) => range.stride)),
  ]);
  // Axes picked by a single index vanish.
  return plain(c.node('Reshape', [cut, c.integers(c.shape(node.name))]));
}

function writtenRanges(node: TfNode, c: Conversion, shape: readonly number[]): Range[] {
  const [begins, ends, strides] = [c.numbers(node, 1), c.numbers(node, 2), c.numbers(node, 3)];
  const ranges: Range[] = [];
  for (const [entry, stride] of strides.entries()) {
    if (hasBit(node.integer('ellipsis_mask'), entry)) {
      const whole = shape.length - strides.length + 1;
      for (let i = 0; i < whole; i++) ranges.push({ begin: 0, end: shape[ranges.length] ?? 0, stride: 1 });
      continue;
    }
    const extent = shape[ranges.length] ?? 0;
    const begin = begins[entry] ?? 0;
    if (hasBit(node.integer('shrink_axis_mask'), entry)) {
      const index = begin < 0 ? begin + extent : begin;
      ranges.push({ begin: index, end: index + 1, stride: 1 });
    } else {
      const toTheEnd = hasBit(node.integer('end_mask'), entry);
      ranges.push({
        begin: hasBit(node.integer('begin_mask'), entry) ? 0 : begin,
        end: toTheEnd ? extent : (ends[entry] ?? extent),
        stride,
      });
    }
  }
  return ranges;
}
