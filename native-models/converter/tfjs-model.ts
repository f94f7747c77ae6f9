/** From a tfjs graph model to the bytes of an ONNX file that gives the same numbers. */
import { Conversion, plain } from './conversion.ts';
import { OnnxGraph } from './onnx-graph.ts';
import { operators } from './operators.ts';
import { readTfjsGraph } from './tfjs-graph.ts';
import { type Converted, type Reference, ROUNDING } from './verify.ts';

export interface TfjsModel {
  /** Name of the graph in the file. */
  readonly name: string;
  /** Shape of the input, batch first, channels last. */
  readonly inputShape: readonly number[];
  /** Largest value the input takes; the sample for the numeric check is drawn from 0 to it. */
  readonly inputMaximum: number;
  /** Node in the tfjs graph by the name its output has in the ONNX file. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** @param file model.json of the tfjs graph model */
export async function convertTfjsModel(file: string, model: TfjsModel): Promise<Converted> {
  const sample = { shape: model.inputShape, data: noise(model.inputShape, model.inputMaximum) };
  const source = await readTfjsGraph(file, Object.values(model.outputs), sample);
  const target = new OnnxGraph();
  const conversion = new Conversion(source, target);
  const input = target.input({ name: 'input', type: 'float', shape: model.inputShape });
  conversion.place(source.input.name, plain(input));
  for (const node of source.order) {
    if (node === source.input || source.isConstant(node.name)) continue;
    const operator = operators[node.op];
    if (operator === undefined) throw new Error(`${model.name}: no conversion for ${node.op} (${node.name})`);
    conversion.place(node.name, operator(node, conversion));
  }
  const expected: Reference['outputs'] = {};
  for (const [name, node] of Object.entries(model.outputs)) {
    target.output({ name, type: 'float', shape: conversion.shape(node) }, conversion.plain(node));
    expected[name] = source.value(node).data;
  }
  const reference = { inputs: { input: sample }, outputs: expected, tolerance: ROUNDING };
  return { bytes: target.encode(model.name), reference };
}

/** Reproducible noise between 0 and `maximum` (a linear congruential generator; quality does not matter here). */
export function noise(shape: readonly number[], maximum: number): Float32Array {
  let state = 7;
  return Float32Array.from({ length: shape.reduce((product, extent) => product * extent, 1) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * maximum;
  });
}
