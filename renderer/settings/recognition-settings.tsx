/** What Kindred decides by itself about people. */
import { useStrings } from '../strings/strings.ts';
import { Panel } from '../ui/panel.tsx';
import { Switch } from '../ui/switch.tsx';
import { NamingThreshold } from './naming-threshold.tsx';
import { setSettings, useSettings } from './settings-store.ts';
import { SmallestFace } from './smallest-face.tsx';

/** Main's own, before anybody has chosen. */
const USUAL = 0.9;

export function RecognitionSettings() {
  const { settings: words } = useStrings();
  const { automaticFrom, smallestFace } = useSettings((state) => state.recognition);
  const { showAttractive } = useSettings((state) => state.window);
  return (
    <Panel title={words.recognition}>
      <Switch
        label={words.automatic}
        hint={words.automaticHint}
        isOn={automaticFrom !== null}
        onTurn={(on) => void setSettings({ recognition: { automaticFrom: on ? USUAL : null } })}
      />
      {automaticFrom !== null && <NamingThreshold from={automaticFrom} />}
      <SmallestFace from={smallestFace} />
      <Switch
        label={words.attractive}
        hint={words.attractiveHint}
        isOn={showAttractive}
        onTurn={(on) => void setSettings({ window: { showAttractive: on } })}
      />
    </Panel>
  );
}
