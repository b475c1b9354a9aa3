/**
 * A network's graph, as TensorFlow.js' converter describes it, run node by node on TensorFlow.js' kernels. The
 * converter's own executor knows hundreds of operations, for a third of the worker's bytes; the networks are made of few.
 *
 * @typedef {import('@tensorflow/tfjs-core').Tensor} Tensor
 * @typedef {{
 *   makeTensor: (values: Float32Array, shape: number[], type: 'float32') => Tensor,
 *   runKernel: (name: string, inputs: any, attributes: any) => unknown,
 *   tidy: (task: () => void) => void,
 * }} Engine TensorFlow.js'
 * @typedef {(inputs: Tensor[]) => Tensor} Step
 * @typedef {{ name: string, op: string, input?: string[], attr: Record<string, any> }} Node
 * @typedef {Record<string, ((attributes: Node['attr'], engine: Engine) => Step) | null>} Operations by the graph's name of an
 *   operation: what a node of it does, given its attributes; null where its value is its first input's
 */

/** What every network is made of. @type {Operations} */
const OPERATIONS = {
  Identity: null,

  Mean: ({ keep_dims: keeps }, engine) => {
    return ([x, axes]) => tensorOf(engine.runKernel('Mean', { x }, { axis: [...axes.dataSync()], keepDims: keeps.b }));
  },

  _FusedConv2D: ({ strides, dilations, padding, fused_ops: fused }, engine) => {
    const [, activation = 'linear'] = fused.list.s.map(wordOf);
    const attributes = {
      strides: alongTheImage(strides),
      dilations: alongTheImage(dilations),
      pad: wordOf(padding.s),
      dataFormat: 'NHWC',
      activation,
    };
    return ([x, filter, bias]) => tensorOf(engine.runKernel('FusedConv2D', { x, filter, bias }, attributes));
  },
};

/**
 * @param {import('./model-files.js').GraphFile} model
 * @param {Record<string, Tensor>} weights by name
 * @param {Engine} engine
 * @param {Operations} [more] that this network is made of
 * @returns {import('./networks.js').Network}
 */
export function createGraph({ modelTopology }, weights, engine, more) {
  const nodes = /** @type {{ node: Node[] }} */ (modelTopology).node;
  const constants = withKernels(nodes, weights, engine);
  const [input] = nodes.filter(({ op }) => op === 'Placeholder');
  const operations = { ...OPERATIONS, ...more };
  const others = new Map(
    nodes.filter(({ op }) => operations[op] === null).map((node) => [node.name, inputsOf(node)[0]]),
  );
  /** @param {string} name @returns {string} */
  const valueNameOf = (name) => (others.has(name) ? valueNameOf(/** @type {string} */ (others.get(name))) : name);
  const steps = new Map(
    nodes.map((node) => [
      node.name,
      { inputs: inputsOf(node).map(valueNameOf), run: stepOf(node, operations, engine) },
    ]),
  );

  return {
    run(values, shape, names) {
      const asked = names.map(nodeOf).map(valueNameOf);
      const left = countTakers(asked, steps);
      const known = new Map(constants);
      /** @param {string} name @returns {Tensor} */
      const valueOf = (name) => {
        const found = known.get(name) ?? compute(name);
        known.set(name, found);
        return found;
      };
      const compute = (/** @type {string} */ name) => {
        const step = steps.get(name);
        if (!step) throw new Error(`The graph has no node ${name}.`);
        const value = step.run(step.inputs.map(valueOf));
        step.inputs.forEach(giveBack);
        return value;
      };
      // What WebAssembly's memory has grown to, it keeps: those of a photograph are 150 MB together.
      const giveBack = (/** @type {string} */ name) => {
        const takers = (left.get(name) ?? 0) - 1;
        left.set(name, takers);
        if (takers === 0 && !constants.has(name)) known.get(name)?.dispose();
      };
      /** @type {import('./networks.js').Output[]} */
      const outputs = [];
      engine.tidy(() => {
        known.set(input.name, engine.makeTensor(values, shape, 'float32'));
        for (const tensor of asked.map(valueOf)) {
          outputs.push({ data: /** @type {Float32Array} */ (tensor.dataSync()), shape: tensor.shape });
        }
      });
      return outputs;
    },
  };
}

/**
 * @param {string[]} asked
 * @param {Map<string, { inputs: string[] }>} steps
 * @returns {Map<string, number>} how often each value is taken, by whoever asked or by a step that leads there
 */
function countTakers(asked, steps) {
  /** @type {Map<string, number>} */
  const takers = new Map();
  const take = (/** @type {string} */ name) => {
    const before = takers.get(name) ?? 0;
    takers.set(name, before + 1);
    if (before === 0) steps.get(name)?.inputs.forEach(take);
  };
  asked.forEach(take);
  return takers;
}

/**
 * The digits' kernels are kept as whole steps, and the size of a step for each output channel (training/quantize.py).
 * What they make is the same for every image, and so made once.
 *
 * @param {Node[]} nodes
 * @param {Record<string, Tensor>} weights those that a kernel is made of are disposed of
 * @param {Engine} engine
 * @returns {Map<string, Tensor>} the weights and the kernels, by name
 */
function withKernels(nodes, weights, engine) {
  const constants = new Map(Object.entries(weights));
  for (const node of nodes.filter(({ op }) => op === 'Mul')) {
    const [steps, step] = inputsOf(node).map((name) => weights[name]);
    const sizes = step.dataSync();
    const values = Float32Array.from(steps.dataSync(), (value, index) => value * sizes[index % sizes.length]);
    constants.set(node.name, engine.makeTensor(values, steps.shape, 'float32'));
    for (const part of inputsOf(node)) {
      weights[part].dispose();
      constants.delete(part);
    }
  }
  return constants;
}

/** @param {Node} node @param {Operations} operations @param {Engine} engine @returns {Step} */
function stepOf({ name, op, attr }, operations, engine) {
  const make = Object.hasOwn(operations, op) && operations[op];
  if (make) return make(attr, engine);
  // Only what is asked for has to be known: a graph has outputs that nothing here needs.
  return () => {
    throw new Error(`${name} is of the operation ${op}, of which the reader knows none: see network/graph.js.`);
  };
}

/** @param {Node} node */
const inputsOf = ({ input = [] }) => input.map(nodeOf);

/** A name may tell which of a node's outputs is meant; here each has one. @param {string} name */
const nodeOf = (name) => name.split(':')[0];

/** Rows and columns, of what is told of [images, rows, columns, channels]. @param {{ list: { i: string[] } }} told */
const alongTheImage = ({ list }) => list.i.slice(1, 3).map(Number);

/** @param {string} text base64 @returns {string} TensorFlow writes SAME and Relu, TensorFlow.js same and relu */
const wordOf = (text) => atob(text).toLowerCase();

/** The kernels called here give one tensor each. @param {unknown} result */
const tensorOf = (result) => /** @type {Tensor} */ (result);
