/**
 * One conversion under way: which ONNX tensor stands for which TensorFlow tensor, and in which of two layouts.
 *
 * TensorFlow keeps channels last (NHWC), ONNX's convolutions want them first (NCHW). A tensor of rank 4 may stand in
 * either layout or both; a Transpose is written only when an operator needs the layout that is not there yet, so chains
 * of convolutions run without any.
 */
import type { Attribute, Constant, OnnxGraph } from './onnx-graph.ts';
import type { TfGraph, TfNode, TfValue } from './tfjs-graph.ts';

/** Where an operator left its result. `plain` is TensorFlow's own order, of any rank. */
export interface Placed {
  readonly layout: 'plain' | 'channels-first';
  readonly tensor: string;
}

export const plain = (tensor: string): Placed => ({ layout: 'plain', tensor });
export const channelsFirst = (tensor: string): Placed => ({ layout: 'channels-first', tensor });

/** Where axis i of NHWC goes in NCHW. */
export const CHANNELS_FIRST_AXIS = [0, 2, 3, 1] as const;

const constantType = { float32: 'float', int32: 'int64', bool: 'bool' } as const;

export class Conversion {
  readonly source: TfGraph;
  readonly target: OnnxGraph;
  readonly #placed = new Map<string, { plain?: string; channelsFirst?: string }>();

  constructor(source: TfGraph, target: OnnxGraph) {
    this.source = source;
    this.target = target;
  }

  place(name: string, { layout, tensor }: Placed): void {
    this.#placed.set(name, layout === 'plain' ? { plain: tensor } : { channelsFirst: tensor });
  }

  node(op: string, inputs: readonly string[], attributes?: Readonly<Record<string, Attribute>>): string {
    return this.target.node(op, inputs, attributes);
  }

  shape(name: string): readonly number[] {
    return this.source.value(name).shape;
  }

  isConstant(name: string): boolean {
    return this.source.isConstant(name);
  }

  /** Whether the tensor stands ready with its channels first. */
  isChannelsFirst(name: string): boolean {
    return this.#placed.get(name)?.channelsFirst !== undefined;
  }

  /** The numbers of a constant input of a node. */
  numbers(node: TfNode, index: number): number[] {
    const name = node.input(index);
    if (!this.isConstant(name)) throw new Error(`${node.op} ${node.name}: input ${index} must be constant`);
    return Array.from(this.source.value(name).data);
  }

  /** ONNX name of the tensor in TensorFlow's own order. */
  plain(name: string): string {
    if (this.isConstant(name)) return this.target.constant(asConstant(this.source.value(name)));
    const known = this.#find(name);
    known.plain ??= this.node('Transpose', [known.channelsFirst ?? ''], { perm: [0, 2, 3, 1] });
    return known.plain;
  }

  /** ONNX name of the rank-4 tensor as NCHW; a constant of lower rank is shaped so that it broadcasts the same way. */
  channelsFirst(name: string): string {
    if (this.isConstant(name)) return this.target.constant(channelsFirstConstant(this.source.value(name)));
    const known = this.#find(name);
    known.channelsFirst ??= this.node('Transpose', [known.plain ?? ''], { perm: [0, 3, 1, 2] });
    return known.channelsFirst;
  }

  integers(values: readonly number[]): string {
    return this.target.constant({ type: 'int64', shape: [values.length], data: values });
  }

  scalar(value: number): string {
    return this.target.constant({ type: 'float', shape: [], data: [value] });
  }

  #find(name: string): { plain?: string; channelsFirst?: string } {
    const known = this.#placed.get(name);
    if (known === undefined) throw new Error(`${name} is used before it is computed`);
    return known;
  }
}

const asConstant = ({ shape, dtype, data }: TfValue): Constant => ({ type: constantType[dtype], shape, data });

function channelsFirstConstant(value: TfValue): Constant {
  if (value.data.length === 1) return { ...asConstant(value), shape: [] };
  const [batch = 1, height = 1, width = 1, channels = 1] = [1, 1, 1, 1].slice(value.shape.length).concat(value.shape);
  return { type: constantType[value.dtype], ...permute(value.data, [batch, height, width, channels], [0, 3, 1, 2]) };
}

/** Transposes four axes: axis i of the result is axis `order[i]` of the source. */
export function permute(
  data: ArrayLike<number>,
  shape: readonly [number, number, number, number],
  order: readonly [number, number, number, number],
): { shape: number[]; data: Float32Array } {
  const strides = [shape[1] * shape[2] * shape[3], shape[2] * shape[3], shape[3], 1];
  const extents = order.map((axis) => shape[axis] ?? 1);
  const steps = order.map((axis) => strides[axis] ?? 0);
  const [a = 1, b = 1, c = 1, d = 1] = extents;
  const [stepA = 0, stepB = 0, stepC = 0, stepD = 0] = steps;
  const result = new Float32Array(data.length);
  let next = 0;
  for (let i = 0; i < a; i++)
    for (let j = 0; j < b; j++)
      for (let k = 0; k < c; k++)
        for (let l = 0; l < d; l++) result[next++] = data[i * stepA + j * stepB + k * stepC + l * stepD] ?? Number.NaN;
  return { shape: extents, data: result };
}
