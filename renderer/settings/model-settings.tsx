/** The models that look at photos: which packs there are, which one is in use, and how far faces are with a new one. */
import { useEffect } from 'react';
import { call } from '../bridge.ts';
import { useStrings } from '../strings/strings.ts';
import { Facts } from '../ui/facts.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { ModelPacks } from './model-packs.tsx';
import styles from './model-settings.module.css';
import { useFacts } from './use-facts.ts';

/** How often a work under way is asked about, ms. */
const EVERY = 1500;

const askFacts = () => call('model.facts', {});
const askPacks = () => call('models.list', {});

export function ModelSettings() {
  const { settings: words, count } = useStrings();
  const [facts, readFacts] = useFacts(askFacts);
  const [listed, readPacks] = useFacts(askPacks);
  const isAtWork = facts !== null && (facts.reEmbedding !== null || facts.waiting > 0);
  useEffect(() => {
    if (!isAtWork) return;
    const timer = setInterval(readFacts, EVERY);
    return () => clearInterval(timer);
  }, [isAtWork, readFacts]);
  if (!facts || !listed) return <Panel title={words.models} />;
  const { embeddingModel, reEmbedding, waiting } = facts;
  return (
    <Panel title={words.models} hint={words.modelsHint}>
      <ModelPacks packs={listed.packs} onChange={readPacks} />
      <Facts
        facts={[
          [words.embeddingModel, embeddingModel],
          [words.waiting, waiting === 0 ? words.nothingWaiting : count.faces(waiting)],
        ]}
      />
      {reEmbedding && (
        <div className={styles.progress}>
          <p>{words.reEmbedding(reEmbedding.done, reEmbedding.total)}</p>
          <ProgressBar
            label={words.reEmbedding(reEmbedding.done, reEmbedding.total)}
            done={reEmbedding.done}
            total={reEmbedding.total}
          />
          <p>{words.reEmbeddingHint}</p>
        </div>
      )}
    </Panel>
  );
}
