/**
 * Fetches and starts the reader. Its code is imported only here, so that the pad works before it is there, and where it
 * never comes.
 * @throws {Error} for a person, with its cause
 */
export async function startReader() {
  let module;
  try {
    module = await import('./inkdigit.js');
  } catch (cause) {
    throw new Error('The reader could not be fetched. Check the connection, then try again.', { cause });
  }
  return module.load({ backend: 'auto' });
}
