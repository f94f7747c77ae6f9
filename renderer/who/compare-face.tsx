/** Compare: is this face another one, or a person? First which, then how sure that is. */
import { Comparison } from './comparison.tsx';
import { OtherChoice } from './other-choice.tsx';
import { type AskedFace, type Other, useWho } from './who-store.ts';

const choose = (other: Other | null): void => useWho.setState({ other });

export function CompareFace({ face }: { readonly face: AskedFace }) {
  const other = useWho((state) => state.other);
  return other ? (
    <Comparison face={face} other={other} onAnother={() => choose(null)} />
  ) : (
    <OtherChoice face={face} onChoose={choose} />
  );
}
