/** For a browser: photos or a folder by its own chooser, for whoever does not drag. */
import { FolderUp, ImageUp } from 'lucide-react';
import { type ChangeEvent, useEffect, useRef } from 'react';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { chosenFiles } from './found-files.ts';
import { uploadFiles } from './uploads-store.ts';

export function ChooseFiles() {
  const { imports: words } = useStrings();
  const photos = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  // An attribute that browsers have and React's types do not.
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    void uploadFiles(chosenFiles([...(currentTarget.files ?? [])]));
    // The same files may be chosen again.
    currentTarget.value = '';
  };
  return (
    <>
      <Button icon={<FolderUp />} onClick={() => folder.current?.click()}>
        {words.chooseFolders}
      </Button>
      <Button icon={<ImageUp />} onClick={() => photos.current?.click()}>
        {words.choosePhotos}
      </Button>
      <input ref={folder} type="file" multiple hidden onChange={take} />
      <input ref={photos} type="file" multiple hidden accept="image/*,.heic,.heif,.hif" onChange={take} />
    </>
  );
}
