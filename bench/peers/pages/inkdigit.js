import { run } from './run.js';

await run(async () => {
  /** @type {typeof import('../../../web/inkdigit.js')} */
  const { load } = await import(new URL('./inkdigit.js', location.href).href);
  const reader = await load();
  return (pixels) => reader.classify(pixels);
});
