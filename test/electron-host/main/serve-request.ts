/** Requests of pages: those to the application's schemes are answered by it, all others end here. There is no network. */
import type { Session } from '../browser/devtools.ts';
import { handlerOf } from './protocol.ts';
import { schemeOf } from './scheme-address.ts';

/** The part of the protocol's Fetch.requestPaused that is used. */
interface Paused {
  readonly requestId: string;
  readonly request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
}

/** Chromium opens no windows for documents: window.open is null, and the application's handler is asked what to do. */
const NO_POPUPS =
  'sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-presentation allow-same-origin allow-scripts';

/** @param url as the application writes it */
export async function serveRequest(page: Session, url: string, { requestId, request }: Paused): Promise<void> {
  try {
    const handler = handlerOf(schemeOf(url) ?? '');
    if (!handler) {
      console.error(`blocked: ${url}`);
      await page.send('Fetch.failRequest', { requestId, errorReason: 'InternetDisconnected' });
      return;
    }
    const { method, headers, postData } = request;
    const response = await handler(new Request(url, { method, headers, ...(postData ? { body: postData } : {}) }));
    const sent = [...response.headers].map(([name, value]) => ({ name, value }));
    if (response.headers.get('content-type')?.startsWith('text/html')) {
      sent.push({ name: 'content-security-policy', value: NO_POPUPS });
    }
    await page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: sent,
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  } catch (error: unknown) {
    console.error(`The answer to ${url} failed:`, error);
    // The page may be gone meanwhile, and the request with it.
    await page.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(() => undefined);
  }
}
