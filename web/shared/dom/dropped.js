/**
 * The files of what was dropped, also those within folders, in the order of their names.
 *
 * @typedef {{ file: File, path: string }} Dropped path: with its folders
 * @param {DataTransfer | null} data
 * @param {(file: File) => boolean} [isWanted] which of the files within folders are taken
 * @returns {Promise<Dropped[]>}
 * @throws {DOMException} where a file cannot be read any more
 */
export async function filesDropped(data, isWanted = () => true) {
  const files = [...(data?.files ?? [])];
  // They are taken before anything is awaited, since the dragged files are gone once the event is over.
  const entries = [...(data?.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.some(isFolder)) return filesOfEntries(entries, isWanted);
  return files.map((file) => ({ file, path: file.name }));
}

/**
 * @param {ReadonlyArray<FileSystemEntry>} entries
 * @param {(file: File) => boolean} isWanted
 * @returns {Promise<Dropped[]>}
 */
async function filesOfEntries(entries, isWanted) {
  /** @type {Dropped[]} */
  const files = [];
  for (const entry of [...entries].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))) {
    if (isFile(entry)) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      files.push({ file, path: entry.fullPath.slice(1) });
    }
    if (isFolder(entry)) {
      files.push(...(await filesOfEntries(await entriesOf(entry), isWanted)).filter(({ file }) => isWanted(file)));
    }
  }
  return files;
}

/** @param {FileSystemDirectoryEntry} folder */
async function entriesOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const entries = [];
  // The browser gives a hundred at a time, and none at the end.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

/** @param {FileSystemEntry} entry @returns {entry is FileSystemFileEntry} */
const isFile = (entry) => entry.isFile;

/** @param {FileSystemEntry} entry @returns {entry is FileSystemDirectoryEntry} */
const isFolder = (entry) => entry.isDirectory;
