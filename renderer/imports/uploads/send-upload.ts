/** One file to main. XMLHttpRequest, because fetch does not tell how much has gone. */
import { z } from 'zod';
import { type Send, UploadFailure } from './upload-queue.ts';

const Failed = z.object({ code: z.string(), message: z.string() });
const Landed = z.object({ ok: z.object({ path: z.string() }) });
const Answer = z.union([Landed, z.object({ error: Failed })]);

export const sendUpload: Send = ({ file, path }, onSent, signal) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/upload?${new URLSearchParams({ path, modified: String(file.lastModified) })}`);
    const type = file.type.startsWith('image/') ? file.type : 'application/octet-stream';
    request.setRequestHeader('content-type', type);
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => {
      const answer = Answer.safeParse(parse(request.responseText)).data;
      if (answer && 'ok' in answer) resolve(answer.ok.path);
      else reject(new UploadFailure(answer?.error.code ?? 'internal', answer?.error.message ?? request.statusText));
    };
    request.onerror = async () => {
      // A browser says of a file that it cannot read what it says of a server that is gone: nothing.
      const isReadable = await file
        .slice(0, 1)
        .arrayBuffer()
        .then(Boolean, () => false);
      reject(new UploadFailure(isReadable ? 'offline' : 'unreadable', ''));
    };
    request.onabort = () => reject(new UploadFailure('cancelled', ''));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
