import { failWith } from "./failure.ts";
import { keepLibrary } from "./kept-library.ts";
import { keptLibraryFile, readLibraryFiles, rulesFolder } from "./library.ts";

// The last step of a build: what passes its check now need not be checked at every start.
const { rulesets, problems } = readLibraryFiles();
if (problems.length > 0) failWith(problems);
else keepLibrary(keptLibraryFile, rulesFolder, rulesets);
