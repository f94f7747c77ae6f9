/** With whom is a face compared? A person by name, the face that is remembered, or one of a photo. */
import { call } from '../bridge.ts';
import { useAnswer } from '../lists/use-answer.ts';
import { NameField } from '../people/naming/name-field.tsx';
import { useOpenPhoto } from '../photo/open-photo.ts';
import { useStrings } from '../strings/strings.ts';
import answers from './answers.module.css';
import { FaceChoice } from './face-choice.tsx';
import styles from './other-choice.module.css';
import { PeopleChoice } from './people-choice.tsx';
import { type AskedFace, type Other, useWho } from './who-store.ts';

interface OtherChoiceProps {
  readonly face: AskedFace;
  readonly onChoose: (other: Other) => void;
}

export function OtherChoice({ face, onChoose }: OtherChoiceProps) {
  const { who: words } = useStrings();
  const remembered = useWho((state) => state.remembered);
  const openPhoto = useOpenPhoto((state) => state.photo);
  const { photoId } = face;
  const { answer: own } = useAnswer(photoId, ['photos', 'people'], () => call('photo.show', { id: photoId }));
  const isElsewhere = openPhoto !== null && openPhoto.id !== photoId;
  const choice = { not: face.id, onChoose };
  return (
    <section className={answers.scroller} aria-label={words.compareWith}>
      <div className={styles.choices}>
        <p>{words.chooseOther}</p>
        <NameField
          label={words.findPerson}
          onChoose={(id, { name, coverFaceId }) => onChoose({ kind: 'person', id, name, coverFaceId })}
        />
        <PeopleChoice onChoose={onChoose} />
        {remembered && <FaceChoice title={words.rememberedFace} faces={[remembered]} {...choice} />}
        {isElsewhere && <FaceChoice title={words.onOpenPhoto} faces={openPhoto.faces} {...choice} />}
        {own && <FaceChoice title={words.onThisPhoto} faces={own.faces} {...choice} />}
      </div>
    </section>
  );
}
