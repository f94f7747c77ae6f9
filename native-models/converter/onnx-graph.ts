/**
 * An ONNX graph being written: constants once each, nodes in order, only what the outputs need.
 *
 * Float constants are stored as 16-bit halves with a Cast behind them wherever that loses nothing, which is everywhere
 * for weights that were published as halves: half the file, the same numbers. onnxruntime folds the Cast when it loads.
 */
import { createHash } from 'node:crypto';
import { AttributeType, DataType, ModelProto, type onnx } from './onnx-schema.ts';

export type Attribute = number | string | readonly number[];

export interface Constant {
  readonly type: 'float' | 'int64' | 'bool';
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

export interface Port {
  readonly name: string;
  readonly type: 'float' | 'int64';
  /** A number is a fixed extent, a text the name of a free one. */
  readonly shape: readonly (number | string)[];
}

/** Below this many numbers a Cast node would cost more than it saves. */
const SMALLEST_HALF = 64;

export class OnnxGraph {
  readonly #nodes: onnx.INodeProto[] = [];
  readonly #constants: onnx.ITensorProto[] = [];
  readonly #known = new Map<string, string>();
  readonly #inputs: Port[] = [];
  readonly #outputs: Port[] = [];

  input(port: Port): string {
    this.#inputs.push(port);
    return port.name;
  }

  output(port: Port, from: string): void {
    this.#outputs.push(port);
    this.#nodes.push({ opType: 'Identity', input: [from], output: [port.name], name: port.name });
  }

  /** Adds a node with one output and returns that output's name; an empty input name leaves an optional input out. */
  node(op: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    const name = `${op}_${this.#nodes.length}`;
    const attribute = Object.entries(attributes).map(([key, value]) => encodeAttribute(key, value));
    this.#nodes.push({ opType: op, input: [...inputs], output: [name], name, attribute });
    return name;
  }

  /** Adds a constant, or finds the equal one that is there. */
  constant(constant: Constant): string {
    const raw = encodeNumbers(constant);
    const digest = createHash('sha256').update(raw).digest('hex');
    const key = `${constant.type} ${constant.shape.join('x')} ${digest}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const half = constant.type === 'float' ? losslessHalf(constant.data) : undefined;
    const name = `constant_${this.#known.size}`;
    const stored = half === undefined ? name : `${name}_half`;
    const dataType = half === undefined ? typeCode(constant.type) : DataType.FLOAT16;
    this.#constants.push({ name: stored, dims: [...constant.shape], dataType, rawData: half ?? raw });
    const result = half === undefined ? name : this.node('Cast', [stored], { to: DataType.FLOAT });
    this.#known.set(key, result);
    return result;
  }

  /** @returns the file's bytes; the same graph gives the same bytes on every machine */
  encode(name: string): Uint8Array {
    const nodes = this.#neededNodes();
    const used = new Set(nodes.flatMap((node) => node.input ?? []));
    const graph = {
      name,
      node: nodes,
      initializer: this.#constants.filter((constant) => used.has(constant.name ?? '')),
      input: this.#inputs.map(encodePort),
      output: this.#outputs.map(encodePort),
    };
    const opsetImport = [{ domain: '', version: 13 }];
    return ModelProto.encode({ irVersion: 7, producerName: 'kindred', opsetImport, graph }).finish();
  }

  #neededNodes(): onnx.INodeProto[] {
    const needed = new Set(this.#outputs.map((port) => port.name));
    const kept: onnx.INodeProto[] = [];
    for (const node of this.#nodes.toReversed()) {
      if (!(node.output ?? []).some((name) => needed.has(name))) continue;
      for (const name of node.input ?? []) needed.add(name);
      kept.push(node);
    }
    return kept.toReversed();
  }
}

/** The numbers as raw little-endian halves, or undefined where a half cannot hold every one of them exactly. */
export function losslessHalf(data: ArrayLike<number>): Uint8Array | undefined {
  if (data.length < SMALLEST_HALF) return undefined;
  const halves = Float16Array.from(data);
  if (halves.some((half, index) => !Object.is(half, data[index]))) return undefined;
  return new Uint8Array(halves.buffer);
}

function encodeNumbers({ type, data }: Constant): Uint8Array {
  if (type === 'float') return new Uint8Array(Float32Array.from(data).buffer);
  if (type === 'bool') return Uint8Array.from(data);
  return new Uint8Array(BigInt64Array.from(Array.from(data, (value) => BigInt(value))).buffer);
}

const typeCode = (type: Constant['type']): number =>
  ({ float: DataType.FLOAT, int64: DataType.INT64, bool: DataType.BOOL })[type];

function encodeAttribute(name: string, value: Attribute): onnx.IAttributeProto {
  if (typeof value === 'string') return { name, type: AttributeType.STRING, s: Buffer.from(value) };
  if (typeof value === 'number') return { name, type: AttributeType.INT, i: value };
  return { name, type: AttributeType.INTS, ints: [...value] };
}

const encodePort = ({ name, type, shape }: Port): onnx.IValueInfoProto => ({
  name,
  type: {
    tensorType: {
      elemType: typeCode(type),
      shape: { dim: shape.map((extent) => (typeof extent === 'number' ? { dimValue: extent } : { dimParam: extent })) },
    },
  },
});
