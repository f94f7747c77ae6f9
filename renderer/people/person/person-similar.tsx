/** Others who look so alike that they may be the same person under another name. */
import { UsersRound } from 'lucide-react';
import type { Result } from '../../../preload/contract.ts';
import { call } from '../../bridge.ts';
import { change } from '../../changes/change.ts';
import { formatRoute } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaceImage } from '../../ui/face-image.tsx';
import { mergeIntoPerson } from '../people-actions.ts';
import styles from './person-similar.module.css';

interface PersonSimilarProps {
  readonly person: Result<'person.show'>;
  /** Null before they are known. */
  readonly similar: Result<'person.similar'>['people'] | null;
}

export function PersonSimilar({ person: { id, name, coverFaceId }, similar }: PersonSimilarProps) {
  const { people: words, photo } = useStrings();
  if (similar?.length === 0) {
    return <EmptyState icon={<UsersRound />} title={words.noSimilarTitle} hint={words.noSimilarHint(name)} />;
  }
  return (
    <ul className={styles.similar}>
      {similar?.map((other) => (
        <li key={other.personId}>
          <div className={styles.faces}>
            <FaceImage faceId={coverFaceId} />
            <FaceImage faceId={other.coverFaceId} />
          </div>
          <a href={formatRoute({ view: 'people', id: other.personId })}>{other.name}</a>
          <small>{words.alike(photo.percent(other.confidence))}</small>
          <div className={styles.answers}>
            <Button onClick={() => void change(() => call('people.tell-apart', { id, other: other.personId }))}>
              {words.notTheSame}
            </Button>
            <Button tone="primary" onClick={() => void mergeIntoPerson(id, { persons: [other.personId], groups: [] })}>
              {words.theSame}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
