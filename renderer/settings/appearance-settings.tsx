/** How the window looks and what it speaks. */
import { useStrings } from '../strings/strings.ts';
import { Choice } from '../ui/choice.tsx';
import { Panel } from '../ui/panel.tsx';
import { setSettings, useSettings } from './settings-store.ts';

export function AppearanceSettings() {
  const { settings: words } = useStrings();
  const { appearance, density, language } = useSettings((state) => state.window);
  return (
    <Panel title={words.appearance}>
      <Choice
        label={words.theme}
        value={appearance}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: words.themes[value] }))}
        onChoose={(chosen) => void setSettings({ window: { appearance: chosen } })}
      />
      <Choice
        label={words.density}
        value={density}
        options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: words.densities[value] }))}
        onChoose={(chosen) => void setSettings({ window: { density: chosen } })}
      />
      <Choice
        label={words.language}
        value={language}
        options={[
          { value: 'system', label: words.systemLanguage },
          // Each in its own tongue, for whoever cannot read the present one.
          { value: 'en', label: 'English' },
          { value: 'zh', label: '中文' },
        ]}
        onChoose={(chosen) => void setSettings({ window: { language: chosen } })}
      />
    </Panel>
  );
}
