/** Who is this? A name to type, with people who have it or look alike to choose from. */
import { useEffect, useState } from 'react';
import { call } from '../bridge.ts';
import { NameField } from '../people/naming/name-field.tsx';
import type { NameChoice } from '../people/naming/use-name-choices.ts';
import { useStrings } from '../strings/strings.ts';
import type { PhotoFace } from './attribute-words.ts';
import { faceIs, nameFace } from './name-face.ts';

const LIKELY = 4;

export function FaceNameForm({ face }: { readonly face: PhotoFace }) {
  const { photo: words } = useStrings();
  const [likely, setLikely] = useState<readonly NameChoice[]>([]);
  useEffect(() => {
    let isCurrent = true;
    call('who.suggest', { faceId: face.id, limit: LIKELY }).then(
      ({ people }) => isCurrent && setLikely(people),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [face.id]);
  return (
    <NameField
      label={face.person === null && face.groupId !== null ? words.whoIsGroup : words.whoIs}
      autoFocus
      likely={likely}
      except={face.person ? [face.person.id] : []}
      onChoose={(personId) => void faceIs(face, personId)}
      onName={(name, ifNameTaken) => nameFace(face, name, ifNameTaken)}
    />
  );
}
