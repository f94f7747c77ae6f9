/** Everything a user can set, and what there is to know about library and models. */
import { useStrings } from '../strings/strings.ts';
import { Panels } from '../ui/panel.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { LibrarySettings } from './library-settings.tsx';
import { ModelSettings } from './model-settings.tsx';
import { PrivacySettings } from './privacy-settings.tsx';
import { RecognitionSettings } from './recognition-settings.tsx';

export function SettingsView() {
  const { views } = useStrings();
  return (
    <>
      <ViewHeader title={views.settings} />
      <Panels>
        <AppearanceSettings />
        <RecognitionSettings />
        <LibrarySettings />
        <ModelSettings />
        <PrivacySettings />
      </Panels>
    </>
  );
}
