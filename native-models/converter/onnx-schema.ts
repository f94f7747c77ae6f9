/** ONNX's own message types. The package is CommonJS in a form whose names ES modules cannot import one by one. */
import onnxProto from 'onnx-proto';

export type { onnx } from 'onnx-proto';
export const { ModelProto } = onnxProto.onnx;
export const { DataType } = onnxProto.onnx.TensorProto;
export const { AttributeType } = onnxProto.onnx.AttributeProto;
