/**
 * One ONNX model, ready to run: numbers in, named numbers out. The only place that knows how sessions are opened.
 */
import { InferenceSession, type Tensor } from './onnxruntime.ts';

export interface ModelOutput {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

export interface Model {
  /** @param input the model's only input; @returns all outputs by name */
  run(input: Tensor): Promise<ReadonlyMap<string, ModelOutput>>;
  release(): Promise<void>;
}

/**
 * @param bytes   an ONNX file with one input
 * @param threads of one inference; measured, not guessed: photos beside each other use cores better than threads
 */
export async function openModel(bytes: Uint8Array, threads: number): Promise<Model> {
  const session = await InferenceSession.create(bytes, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // The arena keeps the largest photo's memory for ever.
    enableCpuMemArena: false,
    logSeverityLevel: 3,
  });
  const [inputName] = session.inputNames;
  if (inputName === undefined) throw new RangeError('The model has no input.');
  return {
    async run(input) {
      const results = await session.run({ [inputName]: input });
      return new Map(
        Object.entries(results).map(([name, { dims, data }]) => {
          if (!(data instanceof Float32Array)) throw new RangeError(`Output ${name} is not of 32-bit floats.`);
          return [name, { dims, data }];
        }),
      );
    },
    release: () => session.release(),
  };
}

/** The numbers of one named output. @throws RangeError when the model has no such output */
export function output(outputs: ReadonlyMap<string, ModelOutput>, name: string): Float32Array {
  const found = outputs.get(name);
  if (found === undefined) throw new RangeError(`The model has no output named ${name}.`);
  return found.data;
}
