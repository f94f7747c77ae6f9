import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Width over height of a picture; the grid and the photo view lay out by it. */
    '--aspect'?: number;
  }
}
