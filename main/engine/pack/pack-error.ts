/** Why a model pack was refused. */
import { KindredError } from '../../kindred-error.ts';

export type PackErrorCode =
  /** The folder, its pack.json or a file named there is not there or cannot be read. */
  | 'pack-missing'
  /** pack.json is not what a pack says of itself, or a file is not of the kind the pack says. */
  | 'pack-invalid'
  /** A file is not, bit by bit, the one pack.json was written for. */
  | 'pack-damaged'
  /** Made for a later Kindred. */
  | 'pack-too-new'
  /** Names a decoder that this Kindred does not have. */
  | 'pack-unknown-decoder'
  /** Its models are not what pack.json says, or cannot be run. */
  | 'pack-unusable'
  /** There is one of that name and version. */
  | 'pack-exists'
  /** It is what the engine runs. */
  | 'pack-in-use';

export class PackError extends KindredError<PackErrorCode> {}
