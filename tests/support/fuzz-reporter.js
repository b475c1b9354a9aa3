/** Counts the generated inputs that were answered as they should be; `make fuzz` tells them. */
export default class FuzzReporter {
  /** @param {ReadonlyArray<import('vitest/node').TestModule>} modules */
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests('passed')]);
    const inputs = tests.reduce((sum, test) => sum + Number(/** @type {any} */ (test.meta()).inputs ?? 0), 0);
    console.info(`${inputs.toLocaleString('en')} generated inputs of ${tests.length} kinds in JavaScript`);
  }
}
