/**
 * The table of TensorFlow operators that the pack's models use, and what each becomes in ONNX. An operator that is not
 * here stops the conversion by name.
 */
import { CHANNELS_FIRST_AXIS, type Conversion, channelsFirst, type Placed, plain } from './conversion.ts';
import { activate, convolve, fullyConnect, maxPool } from './layers.ts';
import { slice } from './slice.ts';
import type { TfNode } from './tfjs-graph.ts';

export type Operator = (node: TfNode, conversion: Conversion) => Placed;

/** Same operator, one input, any layout. */
const unary =
  (op: string): Operator =>
  (node, c) => {
    const input = node.input(0);
    if (c.isChannelsFirst(input)) return channelsFirst(c.node(op, [c.channelsFirst(input)]));
    return plain(c.node(op, [c.plain(input)]));
  };

/** Same operator, two or more inputs, broadcasting. */
const elementwise =
  (op: string): Operator =>
  (node, c) => {
    const dynamic = node.inputs.filter((name) => !c.isConstant(name));
    const images = c.shape(node.name).length === 4 && dynamic.every((name) => c.shape(name).length === 4);
    if (images && dynamic.some((name) => c.isChannelsFirst(name)))
      return channelsFirst(
        c.node(
          op,
          node.inputs.map((name) => c.channelsFirst(name)),
        ),
      );
    return plain(
      c.node(
        op,
        node.inputs.map((name) => c.plain(name)),
      ),
    );
  };

/** Sizes are known, so every operator that only changes the shape is a Reshape. */
const reshape: Operator = (node, c) =>
  plain(c.node('Reshape', [c.plain(node.input(0)), c.integers(c.shape(node.name))]));

const reduce =
  (op: 'ReduceMean' | 'ReduceMin' | 'ReduceMax'): Operator =>
  (node, c) => {
    const input = node.input(0);
    const rank = c.shape(input).length;
    const axes = c.numbers(node, 1).map((axis) => (axis + rank) % rank);
    const keepdims = node.flag('keep_dims') ? 1 : 0;
    // Averaging away height and width leaves the channels in place, whichever layout they had.
    const pooling = rank === 4 && axes.length === 2 && axes.includes(1) && axes.includes(2);
    if (pooling && !keepdims && c.isChannelsFirst(input))
      return plain(c.node(op, [c.channelsFirst(input)], { axes: [2, 3], keepdims }));
    return plain(c.node(op, [c.plain(input)], { axes, keepdims }));
  };

const pad: Operator = (node, c) => {
  const input = node.input(0);
  const amounts = c.numbers(node, 1);
  const asOnnx = (axes: readonly number[]): string =>
    c.integers([...axes.map((axis) => amounts[2 * axis] ?? 0), ...axes.map((axis) => amounts[2 * axis + 1] ?? 0)]);
  if (c.isChannelsFirst(input)) return channelsFirst(c.node('Pad', [c.channelsFirst(input), asOnnx([0, 3, 1, 2])]));
  return plain(c.node('Pad', [c.plain(input), asOnnx(c.shape(input).map((_, axis) => axis))]));
};

const concatenate: Operator = (node, c) => {
  const parts = node.inputs.slice(0, -1);
  const rank = c.shape(node.name).length;
  const axis = ((c.numbers(node, parts.length)[0] ?? 0) + rank) % rank;
  if (parts.every((name) => c.isChannelsFirst(name)))
    return channelsFirst(
      c.node(
        'Concat',
        parts.map((name) => c.channelsFirst(name)),
        { axis: CHANNELS_FIRST_AXIS[axis] ?? 0 },
      ),
    );
  return plain(
    c.node(
      'Concat',
      parts.map((name) => c.plain(name)),
      { axis },
    ),
  );
};

const pack: Operator = (node, c) => {
  const rank = c.shape(node.name).length;
  const axis = (node.integer('axis') + rank) % rank;
  const parts = node.inputs.map((name) =>
    c.node('Reshape', [c.plain(name), c.integers(c.shape(name).toSpliced(axis, 0, 1))]),
  );
  return plain(c.node('Concat', parts, { axis }));
};

const batchMatMul: Operator = (node, c) => {
  const operand = (index: number, transpose: boolean): string => {
    const name = node.input(index);
    const axes = c.shape(name).map((_, axis) => axis);
    const perm = [...axes.slice(0, -2), ...axes.slice(-2).toReversed()];
    return transpose ? c.node('Transpose', [c.plain(name)], { perm }) : c.plain(name);
  };
  return plain(c.node('MatMul', [operand(0, node.flag('adj_x')), operand(1, node.flag('adj_y'))]));
};

