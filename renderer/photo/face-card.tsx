/** One face of the photo: who it is and how sure that is, and what can be done about it. */
import { Check, Ellipsis, EyeOff, Pencil, ScanSearch, Trash2, UserRound, UserRoundX, X } from 'lucide-react';
import { useState } from 'react';
import { call } from '../bridge.ts';
import { go } from '../navigation/route.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { FaceImage } from '../ui/face-image.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { useWhoMenu } from '../who/use-who-menu.tsx';
import { askWho } from '../who/who-store.ts';
import type { PhotoFace } from './attribute-words.ts';
import styles from './face-card.module.css';
import { FaceNameForm } from './face-name-form.tsx';
import { changePhoto, closePhoto } from './open-photo.ts';

interface FaceCardProps {
  readonly face: PhotoFace;
  readonly onClose: () => void;
}

export function FaceCard({ face, onClose }: FaceCardProps) {
  const { photo: words, common, who: asking } = useStrings();
  const menuOf = useWhoMenu();
  const [isNaming, setIsNaming] = useState(false);
  const { id, person, name } = face;
  const who = name ?? words.unknownFace;
  // Beside the face, not over it.
  const side = face.box.left + face.box.width / 2 < 0.5 ? 'right' : 'left';
  const isAutomatic = person?.how === 'automatic';
  return (
    <section className={styles.card} data-side={side} aria-label={who}>
      <header>
        <FaceImage faceId={id} size="small" />
        <div>
          <h2>{who}</h2>
          {isAutomatic && (
            <p>{person.confidence === null ? words.automatic : words.automaticAt(words.percent(person.confidence))}</p>
          )}
          {face.regionName !== null && face.regionName !== name && <p>{words.regionName(face.regionName)}</p>}
        </div>
        <IconButton label={common.close} icon={<X />} onClick={onClose} />
      </header>
      {person === null || isNaming ? (
        <FaceNameForm key={person?.id ?? id} face={face} />
      ) : (
        <div className={styles.actions}>
          {isAutomatic && (
            <Button
              tone="primary"
              icon={<Check />}
              onClick={() => void changePhoto(() => call('faces.confirm', { ids: [id], personId: person.id }))}
            >
              {words.confirm(who)}
            </Button>
          )}
          <Button
            icon={<UserRoundX />}
            onClick={() => void changePhoto(() => call('faces.reject', { ids: [id], personId: person.id }))}
          >
            {words.reject(who)}
          </Button>
          <Button icon={<Pencil />} onClick={() => setIsNaming(true)}>
            {words.otherName}
          </Button>
          <Button
            icon={<UserRound />}
            onClick={() => {
              closePhoto();
              go('people', person.id);
            }}
          >
            {words.toPerson}
          </Button>
        </div>
      )}
      <footer>
        <Button tone="quiet" icon={<ScanSearch />} onClick={() => void askWho(id, 'find')}>
          {asking.modes.find}
        </Button>
        <Menu
          trigger={
            <Button tone="quiet" icon={<Ellipsis />}>
              {asking.moreQuestions}
            </Button>
          }
          groups={menuOf(id)}
        />
        <Button
          tone="quiet"
          icon={<EyeOff />}
          onClick={() => void changePhoto(() => call('faces.hide', { ids: [id], hidden: true }))}
        >
          {words.hideFace}
        </Button>
        <Button
          tone="quiet"
          icon={<Trash2 />}
          onClick={() => void changePhoto(() => call('faces.delete', { ids: [id] }))}
        >
          {words.deleteFace}
        </Button>
      </footer>
    </section>
  );
}
