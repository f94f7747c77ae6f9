/** Who is this? The people it looks like, the surest first, among all or in one group. */
import { Check, UserRound, UsersRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { call } from '../bridge.ts';
import { readCollections, useCollections } from '../collections/collections-store.ts';
import { useAnswer } from '../lists/use-answer.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaceImage } from '../ui/face-image.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import answers from './answers.module.css';
import { ConfidenceBar } from './confidence-bar.tsx';
import { confidenceInWords } from './confidence-words.ts';
import styles from './identify-face.module.css';
import { PersonChoice } from './person-choice.tsx';
import { toPerson } from './to-person.ts';
import { type AskedFace, changeFaces } from './who-store.ts';

const SHOWN = 30;
const EVERYBODY = '';

export function IdentifyFace({ face }: { readonly face: AskedFace }) {
  const { who: words, common } = useStrings();
  const groups = useCollections('group').all;
  const [groupId, setGroupId] = useState(EVERYBODY);
  const [isNaming, setIsNaming] = useState(false);
  const { id } = face;
  const stopNaming = (): void => setIsNaming(false);
  useEffect(() => void readCollections('group'), []);
  const { answer, failure } = useAnswer(`${id} ${groupId}`, ['people', 'collections'], () =>
    call('who.identify', { faceId: id, groupId: groupId || null, limit: SHOWN }),
  );
  const people = answer?.people;
  return (
    <>
      {groups.length > 0 && (
        <div className={answers.choices}>
          <SelectField
            label={words.among}
            value={groupId}
            options={[
              { value: EVERYBODY, label: words.allPeople },
              ...groups.map((group) => ({ value: group.id, label: group.name })),
            ]}
            onChoose={setGroupId}
          />
        </div>
      )}
      <section className={answers.scroller} aria-label={words.candidates}>
        {failure !== null && <EmptyState icon={<UsersRound />} title={common.failedTitle} hint={failure} isFailure />}
        {people?.length === 0 && <EmptyState icon={<UsersRound />} title={words.nobodyTitle} hint={words.nobodyHint} />}
        <ul className={styles.people}>
          {people?.map(({ personId, name, coverFaceId, confidence }) => (
            <li key={personId}>
              <FaceImage faceId={coverFaceId} />
              <div className={styles.who}>
                <b>{name}</b>
                <ConfidenceBar confidence={confidence} />
                <small>{confidenceInWords(confidence, words)}</small>
              </div>
              {face.personId === personId && face.how === 'confirmed' ? (
                <span className={styles.said}>{words.confirmed}</span>
              ) : (
                <Button
                  icon={<Check />}
                  aria-label={words.confirmThat(name)}
                  onClick={() => void changeFaces(() => call('faces.confirm', { ids: [id], personId }))}
                >
                  {words.confirm}
                </Button>
              )}
              <IconButton
                label={`${words.openPerson}: ${name}`}
                icon={<UserRound />}
                onClick={() => toPerson(personId)}
              />
            </li>
          ))}
        </ul>
      </section>
      <div className={answers.bar}>
        {isNaming ? (
          <PersonChoice
            faceIds={[id]}
            except={face.personId === null ? [] : [face.personId]}
            onDone={stopNaming}
            onCancel={stopNaming}
          />
        ) : (
          <Button onClick={() => setIsNaming(true)}>{words.somebodyElse}</Button>
        )}
      </div>
    </>
  );
}
