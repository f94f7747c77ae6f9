/** Everybody who has a name, the most photographed first. */
import { UsersRound } from 'lucide-react';
import { useEffect } from 'react';
import { formatRoute, useRoute } from '../navigation/route.ts';
import { useStrings } from '../strings/strings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaceImage } from '../ui/face-image.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import { readPeople, usePeople } from './people-store.ts';
import styles from './people-view.module.css';
import { PersonPage } from './person-page.tsx';

export function PeopleView() {
  const id = useRoute((route) => route.id);
  return id === null ? <AllPeople /> : <PersonPage key={id} id={id} />;
}

function AllPeople() {
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
              <a href={formatRoute({ view: 'people', id })}>
                <FaceImage faceId={coverFaceId} size="large" />
                <b>{name}</b>
              </a>
              <small>{count.faces(faceCount)}</small>
            </li>
          ))}
        </ul>
        {unnamedGroups > 0 && <p className={styles.unnamed}>{count.unnamedGroups(unnamedGroups)}</p>}
      </div>
    </>
  );
}
