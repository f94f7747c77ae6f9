/** From an ONNX file to a smaller one: only the outputs wanted, free sizes, weights as halves. */
import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { AttributeType, DataType, ModelProto, type onnx } from './onnx-schema.ts';
import { noise } from './tfjs-model.ts';
import { type Converted, HALVED, type Reference, ROUNDING } from './verify.ts';

export interface OnnxModel {
  /** Shape of the input; a text names a size that stays free. */
  readonly inputShape: readonly (number | string)[];
  /** Shape of a sample for the numeric check. */
  readonly sampleShape: readonly number[];
  /** Name of a tensor inside the source by the name it has as an output here. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Store float weights as halves, which rounds them to 11 bits. */
  readonly halves: boolean;
}

export async function convertOnnxModel(file: string, model: OnnxModel): Promise<Converted> {
  const bytes = readFileSync(file);
  const source = ModelProto.decode(bytes);
  const graph = source.graph;
  if (!graph) throw new Error(`${file} has no graph`);
  const sample = { shape: model.sampleShape, data: noise(model.sampleShape, 2).map((value) => value - 1) };
  keepOutputs(graph, Object.values(model.outputs));
  freeInput(graph, model.inputShape);
  const reference = await askSource(ModelProto.encode(source).finish(), model, sample);
  if (model.halves) halveWeights(graph);
  renameOutputs(graph, model.outputs);
  return { bytes: ModelProto.encode(source).finish(), reference };
}

/** Makes these tensors the outputs and drops every node and constant that they do not need. */
function keepOutputs(graph: onnx.IGraphProto, outputs: readonly string[]): void {
  const needed = new Set(outputs);
  const kept: onnx.INodeProto[] = [];
  for (const node of (graph.node ?? []).toReversed()) {
    if (!(node.output ?? []).some((name) => needed.has(name))) continue;
    for (const name of node.input ?? []) needed.add(name);
    kept.push(node);
  }
  graph.node = kept.toReversed();
  graph.initializer = (graph.initializer ?? []).filter((constant) => needed.has(constant.name ?? ''));
  graph.input = (graph.input ?? []).filter((port) => needed.has(port.name ?? ''));
  // The type is known, the shape follows from the input's.
  graph.output = outputs.map((name) => ({ name, type: { tensorType: { elemType: DataType.FLOAT } } }));
  graph.valueInfo = [];
}

function freeInput(graph: onnx.IGraphProto, shape: OnnxModel['inputShape']): void {
  const constants = new Set((graph.initializer ?? []).map((constant) => constant.name));
  graph.input = (graph.input ?? []).filter((port) => !constants.has(port.name));
  const [input] = graph.input;
  if (!input?.type?.tensorType) throw new Error('the graph has no input tensor');
  const dim = shape.map((extent) => (typeof extent === 'number' ? { dimValue: extent } : { dimParam: extent }));
  input.type.tensorType.shape = { dim };
}

/** Rounds large float weights to halves; a Cast in front of their first use restores the type. */
function halveWeights(graph: onnx.IGraphProto): void {
  const casts: onnx.INodeProto[] = [];
  for (const constant of graph.initializer ?? []) {
    const floats = floatsOf(constant);
    if (floats === undefined || floats.length < 64) continue;
    const output = constant.name ?? '';
    constant.name = `${output}_half`;
    constant.dataType = DataType.FLOAT16;
    constant.floatData = [];
    constant.rawData = new Uint8Array(Float16Array.from(floats).buffer);
    const attribute = [{ name: 'to', type: AttributeType.INT, i: DataType.FLOAT }];
    casts.push({ opType: 'Cast', name: output, input: [constant.name], output: [output], attribute });
  }
  graph.node = [...casts, ...(graph.node ?? [])];
}

function floatsOf({ dataType, rawData, floatData }: onnx.ITensorProto): ArrayLike<number> | undefined {
  if (dataType !== DataType.FLOAT) return undefined;
  if (floatData && floatData.length > 0) return floatData;
  return rawData ? new Float32Array(new Uint8Array(rawData).buffer) : undefined;
}

function renameOutputs(graph: onnx.IGraphProto, outputs: OnnxModel['outputs']): void {
  for (const [name, source] of Object.entries(outputs)) {
    for (const node of graph.node ?? []) node.output = (node.output ?? []).map((old) => (old === source ? name : old));
    for (const port of graph.output ?? []) if (port.name === source) port.name = name;
  }
}

async function askSource(bytes: Uint8Array, model: OnnxModel, sample: Reference['inputs'][string]): Promise<Reference> {
  const session = await InferenceSession.create(bytes, { logSeverityLevel: 3 });
  const [input = ''] = session.inputNames;
  const results = await session.run({ [input]: new Tensor('float32', sample.data, sample.shape) });
  await session.release();
  const outputs: Reference['outputs'] = {};
  for (const [name, source] of Object.entries(model.outputs)) {
    const data = results[source]?.data;
    if (!(data instanceof Float32Array)) throw new Error(`${source} is not a float tensor`);
    outputs[name] = data;
  }
  return { inputs: { [input]: sample }, outputs, tolerance: model.halves ? HALVED : ROUNDING };
}
