/** `protocol`: the schemes of the application, and who answers them. */
import { app } from './app.ts';
import { addScheme } from './scheme-address.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly Electron.CustomScheme[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure) {
        throw new Error(`${scheme}: the stand-in serves standard, secure schemes only`);
      }
      addScheme(scheme);
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string): void => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
};

/** @internal who answers a scheme; null when nobody does */
export const handlerOf = (scheme: string): Handler | null => handlers.get(scheme) ?? null;
