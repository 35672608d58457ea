// Serves the notebooks while they are written, and shows every change at once: `npm run notebooks [-- --port 5173]`.
import { parseArgs } from "node:util";
import { createServer } from "vite";
import { notebooksConfig } from "./notebooks/config.mjs";

const { values } = parseArgs({
  options: { port: { type: "string", default: "5173" }, open: { type: "boolean" } },
});
const config = notebooksConfig();
const server = await createServer({
  ...config,
  server: { ...config.server, port: Number(values.port), open: values.open ? "/index.html" : false },
});
await server.listen();
for (const address of server.resolvedUrls.local)
  process.stdout.write(`the notebooks are at ${address}index.html\n`);
