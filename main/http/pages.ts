/** Pages beside the endpoints, for people: under a policy that lets nothing in from elsewhere. */
import type { FastifyInstance } from 'fastify';

export interface Page {
  readonly type: string;
  /** @param server as it was called, e.g. `http://127.0.0.1:8016` */
  readonly body: (server: string) => string;
}

/** By path, for GET. */
export type Pages = Readonly<Record<string, Page>>;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** To be called for hosts of our own name only: the name goes into the pages. */
export function servePages(app: FastifyInstance, pages: Pages): void {
  for (const [path, { type, body }] of Object.entries(pages)) {
    app.get(path, async (request, reply) =>
      reply
        .header('content-type', type)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', CONTENT_SECURITY_POLICY)
        .send(body(`http://${request.headers.host}`)),
    );
  }
}