/** The angle of (x, y) from Atan, which ONNX has, by the quadrant rule. */
const atan2: Operator = (node, c) => {
  const y = c.plain(node.input(0));
  const x = c.plain(node.input(1));
  const angle = c.node('Atan', [c.node('Div', [y, x])]);
  const halfTurn = c.node('Where', [c.node('Less', [y, c.scalar(0)]), c.scalar(-Math.PI), c.scalar(Math.PI)]);
  const turn = c.node('Where', [c.node('Less', [x, c.scalar(0)]), halfTurn, c.scalar(0)]);
  return plain(c.node('Add', [angle, turn]));
};

/** max(min(x, high), low) is one Clip, which onnxruntime fuses into the convolution before it. */
const maximum: Operator = (node, c) => {
  const low = scalarInput(node, c);
  const inner = c.source.node(node.input(0));
  const high = inner.op === 'Minimum' ? scalarInput(inner, c) : undefined;
  if (low === undefined || high === undefined) return elementwise('Max')(node, c);
  const before = c.source.node(inner.input(0));
  // A Relu in front of a Clip at 0 has nothing left to do.
  const input = before.op === 'Relu' && low === 0 ? before.input(0) : before.name;
  const bounds = [c.scalar(low), c.scalar(high)];
  if (c.isChannelsFirst(input)) return channelsFirst(c.node('Clip', [c.channelsFirst(input), ...bounds]));
  return plain(c.node('Clip', [c.plain(input), ...bounds]));
};

function scalarInput(node: TfNode, c: Conversion): number | undefined {
  if (c.source.value(node.name).dtype !== 'float32') return undefined;
  if (!c.isConstant(node.input(1)) || c.isConstant(node.input(0))) return undefined;
  const [value, ...more] = c.numbers(node, 1);
  return more.length === 0 ? value : undefined;
}

const onnxType = { float32: 1, int32: 7, bool: 9 } as const;

export const operators: Readonly<Record<string, Operator>> = {
  Conv2D: convolve,
  _FusedConv2D: convolve,
  DepthwiseConv2dNative: convolve,
  MaxPool: maxPool,
  MatMul: fullyConnect,
  _FusedMatMul: fullyConnect,
  BatchMatMulV2: batchMatMul,
  Prelu: (node, c) => {
    const input = node.input(0);
    const placed = c.isChannelsFirst(input) ? channelsFirst(c.channelsFirst(input)) : plain(c.plain(input));
    return { ...placed, tensor: activate('Prelu', placed, node.input(1), c) };
  },
  Relu: unary('Relu'),
  Sigmoid: unary('Sigmoid'),
  Cos: unary('Cos'),
  Sin: unary('Sin'),
  Neg: unary('Neg'),
  Floor: unary('Floor'),
  Identity: unary('Identity'),
  Softmax: (node, c) => plain(c.node('Softmax', [c.plain(node.input(0))], { axis: -1 })),
  Add: elementwise('Add'),
  AddV2: elementwise('Add'),
  AddN: elementwise('Sum'),
  Sub: elementwise('Sub'),
  Mul: elementwise('Mul'),
  Minimum: elementwise('Min'),
  Maximum: maximum,
  LessEqual: elementwise('LessOrEqual'),
  GreaterEqual: elementwise('GreaterOrEqual'),
  LogicalAnd: elementwise('And'),
  Atan2: atan2,
  Mean: reduce('ReduceMean'),
  Min: reduce('ReduceMin'),
  Max: reduce('ReduceMax'),
  Pad: pad,
  Reshape: reshape,
  ExpandDims: reshape,
  ConcatV2: concatenate,
  Pack: pack,
  StridedSlice: slice,
  Transpose: (node, c) => plain(c.node('Transpose', [c.plain(node.input(0))], { perm: c.numbers(node, 1) })),
  GatherV2: (node, c) =>
    plain(
      c.node('Gather', [c.plain(node.input(0)), c.plain(node.input(1))], {
        axis: node.inputs.length > 2 ? (c.numbers(node, 2)[0] ?? 0) : 0,
      }),
    ),
  Cast: (node, c) => plain(c.node('Cast', [c.plain(node.input(0))], { to: onnxType[c.source.value(node.name).dtype] })),
  Tile: (node, c) => plain(c.node('Tile', [c.plain(node.input(0)), c.integers(c.numbers(node, 1))])),
  Fill: (node, c) => plain(c.node('Expand', [c.plain(node.input(1)), c.integers(c.shape(node.name))])),
};
