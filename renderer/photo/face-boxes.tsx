/** The boxes on all faces of the photo, with as many words as can be read beside each other. */
import { useMemo } from 'react';
import { useSettings } from '../settings/settings-store.ts';
import { useStrings } from '../strings/strings.ts';
import { attributeWords, type PhotoFace } from './attribute-words.ts';
import { FaceBox } from './face-box.tsx';
import { areaOf, lineOf, unbroken } from './text-size.ts';
import { type FaceWords, wordsWithRoom } from './words-with-room.ts';
import type { Size } from './zoom.ts';

interface FaceBoxesProps {
  readonly faces: readonly PhotoFace[];
  readonly chosen: string | null;
  readonly showAttributes: boolean;
  /** Of the picture before it is zoomed, px. */
  readonly fitted: Size;
  readonly scale: number;
  readonly onChoose: (faceId: string | null) => void;
}

/** What is told of a face is wider than its box by this, and never narrower than that, px. */
const WIDER = 1.3;
const NARROWEST = 110;
/** Longer names end in dots until they are pointed at, px; as the style sheet has it. */
const LONGEST_NAME = 170;

export function FaceBoxes({ faces, chosen, showAttributes, fitted, scale, onChoose }: FaceBoxesProps) {
  const { photo: words, common } = useStrings();
  const showAttractive = useSettings((state) => state.window.showAttractive);
  const boxes = useMemo(
    () =>
      faces.map((face) => ({
        face,
        told: showAttributes && face.attributes ? attributeWords(face.attributes, words, showAttractive) : null,
        wide: Math.max(NARROWEST, face.box.width * fitted.width * scale * WIDER),
      })),
    [faces, showAttributes, words, showAttractive, fitted.width, scale],
  );
  const rooms = useMemo(() => {
    const areas = boxes.map(
      ({ face: { id, box, name }, told, wide }): FaceWords => ({
        id,
        box: {
          left: box.left * fitted.width * scale,
          top: box.top * fitted.height * scale,
          width: box.width * fitted.width * scale,
          height: box.height * fitted.height * scale,
        },
        name: name === null ? null : lineOf(name, LONGEST_NAME),
        attributes: told === null ? null : areaOf(told.map(unbroken), common.list, wide),
      }),
    );
    return wordsWithRoom(areas);
  }, [boxes, common, fitted.width, fitted.height, scale]);
  return boxes.map(({ face, told, wide }) => (
    <FaceBox
      key={face.id}
      face={face}
      isChosen={face.id === chosen}
      told={told && common.list(told.map(unbroken))}
      wide={wide}
      room={rooms.get(face.id) ?? 'none'}
      scale={scale}
      onChoose={() => onChoose(face.id === chosen ? null : face.id)}
    />
  ));
}
