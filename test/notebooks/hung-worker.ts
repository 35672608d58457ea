import type { Page } from "playwright-core";

/** Makes the page's workers run for ever, from its next load on, when they hear a message that holds a text. */
export async function hangWorkersOn(page: Page, text: string): Promise<void> {
  await page.route(/worker[^/]*\.js$/, async (route) => {
    const served = await route.fetch();
    // It looks up every now and then from a wait of its own, and not for messages: the machine is others' meanwhile.
    const hang = `;{ const hear = self.onmessage;
      const nothing = new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
      self.onmessage = (event) => {
        if (JSON.stringify(event.data).includes(${JSON.stringify(text)})) for (;;) Atomics.wait(nothing, 0, 0, 20);
        hear.call(self, event);
      }; }`;
    await route.fulfill({ response: served, body: (await served.text()) + hang });
  });
}

/** Makes waits of so many milliseconds in the page, from its next load on, as short as a test needs. */
export async function shortenWaits(page: Page, from: number, to: number): Promise<void> {
  await page.addInitScript(
    `{ const wait = setTimeout; globalThis.setTimeout = (work, ms, ...more) => wait(work, ms === ${from} ? ${to} : ms, ...more); }`,
  );
}
