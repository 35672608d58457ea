import type { Page } from "playwright-core";

/**
 * Makes the live runs of a page, from its next load on, end at so many futures where they would go on to more. A page asks
 * its worker in the same words as it does for all of them, so that what it shows on the way is what readers see.
 */
export async function askForFewer(page: Page, most: number): Promise<void> {
  await page.addInitScript(
    `{ const post = Worker.prototype.postMessage;
       Worker.prototype.postMessage = function (message, ...more) {
         const { kind, request } = message ?? {};
         if (kind === "ask" && request?.source !== undefined) {
           const last = Math.min(request.paths?.last ?? Infinity, ${most});
           message = { ...message, request: { ...request, paths: { ...request.paths, last } } };
         }
         post.call(this, message, ...more);
       }; }`,
  );
}
