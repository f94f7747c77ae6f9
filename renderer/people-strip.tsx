/** Named people, most photographed first, and how many groups still wait for a name. */
import { useLibrary } from './store.ts';
import { strings } from './strings/strings.ts';

export function PeopleStrip() {
  const people = useLibrary((library) => library.people);
  const unnamedGroups = useLibrary((library) => library.unnamedGroups);
  return (
    <section aria-label={strings.people}>
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            {person.coverFaceId && (
              <img src={`/face/${person.coverFaceId}`} alt="" width={72} height={72} loading="lazy" />
            )}
            <b>{person.name}</b>
            <small>{strings.faceCount(person.faceCount)}</small>
          </li>
        ))}
      </ul>
      {unnamedGroups > 0 && <p className="quiet">{strings.unnamedGroups(unnamedGroups)}</p>}
    </section>
  );
}
