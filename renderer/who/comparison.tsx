/** Two faces side by side, and between them whether they are one person: how sure that is, and what it means. */
import { call } from '../bridge.ts';
import { useAnswer } from '../lists/use-answer.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { FaceImage } from '../ui/face-image.tsx';
import styles from './comparison.module.css';
import { ConfidenceBar } from './confidence-bar.tsx';
import { confidenceInWords } from './confidence-words.ts';
import type { AskedFace, Other } from './who-store.ts';

interface ComparisonProps {
  readonly face: AskedFace;
  readonly other: Other;
  readonly onAnother: () => void;
}

export function Comparison({ face, other, onAnother }: ComparisonProps) {
  const { who: words } = useStrings();
  const { answer: found, failure } = useAnswer(`${face.id} ${other.id}`, ['people'], () => {
    const which = other.kind === 'face' ? { faceId: other.id } : { personId: other.id };
    return call('who.compare', { faceId: face.id, with: which });
  });
  const picture = other.kind === 'face' ? other.id : other.coverFaceId;
  return (
    <div className={styles.comparison}>
      <div className={styles.pair}>
        <figure>
          <img src={`/face/${face.id}`} alt="" />
          <figcaption>{words.face(face.name)}</figcaption>
        </figure>
        <div className={styles.verdict} role="status">
          {failure}
          {found && (
            <>
              <strong>{found.samePerson ? words.samePerson : words.notSamePerson}</strong>
              <ConfidenceBar confidence={found.confidence} />
              <p>{confidenceInWords(found.confidence, words)}</p>
            </>
          )}
        </div>
        <figure>
          {picture === null ? <FaceImage faceId={null} size="large" /> : <img src={`/face/${picture}`} alt="" />}
          <figcaption>{words.face(other.name)}</figcaption>
        </figure>
      </div>
      <div>
        <Button onClick={onAnother}>{words.compareAnother}</Button>
      </div>
    </div>
  );
}
