/**
 * The one place that loads onnxruntime, and keeps it quiet: its official builds for Linux and macOS send usage
 * events to their makers unless told not to before they are loaded (microsoft/onnxruntime#27379). Kindred sends nothing
 * to anybody. On Windows they go to the system's own event tracing, which the user's privacy settings govern.
 */
import process from 'node:process';

process.env.ORT_DISABLE_TELEMETRY = '1';
// The name in other versions (microsoft/onnxruntime#29843).
process.env.ORT_TELEMETRY_DISABLED = '1';

const { InferenceSession, Tensor } = await import('onnxruntime-node');

type Tensor = InstanceType<typeof Tensor>;

export { InferenceSession, Tensor };
