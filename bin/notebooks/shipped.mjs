// The modules that notebooks import and no file holds: the shipped rules and scenarios, their titles, the worker's start.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";

const root = fileURLToPath(new URL("../../", import.meta.url));
const liveWorker = `${root}src/notebook/live/live-worker.ts`;
const offerWorker = `${root}src/notebook/offer/offer-worker.ts`;
const reasonsWorker = `${root}src/notebook/reasons/reasons-worker.ts`;

/**
 * Gives the modules; the worker is a file of its own, or part of the page where that is one file. What builds one after
 * the other `kept` need not be made again; pages that are served read the files as they are now.
 */
export function shippedModules({ single, kept }) {
  const makers = {
    "riskshare:shipped": shippedModule,
    "riskshare:titles": titlesModule,
    "riskshare:library": libraryModule,
    "riskshare:rounds": roundsModule,
    "riskshare:own-offers": ownOffersModule,
    "riskshare:live-worker": async () =>
      `import LiveWorker from ${JSON.stringify(`${liveWorker}?worker${single ? "&inline" : ""}`)};
export const startLiveWorker = () => new LiveWorker({ name: "riskshare" });`,
    // It has json-rules-engine in it, which a page without reasons does not load.
    "riskshare:reasons-worker": async () =>
      `import ReasonsWorker from ${JSON.stringify(`${reasonsWorker}?worker${single ? "&inline" : ""}`)};
export const startReasonsWorker = () => new ReasonsWorker({ name: "riskshare reasons" });`,
    // It has workbooks in it.
    "riskshare:offer-worker": async () =>
      `import OfferWorker from ${JSON.stringify(`${offerWorker}?worker${single ? "&inline" : ""}`)};
export const startOfferWorker = () => new OfferWorker({ name: "riskshare offer" });`,
    // The compiler that editing needs is larger than all else: a single file goes without it.
    "riskshare:edit": async () =>
      single
        ? "export const offerEditing = () => undefined;"
        : `export { offerEditing } from ${JSON.stringify(`${root}src/notebook/runtime/edit.ts`)};`,
  };
  return {
    name: "riskshare:shipped",
    enforce: "pre",
    resolveId: (id) => (Object.hasOwn(makers, id) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith("\0riskshare:")) return null;
      // A build watches nothing.
      const files = kept !== undefined || /worker|edit/.test(id) ? [] : (await read()).files;
      for (const file of files) this.addWatchFile(file);
      const name = id.slice(1);
      if (kept === undefined || /worker|edit/.test(name)) return makers[name]();
      if (!kept.has(name)) kept.set(name, makers[name]());
      return kept.get(name);
    },
  };
}

async function read() {
  const { filesBelow, readLibraryFiles, rulesFolder, scenarioNames, scenariosFolder } = await tsImport(
    "../../src/cli/library.ts",
    import.meta.url,
  );
  const files = [...filesBelow(rulesFolder, [".json", ".yaml"]), ...filesBelow(scenariosFolder, [".yaml"])];
  const scenarios = scenarioNames().map((name) => ({
    name,
    text: readFileSync(`${root}scenarios/${name}.yaml`, "utf8"),
  }));
  return { files, scenarios, readLibraryFiles };
}

function versionOf() {
  return JSON.parse(readFileSync(`${root}package.json`, "utf8")).version;
}

const exported = (name, value) => `export const ${name} = ${JSON.stringify(value)};`;

async function shippedModule() {
  const { scenarios, readLibraryFiles } = await read();
  const { parseDocument } = await tsImport("../../src/engine/document.ts", import.meta.url);
  const { scenarioSchema } = await tsImport("../../src/sim/scenario-schema.ts", import.meta.url);
  const { rulesets, problems } = readLibraryFiles();
  if (problems.length > 0)
    throw new Error(`rules/ has ${problems.length} problems; see riskshare check rules/`);
  const byName = scenarios.map(({ name, text }) => {
    const { value } = parseDocument(name, text, "yaml");
    const scenario = JSON.stringify(scenarioSchema.parse(value));
    return [name, { text, value: JSON.stringify(value), scenario }];
  });
  return [
    exported("version", versionOf()),
    exported("library", JSON.stringify(rulesets)),
    exported("scenarios", Object.fromEntries(byName)),
  ].join("\n");
}

async function libraryModule() {
  const { readLibraryFiles } = await read();
  return exported("library", JSON.stringify(readLibraryFiles().rulesets));
}

/** The shipped requirements, each with the offers made to it; a round whose criteria need a simulation is left out. */
async function roundsModule() {
  const { filesIn, offersFolder, requirementsFolder } = await tsImport(
    "../../src/cli/library.ts",
    import.meta.url,
  );
  const { parseDocument } = await tsImport("../../src/engine/document.ts", import.meta.url);
  const valueAt = (path) => parseDocument(path, readFileSync(path, "utf8"), "yaml").value;
  const rounds = filesIn(requirementsFolder, [".yaml"]).flatMap((path) => {
    const requirement = valueAt(path);
    if (JSON.stringify(requirement).includes('"delivery-risk"')) return [];
    const offers = valueAt(`${offersFolder}/${requirement.offers ?? requirement.id}.yaml`);
    const { id, title } = requirement;
    return [{ id, title, requirement: JSON.stringify(requirement), offers: JSON.stringify(offers) }];
  });
  return exported("rounds", rounds);
}

/** The shipped offers of providers, and the scenarios that an offer can be tested in: those of one contract. */
async function ownOffersModule() {
  const { scenarios } = await read();
  const { filesIn, ownOffersFolder } = await tsImport("../../src/cli/library.ts", import.meta.url);
  const { parseDocument } = await tsImport("../../src/engine/document.ts", import.meta.url);
  const samples = filesIn(ownOffersFolder, [".yaml"]).map((path) => {
    const { $schema, ...sample } = parseDocument(path, readFileSync(path, "utf8"), "yaml").value;
    return sample;
  });
  const single = titlesOf(scenarios.filter(({ text }) => !/^contracts:/m.test(text)));
  return [exported("samples", samples), exported("scenarios", single)].join("\n");
}

function titlesOf(scenarios) {
  return scenarios.map(({ name, text }) => ({
    id: name,
    title: /^title: *"?(.*?)"?$/m.exec(text)?.[1] ?? name,
  }));
}

async function titlesModule() {
  const titles = titlesOf((await read()).scenarios);
  return [exported("version", versionOf()), exported("titles", titles)].join("\n");
}
