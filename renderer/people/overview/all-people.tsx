/** Everybody: those with names, the groups that wait for one below, and hidden ones in a drawer. */
import { Search, UsersRound, WandSparkles } from 'lucide-react';
import { useMemo, useState } from 'react';
import { findByName } from '../../../preload/contract/names.ts';
import type { PersonCard } from '../../../preload/contract.ts';
import { go } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { OrderMenu } from '../../ui/order-menu.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ViewHeader } from '../../ui/view-header.tsx';
import { readPeople, unnamedGroups, usePeople } from '../people-store.ts';
import { SeenOnceFaces } from '../unnamed/seen-once-faces.tsx';
import styles from './all-people.module.css';
import { groupCard, personCard, type Section } from './card-rows.ts';
import { PeopleGrid } from './people-grid.tsx';

const ORDERS = ['photos', 'name'] as const;
type Order = (typeof ORDERS)[number];

export function AllPeople() {
  const { people: words, common, locale } = useStrings();
  const { people, hiddenPeople, hiddenGroups, seenOnce, isRead, failure } = usePeople();
  const { total, items, status } = unnamedGroups.use();
  const [order, setOrder] = useState<Order>('photos');
  const [typed, setTyped] = useState('');
  const [showsHidden, setShowsHidden] = useState(false);
  const text = typed.trim();

  const sections = useMemo((): Section[] => {
    const found = (all: readonly PersonCard[]): PersonCard[] => {
      return findByName(all, text).sort(
        order === 'name' ? (a, b) => a.name.localeCompare(b.name, locale) : (a, b) => b.photoCount - a.photoCount,
      );
    };
    const unnamed = Array.from({ length: text === '' ? total : 0 }, (_, place) => {
      const group = items.get(place);
      return group ? groupCard(group) : ({ kind: 'waiting', key: `waiting ${place}` } as const);
    });
    const hidden = [...found(hiddenPeople).map(personCard), ...(text === '' ? hiddenGroups : []).map(groupCard)];
    return [
      { name: 'people', cards: found(people).map(personCard) },
      { name: 'unnamed', cards: unnamed },
      { name: 'once', cards: [], count: text === '' ? seenOnce : 0 },
      { name: 'hidden', cards: hidden, isClosed: !showsHidden },
    ];
  }, [people, hiddenPeople, items, total, hiddenGroups, seenOnce, order, text, showsHidden, locale]);

  if (failure !== null && !isRead) {
    return (
      <EmptyState icon={<UsersRound />} title={common.failedTitle} hint={failure} isFailure>
        <Button onClick={() => void readPeople()}>{common.retry}</Button>
      </EmptyState>
    );
  }
  if (
    isRead &&
    people.length + hiddenPeople.length === 0 &&
    status === 'ready' &&
    total === 0 &&
    hiddenGroups.length === 0
  ) {
    if (seenOnce === 0) return <EmptyState icon={<UsersRound />} title={words.emptyTitle} hint={words.emptyHint} />;
    // With a handful of photos that is everybody.
    return (
      <>
        <ViewHeader title={words.title} detail={words.seenOnceHint} />
        <SeenOnceFaces />
      </>
    );
  }
  const isNobody = isRead && text !== '' && sections.every(({ cards }) => cards.length === 0);
  return (
    <>
      <ViewHeader title={words.title} detail={isRead ? words.counts(people.length, total) : ''}>
        <SearchField label={words.find} value={typed} onType={setTyped} />
        <OrderMenu orders={ORDERS} order={order} words={words.order} onChoose={setOrder} />
        <Button tone="primary" icon={<WandSparkles aria-hidden />} onClick={() => go('people', null, 'review')}>
          {words.review}
          {total > 0 ? <span className={styles.badge}>{total.toLocaleString(locale)}</span> : null}
        </Button>
      </ViewHeader>
      {isNobody ? (
        <EmptyState icon={<Search />} title={words.nobodyCalled(text)} hint={words.nobodyCalledHint} />
      ) : (
        <PeopleGrid sections={sections} isRead={isRead} onToggleHidden={() => setShowsHidden(!showsHidden)} />
      )}
    </>
  );
}
