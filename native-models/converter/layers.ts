/** Convolutions, pooling and dense layers, with the activations that TensorFlow fuses into them. */
import { type Conversion, channelsFirst, type Placed, permute, plain } from './conversion.ts';
import type { TfNode } from './tfjs-graph.ts';

type Pair = readonly [number, number];

/** Applies a fused activation to a tensor; `slope` names the constant of a Prelu. */
export function activate(activation: string, input: Placed, slope: string | undefined, c: Conversion): string {
  if (activation === 'Relu' || activation === 'Sigmoid') return c.node(activation, [input.tensor]);
  if (activation === 'Relu6') return c.node('Clip', [input.tensor, c.scalar(0), c.scalar(6)]);
  if (activation === 'Prelu' && slope !== undefined)
    return c.node('PRelu', [input.tensor, input.layout === 'plain' ? c.plain(slope) : c.channelsFirst(slope)]);
  throw new Error(`unknown activation ${activation}`);
}

/** Splits the inputs behind the first two into a bias and what the fused activations need. */
function fusedTail(node: TfNode): { bias: string | undefined; activations: string[]; slope: string | undefined } {
  const fused = node.texts('fused_ops');
  const hasBias = fused[0] === 'BiasAdd';
  return {
    bias: hasBias ? node.input(2) : undefined,
    activations: hasBias ? fused.slice(1) : fused,
    slope: node.inputs[hasBias ? 3 : 2],
  };
}

/** Height and width of an attribute that has one number for each of N, H, W, C. */
function heightAndWidth(node: TfNode, attribute: string): Pair {
  const [, height = 1, width = 1] = node.integers(attribute) ?? [];
  return [height, width];
}

/** Padding as ONNX writes it: top, left, bottom, right. */
function padding(node: TfNode, input: readonly number[], kernel: Pair, stride: Pair, dilation: Pair): number[] {
  const kind = node.text('padding');
  if (kind === 'VALID') return [0, 0, 0, 0];
  if (kind !== 'SAME') throw new Error(`${node.name}: unknown padding ${kind}`);
  const missing = ([0, 1] as const).map((axis) => {
    const extent = input[axis + 1] ?? 0;
    const reach = (kernel[axis] - 1) * dilation[axis] + 1;
    return Math.max(0, (Math.ceil(extent / stride[axis]) - 1) * stride[axis] + reach - extent);
  });
  return [...missing.map((amount) => Math.floor(amount / 2)), ...missing.map((amount) => Math.ceil(amount / 2))];
}

export function convolve(node: TfNode, c: Conversion): Placed {
  const depthwise = node.op === 'DepthwiseConv2dNative';
  const weights = c.source.value(node.input(1));
  const [height = 1, width = 1, from = 1, to = 1] = weights.shape;
  const turned = permute(weights.data, [height, width, from, to], depthwise ? [2, 3, 0, 1] : [3, 2, 0, 1]);
  const shape = depthwise ? [from * to, 1, height, width] : turned.shape;
  const { bias, activations, slope } = fusedTail(node);
  const strides = heightAndWidth(node, 'strides');
  const dilations = node.integers('dilations') ? heightAndWidth(node, 'dilations') : ([1, 1] as const);
  const inputs = [c.channelsFirst(node.input(0)), c.target.constant({ type: 'float', shape, data: turned.data })];
  if (bias !== undefined) inputs.push(c.plain(bias));
  let tensor = c.node('Conv', inputs, {
    strides,
    dilations,
    kernel_shape: [height, width],
    pads: padding(node, c.shape(node.input(0)), [height, width], strides, dilations),
    group: depthwise ? from : 1,
  });
  for (const activation of activations) tensor = activate(activation, channelsFirst(tensor), slope, c);
  return channelsFirst(tensor);
}

export function maxPool(node: TfNode, c: Conversion): Placed {
  const kernel = heightAndWidth(node, 'ksize');
  const strides = heightAndWidth(node, 'strides');
  const pads = padding(node, c.shape(node.input(0)), kernel, strides, [1, 1]);
  return channelsFirst(c.node('MaxPool', [c.channelsFirst(node.input(0))], { kernel_shape: kernel, strides, pads }));
}

export function fullyConnect(node: TfNode, c: Conversion): Placed {
  const { bias, activations, slope } = fusedTail(node);
  const inputs = [c.plain(node.input(0)), c.plain(node.input(1))];
  if (bias !== undefined) inputs.push(c.plain(bias));
  const transA = node.flag('transpose_a') ? 1 : 0;
  const transB = node.flag('transpose_b') ? 1 : 0;
  let tensor = c.node('Gemm', inputs, { transA, transB });
  for (const activation of activations) tensor = activate(activation, plain(tensor), slope, c);
  return plain(tensor);
}
