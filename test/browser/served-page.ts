import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";

/** Bundles the page and its worker and serves them under a content security policy; `close` stops serving. */
export async function servePage(policy: string): Promise<{ url: string; close: () => Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: { page: "test/browser/page.ts", "web-worker": "src/host/web-worker.ts" },
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    outdir: "/",
  });
  const scripts = new Map(
    outputFiles.map(({ path, text }) => [path.replaceAll("\\", "/").replace(/^.*\//, "/"), text]),
  );
  const page =
    '<!doctype html><meta charset="utf-8"><title>riskshare</title><script type="module" src="/page.js"></script>';
  const server = createServer(({ url }, response) => {
    const script = scripts.get(url ?? "");
    response.setHeader("content-security-policy", policy);
    if (script === undefined && url !== "/") {
      response.statusCode = 404;
      return response.end();
    }
    response.setHeader("content-type", script === undefined ? "text/html" : "text/javascript");
    response.end(script ?? page);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
