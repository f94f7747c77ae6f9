/** One call. Drawn once: a program may make hundreds a second, and all that changes then is which of them are shown. */
import { memo } from 'react';
import { useStrings } from '../strings/strings.ts';
import type { NumberedCall } from './api-store.ts';

export const ApiCallRow = memo(function ApiCallRow({ called }: { readonly called: NumberedCall }) {
  const { api: words, locale } = useStrings();
  const { at, key, method, path, http, status, ms } = called;
  return (
    <tr>
      <td>{new Date(at).toLocaleTimeString(locale)}</td>
      <td>{key ?? words.nobody}</td>
      <td>
        <code>
          {method} {path}
        </code>
      </td>
      <td data-failed={http >= 400 || undefined}>
        {http} {status}
      </td>
      <td>{words.milliseconds(Math.round(ms))}</td>
    </tr>
  );
});
