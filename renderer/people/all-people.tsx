/** Everybody: those with names, the groups that wait for one below, and hidden ones in a drawer. */
import { ArrowDownUp, Search, UsersRound, WandSparkles } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PersonCard } from '../../preload/contract.ts';
import { go } from '../navigation/route.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Menu } from '../ui/menu.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import styles from './all-people.module.css';
import { groupCard, personCard, type Section } from './card-rows.ts';
import { isCalled } from './is-called.ts';
import { PeopleGrid } from './people-grid.tsx';
import { readPeople, unnamedGroups, usePeople } from './people-store.ts';

type Order = 'photos' | 'name';

export function AllPeople() {
  const { people: words, common, locale } = useStrings();
  const { people, hiddenPeople, hiddenGroups, isRead, failure } = usePeople();
  const { total, items } = unnamedGroups.use();
  const [order, setOrder] = useState<Order>('photos');
  const [typed, setTyped] = useState('');
  const [showsHidden, setShowsHidden] = useState(false);
  const text = typed.trim();

  const sections = useMemo((): Section[] => {
    const found = (all: readonly PersonCard[]): PersonCard[] => {
      const some = all.filter((person) => isCalled(person.name, text));
      return some.sort(
        order === 'name' ? (a, b) => a.name.localeCompare(b.name, locale) : (a, b) => b.photoCount - a.photoCount,
      );
    };
    const unnamed = Array.from({ length: text === '' ? (total ?? 0) : 0 }, (_, place) => {
      const group = items.get(place);
      return group ? groupCard(group) : ({ kind: 'waiting', key: `waiting ${place}` } as const);
    });
    const hidden = [...found(hiddenPeople).map(personCard), ...(text === '' ? hiddenGroups : []).map(groupCard)];
    return [
      { name: 'people', cards: found(people).map(personCard) },
      { name: 'unnamed', cards: unnamed },
      { name: 'hidden', cards: hidden, isClosed: !showsHidden },
    ];
  }, [people, hiddenPeople, items, total, hiddenGroups, order, text, showsHidden, locale]);

  if (failure !== null && !isRead) {
    return (
      <EmptyState icon={<UsersRound />} title={common.failedTitle} hint={failure} isFailure>
        <Button onClick={() => void readPeople()}>{common.retry}</Button>
      </EmptyState>
    );
  }
  if (isRead && people.length + hiddenPeople.length === 0 && total === 0 && hiddenGroups.length === 0) {
    return <EmptyState icon={<UsersRound />} title={words.emptyTitle} hint={words.emptyHint} />;
  }
  const isNobody = isRead && text !== '' && sections.every(({ cards }) => cards.length === 0);
  const orders: readonly Order[] = ['photos', 'name'];
  return (
    <>
      <ViewHeader title={words.title} detail={isRead ? words.counts(people.length, total ?? 0) : ''}>
        <div className={styles.find}>
          <Search aria-hidden />
          <input
            type="search"
            aria-label={words.find}
            placeholder={words.find}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Menu
          trigger={
            <Button tone="quiet" icon={<ArrowDownUp aria-hidden />}>
              {words.order[order]}
            </Button>
          }
          groups={[
            orders.map((each) => ({ label: words.order[each], isChosen: each === order, run: () => setOrder(each) })),
          ]}
        />
        <Button tone="primary" icon={<WandSparkles aria-hidden />} onClick={() => go('people', null, 'review')}>
          {words.review}
          {total ? <span className={styles.badge}>{total.toLocaleString(locale)}</span> : null}
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
