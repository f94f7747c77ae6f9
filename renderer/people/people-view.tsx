/** People: everybody, one of them, a group that has no name yet, or what is worth deciding. */
import { type ReactNode, useEffect } from 'react';
import { useRoute } from '../navigation/route.ts';
import { AllPeople } from './all-people.tsx';
import { GroupPage } from './group-page.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { readPeople } from './people-store.ts';
import { PersonPage } from './person-page.tsx';
import { Review } from './review.tsx';

export function PeopleView() {
  const { id, page } = useRoute();
  useEffect(() => void readPeople(), []);
  const shown = (): ReactNode => {
    if (page === 'review') return <Review />;
    if (id === null) return <AllPeople />;
    return page === 'unnamed' ? <GroupPage key={id} id={id} /> : <PersonPage key={id} id={id} />;
  };
  return (
    <>
      {shown()}
      <MergeDialog />
    </>
  );
}
