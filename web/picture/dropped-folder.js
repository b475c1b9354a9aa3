/**
 * The files of what was dropped, folders and theirs included, in the order of their names.
 * @param {ReadonlyArray<FileSystemEntry>} entries
 * @param {(file: File) => boolean} isWanted which of the files within folders are taken
 * @returns {Promise<File[]>}
 * @throws {DOMException} where a file cannot be read any more
 */
export async function filesOfEntries(entries, isWanted) {
  /** @type {File[]} */
  const files = [];
  for (const entry of [...entries].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))) {
    if (isFile(entry)) files.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
    if (isFolder(entry)) {
      files.push(...(await filesOfEntries(await entriesOf(entry), isWanted)).filter(isWanted));
    }
  }
  return files;
}

/** @param {FileSystemDirectoryEntry} folder */
async function entriesOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const entries = [];
  // A hundred at a time, until there are none left.
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
