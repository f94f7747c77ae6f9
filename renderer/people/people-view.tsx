/** People: everybody, one of them, a group that has no name yet, who is seen once, or what is worth deciding. */
import { type ReactNode, useEffect } from 'react';
import { useRoute } from '../navigation/route.ts';
import { MergeDialog } from './merging/merge-dialog.tsx';
import { AllPeople } from './overview/all-people.tsx';
import { readPeople } from './people-store.ts';
import { PersonPage } from './person/person-page.tsx';
import { Review } from './review/review.tsx';
import { SeenOncePage } from './unnamed/seen-once-page.tsx';
import { UnnamedPage } from './unnamed/unnamed-page.tsx';

export function PeopleView() {
  const { id, page } = useRoute();
  useEffect(() => void readPeople(), []);
  const shown = (): ReactNode => {
    if (page === 'review') return <Review />;
    if (page === 'once') return <SeenOncePage />;
    if (id === null) return <AllPeople />;
    return page === 'unnamed' ? <UnnamedPage key={id} id={id} /> : <PersonPage key={id} id={id} />;
  };
  return (
    <>
      {shown()}
      <MergeDialog />
    </>
  );
}
