/** What a page is given by a drop or a file chooser: files with their paths below what was dropped, folders walked. */

export interface FoundFile {
  readonly file: File;
  /** `Italy/day 1/IMG_1.jpg`, or a name alone. */
  readonly path: string;
}

/** Call while the drop is being told: afterwards a page may no longer look. */
export function droppedFiles({ items, files }: DataTransfer): AsyncIterable<FoundFile> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  // What a script has dropped has no entries.
  return entries.length > 0 ? walkAll(entries) : chosenFiles([...files]);
}

export async function* chosenFiles(files: readonly File[]): AsyncIterable<FoundFile> {
  for (const file of files) yield { file, path: file.webkitRelativePath || file.name };
}

async function* walkAll(entries: readonly FileSystemEntry[]): AsyncIterable<FoundFile> {
  for (const entry of entries) {
    const path = entry.fullPath.replace(/^\//, '');
    if (isFile(entry)) {
      // One that has gone since is not there to be told of.
      const file = await new Promise<File | null>((found) => entry.file(found, () => found(null)));
      if (file) yield { file, path };
    } else if (isFolder(entry)) yield* walkFolder(entry);
  }
}

/** Browsers list a folder in parts, until a part is empty. */
async function* walkFolder(folder: FileSystemDirectoryEntry): AsyncIterable<FoundFile> {
  const reader = folder.createReader();
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((found) => reader.readEntries(found, () => found([])));
    if (part.length === 0) return;
    yield* walkAll(part);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
