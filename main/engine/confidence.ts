/** Cosine similarity made comparable: calibrated confidence. */

/** Knots (cosine, confidence), ascending in both. */
export type Calibration = readonly (readonly [cosine: number, confidence: number])[];
