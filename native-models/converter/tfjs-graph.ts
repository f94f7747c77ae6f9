/**
 * A TensorFlow.js graph model, read from its files and run once on a sample. The run gives the shape of every tensor and
 * the value of every constant, so that the conversion never has to infer a shape itself; it is also the reference that
 * the finished ONNX file is checked against.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { type io, setBackend, type Tensor, tensor } from '@tensorflow/tfjs-core';

/** An attribute as the JSON of a graph model writes it; 64-bit integers are strings, text is base64. */
interface JsonAttribute {
  readonly i?: string | number;
  readonly b?: boolean;
  readonly list?: { readonly i?: readonly (string | number)[]; readonly s?: readonly string[] };
  readonly s?: string;
}

interface JsonNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, JsonAttribute>>;
}

/** The part of model.json that is read here; the file is pinned by the integrity of its package. */
interface JsonModel {
  readonly format: string;
  readonly modelTopology: { readonly node: readonly JsonNode[] };
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: io.WeightsManifestEntry[];
  }[];
}

export interface TfValue {
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32' | 'bool';
  readonly data: Float32Array | Int32Array | Uint8Array;
}

export class TfNode {
  readonly name: string;
  readonly op: string;
  /** Names of the nodes whose first output this one takes, in order. */
  readonly inputs: readonly string[];
  readonly #attributes: Readonly<Record<string, JsonAttribute>>;

  constructor(json: JsonNode) {
    this.name = json.name;
    this.op = json.op;
    this.inputs = (json.input ?? []).filter((input) => !input.startsWith('^')).map(nodeName);
    this.#attributes = json.attr ?? {};
  }

  integer(name: string): number {
    return Number(this.#attributes[name]?.i ?? 0);
  }

  integers(name: string): number[] | undefined {
    return this.#attributes[name]?.list?.i?.map(Number);
  }

  flag(name: string): boolean {
    return this.#attributes[name]?.b ?? false;
  }

  text(name: string): string {
    return decodeText(this.#attributes[name]?.s ?? '');
  }

  texts(name: string): string[] {
    return (this.#attributes[name]?.list?.s ?? []).map(decodeText);
  }

  /** Name of the node behind the input at `index`. */
  input(index: number): string {
    const name = this.inputs[index];
    if (name === undefined) throw new Error(`${this.op} ${this.name} has no input ${index}`);
    return name;
  }
}

const decodeText = (base64: string): string => Buffer.from(base64, 'base64').toString();
const nodeName = (reference: string): string => reference.replace(/:\d+$/, '');

export class TfGraph {
  /** The nodes that the outputs need, each after its inputs. */
  readonly order: readonly TfNode[];
  readonly input: TfNode;
  readonly #nodes: ReadonlyMap<string, TfNode>;
  readonly #values: ReadonlyMap<string, TfValue>;
  readonly #constants: ReadonlySet<string>;

  constructor(nodes: ReadonlyMap<string, TfNode>, order: readonly TfNode[], values: ReadonlyMap<string, TfValue>) {
    const input = order.find((node) => node.op === 'Placeholder');
    if (input === undefined) throw new Error('the graph has no input');
    this.#nodes = nodes;
    this.#values = values;
    this.order = order;
    this.input = input;
    // Sizes are fixed, so what only depends on weights and shapes is a constant too.
    const constants = new Set<string>();
    for (const node of order) {
      const ownValue = ['Const', 'Shape', 'ZerosLike'].includes(node.op);
      const folded = node.inputs.length > 0 && node.inputs.every((name) => constants.has(name));
      if (ownValue || folded) constants.add(node.name);
    }
    this.#constants = constants;
  }

  node(name: string): TfNode {
    const node = this.#nodes.get(name);
    if (node === undefined) throw new Error(`the graph has no node ${name}`);
    return node;
  }

  /** Shape, type and (for the sample) content of a node's first output. */
  value(name: string): TfValue {
    const value = this.#values.get(name);
    if (value === undefined) throw new Error(`${name} was not computed`);
    return value;
  }

  isConstant(name: string): boolean {
    return this.#constants.has(name);
  }
}

/**
 * @param file    a model.json of a tfjs graph model, its weights beside it
 * @param outputs names of the nodes wanted
 * @param sample  input values, in the order and shape of the model's input
 */
export async function readTfjsGraph(
  file: string,
  outputs: readonly string[],
  sample: { readonly shape: readonly number[]; readonly data: Float32Array },
): Promise<TfGraph> {
  const json: JsonModel = JSON.parse(readFileSync(file, 'utf8'));
  const nodes = new Map(json.modelTopology.node.map((node) => [node.name, new TfNode(node)]));
  const order = neededNodes(nodes, outputs);
  await setBackend('cpu');
  const values = runAll(await loadModel(file, json), order, tensor(sample.data, [...sample.shape]));
  return new TfGraph(nodes, order, values);
}

function neededNodes(nodes: ReadonlyMap<string, TfNode>, outputs: readonly string[]): TfNode[] {
  const order = new Set<TfNode>();
  const visit = (name: string): void => {
    const node = nodes.get(name);
    if (node === undefined) throw new Error(`the graph has no node ${name}`);
    if (order.has(node)) return;
    node.inputs.forEach(visit);
    order.add(node);
  };
  outputs.forEach(visit);
  return [...order];
}

function loadModel(file: string, json: JsonModel): Promise<GraphModel> {
  const paths = json.weightsManifest.flatMap((group) => group.paths);
  const weights = Buffer.concat(paths.map((path) => readFileSync(join(dirname(file), path))));
  return loadGraphModel({
    load: async () => ({
      modelTopology: json.modelTopology,
      format: json.format,
      weightSpecs: json.weightsManifest.flatMap((group) => group.weights),
      weightData: new Uint8Array(weights).buffer,
    }),
  });
}

function runAll(model: GraphModel, order: readonly TfNode[], input: Tensor): Map<string, TfValue> {
  const [placeholder] = order.filter((node) => node.op === 'Placeholder');
  const computed = order.filter((node) => node.op !== 'Placeholder').map((node) => node.name);
  const results = model.execute({ [placeholder?.name ?? '']: input }, computed);
  const tensors = Array.isArray(results) ? results : [results];
  const values = new Map(tensors.map((result, index) => [computed[index] ?? '', read(result)]));
  return values.set(placeholder?.name ?? '', read(input));
}

function read(source: Tensor): TfValue {
  const { dtype } = source;
  if (dtype !== 'float32' && dtype !== 'int32' && dtype !== 'bool') throw new Error(`unexpected type ${dtype}`);
  return { shape: source.shape, dtype, data: source.dataSync() };
}
