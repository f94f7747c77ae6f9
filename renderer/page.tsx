/** The whole page: people above, photos below, one photo over them when it is opened. */
import { PeopleStrip } from './people-strip.tsx';
import { PhotoGrid } from './photo-grid.tsx';
import { PhotoView } from './photo-view.tsx';
import { refresh, useLibrary } from './store.ts';
import { strings } from './strings/strings.ts';

export function Page() {
  const { total, people, unnamedGroups, failure, loaded, open, importing } = useLibrary();
  return (
    <>
      <header className="bar">
        <h1>Kindred</h1>
        <p>{loaded && strings.photoCount(total)}</p>
        <p role="status">{importing && strings.importing(importing.done, importing.total)}</p>
      </header>
      <main>
        {failure && (
          <section className="message" role="alert">
            <h2>{strings.failedTitle}</h2>
            <p>{failure}</p>
            <button type="button" onClick={() => void refresh()}>
              {strings.retry}
            </button>
          </section>
        )}
        {loaded && total === 0 && !failure && (
          <section className="message">
            <h2>{strings.emptyTitle}</h2>
            <p>{strings.emptyHint}</p>
          </section>
        )}
        {(people.length > 0 || unnamedGroups > 0) && <PeopleStrip />}
        {total > 0 && <PhotoGrid />}
      </main>
      {open && <PhotoView photo={open} />}
    </>
  );
}
