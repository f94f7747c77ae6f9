/**
 * Short clients for the documentation: one task (are these two photos of one person?) in three languages, each with
 * nothing but what comes with the language. A test takes them from here and runs them.
 */
export interface ClientExample {
  readonly language: 'curl' | 'Python' | 'TypeScript';
  readonly file: string;
  /** The whole file; it reads KINDRED_ID and KINDRED_SECRET from the environment and takes two photos as arguments. */
  readonly code: string;
}

/** @param server where the API answers, e.g. `http://127.0.0.1:8016` */
export const clientExamples = (server: string): readonly ClientExample[] => [
  { language: 'curl', file: 'same.sh', code: shell(server) },
  { language: 'Python', file: 'same.py', code: python(server) },
  { language: 'TypeScript', file: 'same.ts', code: typescript(server) },
];

const shell = (server: string): string => `#!/bin/sh
# Are the largest faces of two photos one person?   sh same.sh one.jpg two.jpg
api=${server}

say() { printf '%s\\n' "$1"; }
stop() { say "$1" >&2; exit 1; }

# call PATH FIELD…: the answer, unless the API refuses
call() {
  path=$1; shift
  answer=$(curl -sS --noproxy '*' -F "api_id=$KINDRED_ID" -F "api_secret=$KINDRED_SECRET" "$@" "$api$path") || exit
  case $answer in
    *'"status":"OK"'*) say "$answer" ;;
    *) stop "$path: $answer" ;;
  esac
}

# face PHOTO: the id of its largest face, which comes first
face() {
  found=$(call /face/detection -F "file=@$1") || exit
  id=$(say "$found" | sed -n 's/.*"faces":\\[{"face_id":"\\([0-9a-f]*\\)".*/\\1/p')
  [ -n "$id" ] || stop "$1: no face"
  say "$id"
}

one=$(face "$1") || exit
two=$(face "$2") || exit
call /face/verification -F "face_id=$one" -F "face2_id=$two"`;

const python = (
  server: string,
): string => `"""Are the largest faces of two photos one person?   python3 same.py one.jpg two.jpg"""
import json
import os
import sys
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener
from uuid import uuid4

API = "${server}"
KEY = {"api_id": os.environ["KINDRED_ID"], "api_secret": os.environ["KINDRED_SECRET"]}
direct = build_opener(ProxyHandler({}))  # to this machine, past any proxy


def call(path, body, content_type="application/json"):
    """The answer, unless the API refuses."""
    try:
        with direct.open(Request(f"{API}{path}?{urlencode(KEY)}", body, {"Content-Type": content_type})) as answer:
            return json.load(answer)
    except HTTPError as refusal:
        sys.exit(f"{path}: {refusal.read().decode()}")


def face(photo):
    """The id of its largest face, which comes first."""
    boundary = uuid4().hex
    head = f'--{boundary}\\r\\nContent-Disposition: form-data; name="file"; filename="photo"\\r\\n\\r\\n'
    with open(photo, "rb") as file:
        body = head.encode() + file.read() + f"\\r\\n--{boundary}--\\r\\n".encode()
    faces = call("/face/detection", body, f"multipart/form-data; boundary={boundary}")["faces"]
    return faces[0]["face_id"] if faces else sys.exit(f"{photo}: no face")


one, two = (face(photo) for photo in sys.argv[1:3])
print(json.dumps(call("/face/verification", json.dumps({"face_id": one, "face2_id": two}).encode())))`;

const typescript = (
  server: string,
): string => `// Are the largest faces of two photos one person?   node same.ts one.jpg two.jpg
import { openAsBlob } from 'node:fs';

const API = '${server}';
const { KINDRED_ID = '', KINDRED_SECRET = '' } = process.env;

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}

/** The answer, unless the API refuses. */
async function call<Answer>(path: string, values: Record<string, string | Blob>): Promise<Answer> {
  const body = new FormData();
  body.set('api_id', KINDRED_ID);
  body.set('api_secret', KINDRED_SECRET);
  for (const [name, value] of Object.entries(values)) body.set(name, value);
  const response = await fetch(API + path, { method: 'POST', body });
  if (!response.ok) stop(\`\${path}: \${await response.text()}\`);
  return (await response.json()) as Answer;
}

/** The id of its largest face, which comes first. */
async function face(photo: string): Promise<string> {
  const { faces } = await call<{ faces: { face_id: string }[] }>('/face/detection', { file: await openAsBlob(photo) });
  return faces[0]?.face_id ?? stop(\`\${photo}: no face\`);
}

const [, , one = '', two = ''] = process.argv;
const answer = await call('/face/verification', { face_id: await face(one), face2_id: await face(two) });
console.log(JSON.stringify(answer));`;
