// Notebook Kit loads libraries from a public network address that it has in its own code and puts into cells. This
// plug-in turns each of them into the package of that name in node_modules, so that a closed network is enough; a library
// that is not installed fails the build.

const address =
  /(["'`])https:\/\/cdn\.jsdelivr\.net\/npm\/((?:@[^/"'`@]+\/)?[^/"'`@]+)(?:@[^/"'`]+)?((?:\/(?!\+esm)[^/"'`]+)*)(?:\/\+esm)?\1/g;

/** Rewrites addresses of packages in scripts; Vite never offers those to `resolveId`. */
export function localPackages() {
  return {
    name: "riskshare:local-packages",
    enforce: "pre",
    transform(code, id) {
      if (!code.includes("https://cdn.jsdelivr.net/npm/") || !/\.(m?js|ts|html)(\?|$)/.test(id)) return null;
      // Notebook Kit's maker of such addresses builds them from parts and stays as it is.
      return {
        code: code.replaceAll(address, (_, quote, name, path) => `${quote}${name}${path}${quote}`),
        map: null,
      };
    },
  };
}

/** Addresses that name a thing and are not loaded: namespaces, licences, documentation in messages. */
const names = [/^http:\/\/www\.w3\.org\//, /^https:\/\/json-schema\.org\//, /^https?:\/\/yaml\.org/];

/** Fails where what was built could load anything from elsewhere. */
export function noRemoteAddresses(allowed = []) {
  const loads = [
    /\bimport\s*\(?\s*["'`](https?:)?\/\/[^"'`]+/g,
    /\bfrom\s*["'`](https?:)?\/\/[^"'`]+/g,
    /\bnew (?:Shared)?Worker\(\s*["'`](https?:)?\/\/[^"'`]+/g,
    /\bfetch\(\s*["'`](https?:)?\/\/[^"'`]+/g,
    /@import\s+(?:url\()?["']?(https?:)?\/\/[^"')]+/g,
    /\burl\(\s*["']?(https?:)?\/\/[^"')]+/g,
    /<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=["'](https?:)?\/\/[^"']+/g,
    /https:\/\/(?:cdn\.jsdelivr\.net|esm\.sh|unpkg\.com)\/[^"'`\s]*/g,
  ];
  return {
    name: "riskshare:no-remote-addresses",
    enforce: "post",
    generateBundle(_, bundle) {
      const found = [];
      for (const [file, part] of Object.entries(bundle)) {
        const text = part.type === "chunk" ? part.code : typeof part.source === "string" ? part.source : "";
        for (const pattern of loads)
          for (const [hit] of text.matchAll(pattern))
            if (!names.some((name) => name.test(hit)) && !allowed.some((one) => one.test(hit)))
              found.push(`${file}: ${hit.slice(0, 120)}`);
      }
      if (found.length > 0)
        this.error(`the build would load from elsewhere:\n${[...new Set(found)].join("\n")}`);
    },
  };
}
