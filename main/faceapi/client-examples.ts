/**
 * Short clients for the documentation: one task (who is on this photo?) in three languages. A test takes them from here
 * and runs them.
 */
export interface ClientExample {
  readonly language: 'curl' | 'Python' | 'TypeScript';
  /** The whole file; it reads KINDRED_ID and KINDRED_SECRET from the environment and takes two photos as arguments. */
  readonly code: string;
}

/** @param server where the API answers, e.g. `http://127.0.0.1:8016` */
export const clientExamples = (server: string): readonly ClientExample[] => [
  {
    language: 'curl',
    code: `#!/bin/sh
# Are the main faces of two photos the same person?   sh same.sh one.jpg two.jpg
api=${server}
face() {
  curl -s -F api_id="$KINDRED_ID" -F api_secret="$KINDRED_SECRET" -F file=@"$1" $api/face/detection |
    sed -n 's/.*"face_id": *"\\([0-9a-f]*\\)".*/\\1/;s/,.*//p' | head -n 1
}
curl -s -d api_id="$KINDRED_ID" -d api_secret="$KINDRED_SECRET" \\
  -d face_id="$(face "$1")" -d face2_id="$(face "$2")" $api/face/verification`,
  },
  {
    language: 'Python',
    code: `# Are the main faces of two photos the same person?   python3 same.py one.jpg two.jpg
# Nothing but the standard library.
import json, os, sys, urllib.parse, urllib.request, uuid

API = "${server}"
KEY = {"api_id": os.environ["KINDRED_ID"], "api_secret": os.environ["KINDRED_SECRET"]}

def call(path, **parameters):
    body = json.dumps({**KEY, **parameters}).encode()
    request = urllib.request.Request(API + path, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)

def detect(path):
    boundary = uuid.uuid4().hex
    with open(path, "rb") as photo:
        body = b"".join([
            b"--", boundary.encode(), b'\\r\\nContent-Disposition: form-data; name="file"; filename="photo"\\r\\n\\r\\n',
            photo.read(), b"\\r\\n--", boundary.encode(), b"--\\r\\n"])
    address = API + "/face/detection?" + urllib.parse.urlencode(KEY)
    request = urllib.request.Request(address, body, {"Content-Type": "multipart/form-data; boundary=" + boundary})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["faces"]

one, two = (detect(path)[0]["face_id"] for path in sys.argv[1:3])
print(json.dumps(call("/face/verification", face_id=one, face2_id=two)))`,
  },
  {
    language: 'TypeScript',
    code: `// Are the main faces of two photos the same person?   node same.ts one.jpg two.jpg
import { openAsBlob } from 'node:fs';

const api = '${server}';
const key = { api_id: process.env.KINDRED_ID ?? '', api_secret: process.env.KINDRED_SECRET ?? '' };

async function detect(path: string): Promise<{ face_id: string }[]> {
  const form = new FormData();
  for (const [name, value] of Object.entries(key)) form.set(name, value);
  form.set('file', await openAsBlob(path), 'photo');
  const answer = await fetch(api + '/face/detection', { method: 'POST', body: form });
  return (await answer.json()).faces;
}

const [one, two] = await Promise.all(process.argv.slice(2, 4).map(detect));
const answer = await fetch(api + '/face/verification', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ ...key, face_id: one[0].face_id, face2_id: two[0].face_id }),
});
console.log(JSON.stringify(await answer.json()));`,
  },
];
