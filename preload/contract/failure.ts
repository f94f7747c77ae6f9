/** How a failure crosses: what programs and other languages need of it, and nothing else. */
import { z } from 'zod';

export const Failure = z.object({
  code: z.string(),
  /** In English. */
  message: z.string(),
  /** The name, file or folder that the message speaks of, for whoever says it in another language. */
  about: z.string().optional(),
});
export type Failure = z.infer<typeof Failure>;
