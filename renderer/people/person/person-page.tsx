/** One person: who they are, their photos and faces, faces that may be theirs, and others who may be the same. */
import { ArrowLeft, UsersRound } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { call } from '../../bridge.ts';
import { useAnswer } from '../../lists/use-answer.ts';
import { go } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PersonAbout } from './person-about.tsx';
import { PersonFaces } from './person-faces.tsx';
import { PersonHeader } from './person-header.tsx';
import styles from './person-page.module.css';
import { PersonPhotos } from './person-photos.tsx';
import { PersonSimilar } from './person-similar.tsx';
import { PersonSuggestions } from './person-suggestions.tsx';

const TABS = ['photos', 'faces', 'suggestions', 'similar', 'about'] as const;
type Tab = (typeof TABS)[number];
/** As many as a tab counts. */
const MOST = 200;

export function PersonPage({ id }: { readonly id: string }) {
  const { people: words } = useStrings();
  const { answer: person, failure } = useAnswer(id, ['people', 'photos', 'collections'], () =>
    call('person.show', { id }),
  );
  const { answer: waiting } = useAnswer(`waiting ${id}`, ['people', 'photos'], () =>
    call('person.suggestions', { id, limit: MOST }),
  );
  const { answer: similar } = useAnswer(`similar ${id}`, ['people', 'photos'], () =>
    call('person.similar', { id, limit: 30 }),
  );
  const [tab, setTab] = useState<Tab>('photos');
  if (failure !== null) {
    return (
      <EmptyState icon={<UsersRound />} title={words.goneTitle} hint={failure}>
        <Button icon={<ArrowLeft aria-hidden />} onClick={() => go('people')}>
          {words.toPeople}
        </Button>
      </EmptyState>
    );
  }
  const counts: Readonly<Record<Tab, number | undefined>> = {
    photos: person?.photoCount,
    faces: person?.faceCount,
    suggestions: waiting?.suggestions.length,
    similar: similar?.people.length,
    about: undefined,
  };
  return (
    <>
      <PersonHeader person={person} />
      <Tabs.Root
        className={styles.tabs}
        value={tab}
        onValueChange={(next) => setTab(TABS.find((t) => t === next) ?? 'photos')}
      >
        <Tabs.List className={styles.list} aria-label={words.parts}>
          {TABS.map((each) => (
            <Tabs.Trigger key={each} value={each} className={styles.tab}>
              {words.tabs[each]}
              {counts[each] ? <span>{counts[each]}</span> : null}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {person &&
          TABS.map((each) => (
            <Tabs.Content key={each} value={each} className={styles.content} tabIndex={-1}>
              {each === 'photos' && <PersonPhotos id={id} />}
              {each === 'faces' && <PersonFaces person={person} />}
              {each === 'suggestions' && (
                <PersonSuggestions person={person} suggestions={waiting?.suggestions ?? null} />
              )}
              {each === 'similar' && <PersonSimilar person={person} similar={similar?.people ?? null} />}
              {each === 'about' && <PersonAbout key={id} person={person} />}
            </Tabs.Content>
          ))}
      </Tabs.Root>
    </>
  );
}
