/** Everybody who has a name, the most photographed first. */
import { UsersRound } from 'lucide-react';
import { useEffect } from 'react';
import { useStrings } from '../strings/strings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaceImage } from '../ui/face-image.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import { readPeople, usePeople } from './people-store.ts';
import styles from './people-view.module.css';

export function PeopleView() {
  const { people: words, count } = useStrings();
  const { people, unnamedGroups, isRead } = usePeople();
  useEffect(() => void readPeople(), []);
  if (isRead && people.length === 0 && unnamedGroups === 0) {
    return <EmptyState icon={<UsersRound />} title={words.emptyTitle} hint={words.emptyHint} />;
  }
  return (
    <>
      <ViewHeader title={words.title} detail={isRead ? count.people(people.length) : ''} />
      <div className={styles.scroller}>
        <ul className={styles.people}>
          {people.map(({ id, name, faceCount, coverFaceId }) => (
            <li key={id}>
              <FaceImage faceId={coverFaceId} size="large" />
              <b>{name}</b>
              <small>{count.faces(faceCount)}</small>
            </li>
          ))}
        </ul>
        {unnamedGroups > 0 && <p className={styles.unnamed}>{count.unnamedGroups(unnamedGroups)}</p>}
      </div>
    </>
  );
}
