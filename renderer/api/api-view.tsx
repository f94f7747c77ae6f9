/** The local API: for scripts and programs on this machine. */
import { useEffect } from 'react';
import { useStrings } from '../strings/strings.ts';
import { Panels } from '../ui/panel.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import { ApiCalls } from './api-calls.tsx';
import { ApiKeys } from './api-keys.tsx';
import { readApi, useApi } from './api-store.ts';
import { ApiSwitch } from './api-switch.tsx';

export function ApiView() {
  const { views } = useStrings();
  const { state } = useApi();
  useEffect(() => void readApi(), []);
  return (
    <>
      <ViewHeader title={views.api} />
      <Panels>
        {state && (
          <>
            <ApiSwitch state={state} />
            <ApiKeys />
            <ApiCalls />
          </>
        )}
      </Panels>
    </>
  );
}
